import { standingInWords } from '~/domain/brought/brought'
import { STRENGTHS } from '~/domain/evidence/evidence'
import { Day } from '~/ui/day-text'
import { Hours } from '~/ui/hours-text'
import { Table } from '~/ui/table'
import type { ShownRead } from './show'

/** The rows that a package would bring. */
export function ComingTable({ rows }: { rows: ShownRead['rows'] }) {
  if (rows.length === 0) return <p className="text-ink-quiet">Nothing that is not here already.</p>
  return (
    <Table
      caption="What the package brings"
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'title', head: 'What', rowHead: true, cell: ({ title }) => title },
        {
          key: 'finished',
          head: 'Finished',
          cell: ({ endedOn }) => <Day value={endedOn} short />,
        },
        {
          key: 'hours',
          head: 'Hours',
          numeric: true,
          cell: ({ standing, countedMinutes, minutes, kind }) =>
            kind === 'award' ? (
              '–'
            ) : (
              <Hours minutes={standing === 'approved' ? countedMinutes : (minutes ?? 0)} />
            ),
        },
        { key: 'proof', head: 'Proof', cell: ({ strength }) => STRENGTHS[strength] },
        { key: 'files', head: 'Files', numeric: true, cell: ({ files }) => files || '–' },
        { key: 'standing', head: 'Where it stands', cell: standingInWords },
      ]}
    />
  )
}

const KINDS: Record<ShownRead['faults'][number]['kind'], string> = {
  activity: 'Activity',
  completion: 'Course',
  award: 'Badge',
  license: 'License',
  cycle: 'Cycle',
  file: 'File',
}

/** What cannot be brought, each with the reason. */
export function FaultTable({ faults }: { faults: ShownRead['faults'] }) {
  const numbered = faults.map((fault, at) => ({ ...fault, key: `${at}` }))
  return (
    <Table
      caption="What cannot be brought, and why"
      captionHidden
      rows={numbered}
      rowKey={({ key }) => key}
      columns={[
        { key: 'title', head: 'What', rowHead: true, cell: ({ title }) => title },
        { key: 'kind', head: 'Kind', cell: ({ kind }) => KINDS[kind] },
        { key: 'reason', head: 'Why', cell: ({ reason }) => reason },
      ]}
    />
  )
}
