import { audienceInWords, type Names } from '~/domain/audiences/words'
import { cadenceInWords } from '~/domain/mandates/mandate'
import type { listMandates } from '~/domain/mandates/queries.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { formatDay } from '~/ui/day'
import { TextLink } from '~/ui/link'
import { Status } from '~/ui/status'
import { type Column, Table } from '~/ui/table'

type Mandates = Awaited<ReturnType<typeof listMandates>>['mandates']
type Row = Mandates[number]

/** Some required trainings: for whom, how often, and how many are asked and overdue. */
export function MandateTable(props: { mandates: Mandates; names: Names; counts?: boolean }) {
  const { mandates, names, counts } = props
  const { district, today } = useDistrict()
  const figures: Column<Row>[] = [
    { key: 'asked', head: 'Asked', numeric: true, cell: (row) => figure(row.counts.asked) },
    { key: 'due', head: 'Due', numeric: true, cell: (row) => figure(row.counts.due) },
    {
      key: 'overdue',
      head: 'Overdue',
      numeric: true,
      cell: ({ counts: { overdue } }) =>
        overdue > 0 ? <Status tone="warn">{figure(overdue)}</Status> : '0',
    },
  ]
  return (
    <Table
      caption={counted(mandates.length, 'training', 'trainings')}
      captionHidden
      rows={mandates}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          head: 'Training',
          rowHead: true,
          cell: (row) => (
            <>
              <TextLink href={paths.mandate(district, row)} strong>
                {row.title}
              </TextLink>
              {row.isReaching && (
                <span className="ml-2">
                  <Status icon="clock">Being brought to everybody</Status>
                </span>
              )}
            </>
          ),
        },
        {
          key: 'who',
          head: 'For',
          from: 'lg',
          cell: ({ audience }) => (
            <span className="inline-block first-letter:uppercase">
              {audienceInWords(audience, names, (day) => formatDay(day, today))}
            </span>
          ),
        },
        { key: 'when', head: 'When', cell: (row) => cadenceInWords(row) },
        ...(counts ? figures : []),
      ]}
    />
  )
}

const figure = (count: number) => count.toLocaleString('en-US')
