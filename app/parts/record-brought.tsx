import { standingInWords } from '~/domain/brought/brought'
import { STRENGTHS } from '~/domain/evidence/evidence'
import type { RecordBrought } from '~/domain/record/record'
import { paths } from '~/http/paths'
import { Day } from '~/ui/day-text'
import { Hours } from '~/ui/hours-text'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import { useDistrict } from './district-context'

/** What was earned in other districts, as they said; it is in no total of this one. */
export function BroughtSection({ rows }: { rows: RecordBrought[] }) {
  if (rows.length === 0) return null
  return (
    <Section
      title="Brought from elsewhere"
      lead="Earned in another district, as its package says. It counts toward a license and not toward the hours of this district; nobody here has checked it."
    >
      <Table
        caption="What was brought from other districts"
        captionHidden
        dense
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'title',
            head: 'What',
            rowHead: true,
            cell: (row) => (
              <>
                {row.title}
                <Files row={row} />
              </>
            ),
          },
          {
            key: 'finished',
            head: 'Finished',
            cell: ({ endedOn }) => <Day value={endedOn} short />,
          },
          {
            key: 'organization',
            head: 'Earned at',
            cell: ({ organization, from }) => [organization, from.name].filter(Boolean).join(', '),
          },
          { key: 'strength', head: 'Proof', cell: ({ strength }) => STRENGTHS[strength] },
          { key: 'standing', head: 'Where it stands', cell: standingInWords },
          {
            key: 'hours',
            head: 'Hours',
            numeric: true,
            cell: ({ kind, standing, countedMinutes, minutes }) =>
              kind === 'award' ? (
                '–'
              ) : (
                <Hours minutes={standing === 'approved' ? countedMinutes : (minutes ?? 0)} />
              ),
          },
        ]}
      />
    </Section>
  )
}

function Files({ row }: { row: RecordBrought }) {
  const { district } = useDistrict()
  if (row.evidence.length === 0) return null
  return (
    <ul className="text-sm font-normal">
      {row.evidence.map((proof) => (
        <li key={proof.id}>
          {proof.kind === 'file' && proof.destroyedOn !== null && `${proof.name} (destroyed)`}
          {proof.kind === 'file' && proof.destroyedOn === null && (
            <TextLink href={paths.evidence(district, proof)} plain>
              {proof.name}
            </TextLink>
          )}
          {proof.kind === 'link' && <TextLink href={proof.content ?? ''}>{proof.name}</TextLink>}
          {proof.kind === 'text' && proof.content}
        </li>
      ))}
    </ul>
  )
}
