import { Form } from '@remix-run/react'
import { LICENSE_FILTERS } from '~/domain/licenses/license'
import { useListUrl } from '~/parts/list-url'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/field'
import { FilterChips } from '~/ui/filter-chips'

/** Chips for where a license stands, and a field for somebody's name. */
export function LicenseFilters({ filter }: { filter: { standing?: string; name?: string } }) {
  const url = useListUrl()
  return (
    <div className="mb-6 space-y-4 print:hidden">
      <FilterChips
        label="Where they stand"
        chips={Object.entries(LICENSE_FILTERS).map(([standing, label]) => ({
          label,
          active: filter.standing === standing,
          href: url({ standing: filter.standing === standing ? null : standing }),
        }))}
      />
      <Form method="get" className="flex flex-wrap items-end gap-3">
        {filter.standing && <input type="hidden" name="standing" value={filter.standing} />}
        <TextField name="name" label="Name" width="medium" defaultValue={filter.name} />
        <Button icon="filter">Narrow</Button>
      </Form>
    </div>
  )
}
