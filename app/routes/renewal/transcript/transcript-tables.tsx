import { filledInByHand } from '~/domain/transcripts/printed'
import { hasNotes, whyApart } from '~/domain/transcripts/transcript'
import { Day } from '~/ui/day-text'
import { EmptyState } from '~/ui/empty-state'
import { Table } from '~/ui/table'
import type { ShownTranscript } from './show'

type Shown = { transcript: ShownTranscript }

/** What counts, in the columns of the state. */
export function CountingTable({ transcript }: Shown) {
  const { columns, rows, toFillIn } = transcript
  if (rows.length === 0) {
    return (
      <EmptyState title="Nothing counts in this cycle yet" icon="activity">
        What is approved from the first day of the cycle on stands here, in the order your state
        asks for.
      </EmptyState>
    )
  }
  return (
    <>
      <Table
        caption="What counts in this cycle"
        captionHidden
        narrow="scroll"
        dense
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          ...columns.map(({ code, label, kind }, at) => ({
            key: code,
            head: label,
            rowHead: at === 0,
            numeric: kind === 'number',
            cell: ({ cells }: (typeof rows)[number]) =>
              kind === 'day' && cells[at] ? <Day value={String(cells[at])} short /> : cells[at],
          })),
          ...(hasNotes(rows)
            ? [{ key: 'note', head: 'Note', cell: ({ note }: (typeof rows)[number]) => note }]
            : []),
        ]}
      />
      {filledInByHand(toFillIn).map(({ paragraph }) => (
        <p key={paragraph} className="mt-3 max-w-line text-sm text-ink-quiet">
          {paragraph}
        </p>
      ))}
    </>
  )
}

/** How much is in each category. */
export function CategoryTable({ transcript: { totals, unit } }: Shown) {
  return (
    <Table
      caption="What counts in each category"
      captionHidden
      rows={totals}
      rowKey={({ code }) => code}
      columns={[
        { key: 'label', head: 'Category', rowHead: true, cell: ({ label }) => label },
        {
          key: 'counted',
          head: `Counted, ${unit.many}`,
          numeric: true,
          cell: (row) => row.counted,
        },
        {
          key: 'asked',
          head: `Asked, ${unit.many}`,
          numeric: true,
          cell: (row) => row.asked ?? '–',
        },
      ]}
    />
  )
}

/** What does not count, each with the sentence that says why. */
export function ApartTable({ transcript: { apart } }: Shown) {
  return (
    <Table
      caption="What does not count, and why"
      captionHidden
      rows={apart}
      rowKey={({ id }) => id}
      columns={[
        { key: 'title', head: 'Title', rowHead: true, cell: ({ title }) => title },
        {
          key: 'finished',
          head: 'Finished',
          cell: ({ endedOn }) => endedOn && <Day value={endedOn} short />,
        },
        { key: 'verdict', head: 'Verdict', cell: ({ verdict }) => verdict },
        { key: 'why', head: 'Why', cell: whyApart },
      ]}
    />
  )
}
