import { Form } from '@remix-run/react'
import type { listWaiting } from '~/domain/approvals/waiting.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { FilterChips } from '~/ui/filter-chips'

type List = Omit<Awaited<ReturnType<typeof listWaiting>>, 'rows'>

/** What narrows and widens the queue: the school, and everything that the reader may decide on. */
export function QueueFilter({ list }: { list: List }) {
  const { district } = useDistrict()
  const url = useListUrl()
  const { places, organizationId } = list
  return (
    <div className="space-y-4 print:hidden">
      {(places.length > 1 || organizationId) && (
        <Form
          method="get"
          action={paths.approvals(district)}
          className="flex flex-wrap items-end gap-3"
        >
          {list.all && <input type="hidden" name="whose" value="all" />}
          <SelectField
            name="organization"
            label="School"
            placeholder="All"
            width="medium"
            choices={places.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={organizationId ?? undefined}
          />
          <Button icon="filter">Show</Button>
        </Form>
      )}
      {(list.all || list.inAll > list.waiting) && (
        <FilterChips
          label="Show"
          chips={[
            {
              label: organizationId ? 'Everything of the school' : 'Everything in the district',
              count: list.inAll,
              active: list.all,
              href: url({ whose: list.all ? null : 'all' }),
            },
          ]}
        />
      )}
    </div>
  )
}
