import type { listOwnCompletions } from '~/domain/completions/queries.server'
import { STRENGTHS } from '~/domain/evidence/evidence'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { StandingStatus } from '~/parts/standing-status'
import { Day } from '~/ui/day-text'
import { Hours } from '~/ui/hours-text'
import { TextLink } from '~/ui/link'
import { type Sort, Table } from '~/ui/table'

type List = Awaited<ReturnType<typeof listOwnCompletions>>

/** Finished courses, each with who acts next. */
export function CompletionTable({ list, sort }: { list: List; sort: Sort }) {
  const { district, today } = useDistrict()
  return (
    <Table
      caption={counted(list.total, 'course', 'courses')}
      rows={list.rows}
      rowKey={({ id }) => id}
      sort={sort}
      columns={[
        {
          key: 'title',
          head: 'Course',
          rowHead: true,
          sortable: true,
          cell: (row) => (
            <span>
              <TextLink href={paths.completion(district, row)} strong>
                {row.title}
              </TextLink>
              {row.provider && (
                <span className="block text-sm font-normal text-ink-quiet">{row.provider}</span>
              )}
            </span>
          ),
        },
        {
          key: 'date',
          head: 'Finished',
          sortable: true,
          cell: (row) => <Day value={row.completedOn} today={today} short />,
        },
        {
          key: 'hours',
          head: 'Hours',
          numeric: true,
          sortable: true,
          cell: (row) => (
            <span>
              <Hours minutes={row.minutes} />
              {row.status !== 'approved' && (
                <span className="block text-sm text-ink-quiet">
                  {row.status === 'denied' ? 'not counted' : 'not counted yet'}
                </span>
              )}
            </span>
          ),
        },
        { key: 'strength', head: 'Proof', from: 'lg', cell: (row) => STRENGTHS[row.strength] },
        { key: 'status', head: 'State', cell: (row) => <StandingStatus {...row} /> },
      ]}
    />
  )
}
