import { broughtWords } from '~/domain/brought/brought'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { Table } from '~/ui/table'
import type { Sample } from './sample'

type Row = Sample['rows'][number]

/** The rows that were drawn, each with its page and the renewal it counts toward. */
export function SampleTable({ sample }: { sample: Sample }) {
  const { district } = useDistrict()
  const pages = { activity: paths.activity, completion: paths.completion, award: paths.award }
  return (
    <Table
      caption="The sample"
      captionHidden
      rows={sample.rows}
      rowKey={({ cycleId, id }) => `${cycleId} ${id}`}
      columns={[
        {
          key: 'what',
          head: 'What',
          rowHead: true,
          cell: (row) =>
            row.from ? (
              row.title
            ) : (
              <TextLink href={pages[row.kind](district, row)} tone="ink" strong>
                {row.title}
              </TextLink>
            ),
        },
        {
          key: 'name',
          head: 'Educator',
          cell: ({ name, cycleId }) => (
            <TextLink href={paths.cycle(district, cycleId)} tone="ink">
              {name}
            </TextLink>
          ),
        },
        { key: 'school', head: 'School', from: 'lg', cell: ({ school }) => school },
        {
          key: 'day',
          head: 'Finished',
          cell: ({ endedOn }) => endedOn && <Day value={endedOn} short />,
        },
        { key: 'why', head: 'Why it is here', cell: whyOf },
        {
          key: 'counted',
          head: 'Counts',
          numeric: true,
          cell: ({ counted, unit }) => `${counted} ${counted === 1 ? unit.one : unit.many}`,
        },
      ]}
    />
  )
}

const whyOf = ({ isSelfReported, isSaidOnly, hasProof, from }: Row) =>
  [
    from && broughtWords(from),
    isSelfReported && 'Self-reported',
    isSaidOnly && 'proof as the educator says',
    !hasProof && 'no proof of learning',
  ]
    .filter(Boolean)
    .join(', ')
