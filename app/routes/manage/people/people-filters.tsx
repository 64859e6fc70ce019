import { Form } from '@remix-run/react'
import { MEMBER_STATES } from '~/domain/members/member'
import { ROLES } from '~/domain/staff/staff'
import { useListUrl } from '~/parts/list-url'
import { Button } from '~/ui/button'
import { SelectField, TextField } from '~/ui/field'
import { FilterChips } from '~/ui/filter-chips'

type Filter = {
  text?: string
  role?: string
  organizationId?: string
  state?: string
  sort: string
}

/** Chips for where people stand, and a form to look for some of them. */
export function PeopleFilters(props: {
  filter: Filter
  organizations: { id: string; name: string }[]
}) {
  const { filter, organizations } = props
  const url = useListUrl()
  return (
    <div className="mb-6 space-y-4 print:hidden">
      <FilterChips
        label="State"
        chips={Object.entries(MEMBER_STATES).map(([state, label]) => ({
          label,
          active: filter.state === state,
          href: url({ state: filter.state === state ? null : state }),
        }))}
      />
      <Form method="get" className="flex flex-wrap items-end gap-3">
        {filter.state && <input type="hidden" name="state" value={filter.state} />}
        <input type="hidden" name="sort" value={filter.sort} />
        <TextField
          name="q"
          label="Name or email"
          type="search"
          width="medium"
          defaultValue={filter.text}
          key={filter.text}
        />
        <SelectField
          name="organization"
          label="Works at"
          placeholder="Anywhere"
          width="medium"
          choices={organizations.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={filter.organizationId}
        />
        <SelectField
          name="role"
          label="Role"
          placeholder="Any"
          width="medium"
          choices={Object.entries(ROLES).map(([value, label]) => ({ value, label }))}
          defaultValue={filter.role}
        />
        <Button type="submit" icon="search">
          Find
        </Button>
      </Form>
    </div>
  )
}
