import { Form, useSearchParams } from '@remix-run/react'
import { RESULT_NAMES, RESULTS } from '~/domain/state-files/state-file'
import { useListUrl } from '~/parts/list-url'
import { Button } from '~/ui/button'
import { SelectField, TextField } from '~/ui/field'
import { FilterChips } from '~/ui/filter-chips'
import type { StateRows } from './index'

const KEPT = ['year', 'first', 'last', 'result', 'sort']

/** Chips for the results with how many rows have each, and a form to look for some of them. */
export function RowFilters({ filter, list }: Pick<StateRows, 'filter' | 'list'>) {
  const url = useListUrl()
  const [query] = useSearchParams()
  return (
    <div className="mb-6 space-y-4 print:hidden">
      <FilterChips
        label="Result"
        chips={RESULT_NAMES.map((result) => ({
          label: RESULTS[result],
          count: list.counts[result],
          active: filter.result === result,
          href: url({ result: filter.result === result ? null : result }),
        }))}
      />
      <Form method="get" className="flex flex-wrap items-end gap-3">
        {KEPT.map((name) => {
          const value = query.get(name)
          return value && <input key={name} type="hidden" name={name} value={value} />
        })}
        <TextField
          name="q"
          label="Name"
          type="search"
          width="medium"
          defaultValue={filter.text}
          key={filter.text}
        />
        <SelectField
          name="school"
          label="School"
          placeholder="Any"
          width="medium"
          choices={list.schools.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={filter.organizationId}
        />
        <Button type="submit" icon="search">
          Find
        </Button>
      </Form>
    </div>
  )
}
