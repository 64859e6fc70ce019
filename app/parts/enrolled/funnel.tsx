import type { EnrolledPage } from '~/domain/pathways/enrolled.server'
import { counted } from '~/parts/people-words'
import { ChartWithTable } from '~/ui/chart-with-table'
import { Disclosure } from '~/ui/disclosure'
import { Table } from '~/ui/table'

type Counts = EnrolledPage['counts']
type Stage = { key: string; name: string; people: number; rest: string }

/** The four states, each a bar as long as its part of those who have the pathway, in words beside it. */
export function Funnel({ counts }: { counts: Counts }) {
  const stages = stagesOf(counts)
  return (
    <ChartWithTable
      caption="Of all active staff who have it"
      chart={
        <ol className="max-w-form space-y-3">
          {stages.map((stage) => (
            <Bar key={stage.key} stage={stage} total={counts.assigned} />
          ))}
        </ol>
      }
      table={
        <Disclosure summary="The same as a table">
          <Table
            caption="The four states"
            captionHidden
            dense
            rows={stages}
            rowKey={({ key }) => key}
            columns={[
              { key: 'state', head: 'State', rowHead: true, cell: ({ name }) => name },
              {
                key: 'people',
                head: 'People',
                numeric: true,
                cell: ({ people }) => figure(people),
              },
              {
                key: 'part',
                head: 'Of those who have it',
                numeric: true,
                cell: ({ people }) => `${Math.round((100 * people) / counts.assigned)} %`,
              },
              { key: 'rest', head: 'Short of it', cell: ({ rest }) => rest || '–' },
            ]}
          />
        </Disclosure>
      }
      why="Only staff who work here today are counted. Who has completed it once stays demonstrated when the completion expires; it is current only until then."
    />
  )
}

function Bar({ stage, total }: { stage: Stage; total: number }) {
  return (
    <li>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold">{stage.name}</span>
        <span className="tabular-nums">{figure(stage.people)}</span>
        {stage.rest && <span className="text-sm text-ink-quiet">{stage.rest}</span>}
      </p>
      <svg
        width="100%"
        height={12}
        aria-hidden="true"
        data-mark
        className="mt-1 block rounded-mark bg-sunken inset-ring inset-ring-line-strong"
      >
        <rect width={`${(100 * stage.people) / total}%`} height={12} className="fill-accent" />
      </svg>
    </li>
  )
}

const figure = (count: number) => count.toLocaleString('en-US')

function stagesOf(counts: Counts): Stage[] {
  const { assigned, engaged, demonstrated, current, not_started, under_way, lapsed } = counts
  const words = (count: number, one: string, many: string) =>
    count > 0 ? counted(count, one, many) : ''
  return [
    { key: 'assigned', name: 'Assigned', people: assigned, rest: '' },
    {
      key: 'engaged',
      name: 'Engaged',
      people: engaged,
      rest: words(not_started, 'has not begun', 'have not begun'),
    },
    {
      key: 'demonstrated',
      name: 'Demonstrated',
      people: demonstrated,
      rest: words(under_way, 'is on the way', 'are on the way'),
    },
    {
      key: 'current',
      name: 'Current',
      people: current,
      rest: words(lapsed, 'is no longer current', 'are no longer current'),
    },
  ]
}
