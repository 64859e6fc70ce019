import { Form } from '@remix-run/react'
import { ROLES, STAFF_NEEDS } from '~/domain/staff/staff'
import { useListUrl } from '~/parts/list-url'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { FilterChips } from '~/ui/filter-chips'

type Filter = { organizationId?: string; role?: string; need?: string; sort: string }

/** Chips for those who may need help, and lists to narrow by school and role. */
export function StaffFilters(props: {
  filter: Filter
  organizations: { id: string; name: string }[]
}) {
  const { filter, organizations } = props
  const url = useListUrl()
  return (
    <div className="mb-6 space-y-4 print:hidden">
      <FilterChips
        label="Who may need help"
        chips={Object.entries(STAFF_NEEDS).map(([need, label]) => ({
          label,
          active: filter.need === need,
          href: url({ need: filter.need === need ? null : need }),
        }))}
      />
      <Form method="get" className="flex flex-wrap items-end gap-3">
        {filter.need && <input type="hidden" name="need" value={filter.need} />}
        <input type="hidden" name="sort" value={filter.sort} />
        {organizations.length > 0 && (
          <SelectField
            name="organization"
            label="School"
            placeholder="All"
            width="medium"
            choices={organizations.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={filter.organizationId}
          />
        )}
        <SelectField
          name="role"
          label="Role"
          placeholder="All"
          width="medium"
          choices={Object.entries(ROLES).map(([value, label]) => ({ value, label }))}
          defaultValue={filter.role}
        />
        <Button icon="filter">Narrow</Button>
      </Form>
    </div>
  )
}
