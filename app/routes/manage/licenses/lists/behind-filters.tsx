import { Form } from '@remix-run/react'
import { BEHIND_REASONS, MONTHS_LEFT } from '~/domain/renewal-lists/behind'
import { useListUrl } from '~/parts/list-url'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { FilterChips } from '~/ui/filter-chips'
import { type Choices, PartFields } from './part-fields'

type Filter = {
  organizationId?: string
  jurisdiction?: string
  reason?: string
  months?: number
  sort: string
}

/** Chips for what is the matter, and lists to narrow by school, state and the time that is left. */
export function BehindFilters({ filter, choices }: { filter: Filter; choices: Choices }) {
  const url = useListUrl()
  return (
    <div className="mb-6 space-y-4 print:hidden">
      <FilterChips
        label="What is the matter"
        chips={Object.entries(BEHIND_REASONS).map(([reason, label]) => ({
          label,
          active: filter.reason === reason,
          href: url({ reason: filter.reason === reason ? null : reason }),
        }))}
      />
      <Form method="get" className="flex flex-wrap items-end gap-3">
        {filter.reason && <input type="hidden" name="reason" value={filter.reason} />}
        <input type="hidden" name="sort" value={filter.sort} />
        <PartFields choices={choices} filter={filter} />
        <SelectField
          name="months"
          label="Ends within"
          placeholder="Any time"
          width="medium"
          choices={MONTHS_LEFT.map((months) => ({
            value: String(months),
            label: `${months} months`,
          }))}
          defaultValue={filter.months}
        />
        <Button icon="filter">Narrow</Button>
      </Form>
    </div>
  )
}
