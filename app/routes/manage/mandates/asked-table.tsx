import type { Strength } from '#db/words'
import { type AskedSort, askedStateOf } from '~/domain/mandates/asked'
import { shortInWords } from '~/domain/mandates/proof'
import type { getAsked } from '~/domain/mandates/standing.server'
import { useDistrict } from '~/parts/district-context'
import { DueDay } from '~/parts/due-day'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { Table } from '~/ui/table'

type People = Awaited<ReturnType<typeof getAsked>>['people']

const NOTICED: Record<string, string> = {
  '90': '90 days before',
  '30': '30 days before',
  '7': '7 days before',
  '0': 'When overdue',
  '-1': 'The principal as well',
}

/** Those who are asked for a training: until when, when they last met it, and what they were told. */
export function AskedTable(props: { people: People; sort: AskedSort; proof: Strength }) {
  const { people, sort, proof } = props
  const { today } = useDistrict()
  const url = useListUrl()
  return (
    <Table
      caption={counted(people.total, 'person', 'people')}
      dense
      rows={people.rows}
      rowKey={({ id }) => id}
      sort={url.sort(sort)}
      columns={[
        { key: 'name', head: 'Name', rowHead: true, sortable: true, cell: ({ name }) => name },
        { key: 'school', head: 'School', from: 'lg', cell: ({ workplace }) => workplace ?? '–' },
        {
          key: 'due',
          head: 'Due',
          sortable: true,
          cell: (row) => (
            <DueDay dueOn={row.dueOn} isOverdue={askedStateOf(row, today) === 'overdue'} />
          ),
        },
        {
          key: 'met',
          head: 'Last met',
          cell: ({ lastMetOn }) =>
            lastMetOn ? <Day value={lastMetOn} today={today} short /> : '–',
        },
        ...(people.rows.some(({ short }) => short)
          ? [
              {
                key: 'short',
                head: 'Not counted',
                cell: ({ short }: People['rows'][number]) =>
                  short ? shortInWords(short, proof) : '–',
              },
            ]
          : []),
        {
          key: 'noticed',
          head: 'Last notice',
          from: 'md',
          cell: ({ noticed }) => (noticed === null ? '–' : (NOTICED[noticed] ?? '–')),
        },
      ]}
    />
  )
}
