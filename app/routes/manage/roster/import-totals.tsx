import { changesAnything, type Counts } from '~/domain/roster/outcome'
import type { RosterPreview } from '~/domain/roster/preview'
import { counted } from '~/parts/people-words'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'

const ROWS = [
  { key: 'organizations', label: 'Organizations' },
  { key: 'members', label: 'People' },
  { key: 'affiliations', label: 'Affiliations' },
] as const

/** How much an import changes, and whom it left out. */
export function ImportTotals(props: { outcome: RosterPreview; isApplied: boolean }) {
  const { outcome, isApplied } = props
  const number = (counts: Counts, key: keyof Counts) => counts[key].toLocaleString('en-US')
  return (
    <Section title={isApplied ? 'What was changed' : 'What applying it would change'}>
      {!changesAnything(outcome) && (
        <div className="mb-4">
          <Notice tone="good">
            {isApplied
              ? 'Nothing had to change: the district was like the roster already.'
              : 'Nothing: the district is like the roster already.'}
          </Notice>
        </div>
      )}
      <Table
        caption="Rows of the district"
        captionHidden
        narrow="scroll"
        rows={ROWS}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', head: 'What', rowHead: true, cell: ({ label }) => label },
          {
            key: 'created',
            head: 'New',
            numeric: true,
            cell: ({ key }) => number(outcome[key], 'created'),
          },
          {
            key: 'changed',
            head: 'Changed',
            numeric: true,
            cell: ({ key }) => number(outcome[key], 'changed'),
          },
          {
            key: 'ended',
            head: 'Ended',
            numeric: true,
            cell: ({ key }) => number(outcome[key], 'ended'),
          },
          {
            key: 'unchanged',
            head: 'As before',
            numeric: true,
            cell: ({ key }) => number(outcome[key], 'unchanged'),
          },
        ]}
      />
      <p className="mt-4 max-w-line text-ink-quiet">{skippedWords(outcome)}</p>
      {outcome.enrolled > 0 && (
        <p className="mt-2 max-w-line">
          {counted(outcome.enrolled, 'enrollment was', 'enrollments were')} opened because people
          now fit an assignment.
        </p>
      )}
    </Section>
  )
}

function skippedWords({ skipped, mode }: RosterPreview) {
  const { students, parents, others } = skipped
  const list = [
    counted(students, 'student', 'students'),
    counted(parents, 'parent', 'parents'),
    ...(others > 0 ? [`${counted(others, 'person', 'people')} without a role of staff`] : []),
  ]
  const kind =
    mode === 'bulk'
      ? 'The file is a full list: who is not in it has left.'
      : 'The file has only changes: nobody leaves for not being in it.'
  return `${kind} ${new Intl.ListFormat('en-US').format(list)} were counted and not stored.`
}
