import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { type Sort, Table } from '~/ui/table'
import type { Found } from './behind'

type Row = Found['rows'][number]

/** Who is not on target, with what is short and how much time is left. */
export function BehindTable({ found, sort }: { found: Found; sort: Sort }) {
  const { district } = useDistrict()
  return (
    <Table
      caption={counted(found.total, 'renewal', 'renewals')}
      rows={found.rows}
      rowKey={({ id }) => id}
      sort={sort}
      columns={[
        {
          key: 'name',
          head: 'Educator',
          rowHead: true,
          sortable: true,
          cell: (row) => (
            <TextLink href={paths.cycle(district, row)} tone="ink" strong>
              {row.name}
            </TextLink>
          ),
        },
        { key: 'school', head: 'School', from: 'lg', cell: ({ school }) => school },
        { key: 'state', head: 'State', from: 'lg', cell: ({ place }) => place },
        { key: 'sentence', head: 'How it stands', cell: (row) => <Standing row={row} /> },
        {
          key: 'counted',
          head: 'Counted',
          numeric: true,
          sortable: true,
          cell: ({ counted: have, required, unit }) => (
            <span className="whitespace-nowrap">{`${have} of ${required} ${unit.many}`}</span>
          ),
        },
        {
          key: 'ends',
          head: 'Ends',
          sortable: true,
          cell: (row) => (
            <>
              <Day value={row.lastDay} short />
              <span className="text-ink-quiet">{timeLeft(row)}</span>
            </>
          ),
        },
      ]}
    />
  )
}

function Standing({ row }: { row: Row }) {
  const ofDistrict = row.gaps.filter(({ isOfDistrict }) => isOfDistrict)
  return (
    <>
      {row.sentence}
      {ofDistrict.length > 0 && (
        <span className="text-ink-quiet">
          {' '}
          Asked by the district: {ofDistrict.map(({ label }) => label).join(', ')}.
        </span>
      )}
    </>
  )
}

function timeLeft({ state, monthsLeft: months }: Row) {
  if (state === 'ended') return ', ended'
  if (months === null) return ''
  return months === 0 ? ', less than a month' : `, ${counted(months, 'month', 'months')}`
}
