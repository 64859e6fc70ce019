import { Form } from '@remix-run/react'
import type { Day } from '~/domain/calendar'
import type { StateRequest } from '~/domain/states/comparing.server'
import { SIZES } from '~/domain/states/sizes'
import { useListUrl } from '~/parts/list-url'
import { Button } from '~/ui/button'
import { formatExactDay } from '~/ui/day'
import { SelectField, TextField } from '~/ui/field'
import { FilterChips } from '~/ui/filter-chips'

/** Which month, which districts; all live in the address. */
export function DistrictFilters(props: { choices: Day[]; asOf: Day; request: StateRequest }) {
  const { choices, asOf, request } = props
  const url = useListUrl()
  return (
    <div className="mb-6 space-y-4 print:hidden">
      <FilterChips
        label="Size"
        chips={Object.entries(SIZES).map(([size, { name }]) => ({
          label: name,
          active: request.size === size,
          href: url({ size: request.size === size ? null : size }),
        }))}
      />
      <Form method="get" className="flex flex-wrap items-end gap-3">
        {request.size && <input type="hidden" name="size" value={request.size} />}
        <input type="hidden" name="sort" value={request.sort} />
        <SelectField
          name="asOf"
          label="At the end of"
          width="medium"
          choices={choices.map((day) => ({ value: day, label: formatExactDay(day) }))}
          defaultValue={asOf}
          key={asOf}
        />
        <TextField
          name="name"
          label="District"
          type="search"
          width="medium"
          defaultValue={request.name}
        />
        <Button type="submit" icon="search">
          Show
        </Button>
      </Form>
    </div>
  )
}
