import { countInWords, partInWords } from '~/domain/reports/rounding'
import type { DistrictLine } from '~/domain/states/comparing.server'
import { formatHours } from '~/ui/hours'
import { type Sort, Table } from '~/ui/table'

const percent = (value: number | null) => (value === null ? '–' : `${value}%`)

/** The districts, by name unless they are sorted otherwise: a list to look things up in, no ranking. */
export function DistrictTable(props: { lines: DistrictLine[]; caption: string; sort: Sort }) {
  return (
    <Table
      caption={props.caption}
      sort={props.sort}
      dense
      rows={props.lines}
      rowKey={({ slug }) => slug}
      columns={[
        { key: 'name', head: 'District', rowHead: true, sortable: true, cell: ({ name }) => name },
        {
          key: 'educators',
          head: 'Educators',
          numeric: true,
          sortable: true,
          cell: (row) => countInWords(row.educators),
        },
        {
          key: 'atOrAbove',
          head: 'At or above',
          numeric: true,
          cell: (row) => partInWords(row.atOrAbove, row.educators),
        },
        {
          key: 'share',
          head: 'Share',
          numeric: true,
          sortable: true,
          cell: (row) => percent(row.share),
        },
        {
          key: 'before',
          head: 'A year before',
          numeric: true,
          from: 'lg',
          cell: (row) => percent(row.shareBefore),
        },
        {
          key: 'minutes',
          head: 'Hours',
          numeric: true,
          sortable: true,
          cell: (row) => formatHours(row.minutes),
        },
        {
          key: 'mean',
          head: 'Per educator',
          numeric: true,
          from: 'lg',
          cell: (row) => (row.meanMinutes === null ? '–' : formatHours(row.meanMinutes)),
        },
        {
          key: 'waiting',
          head: 'Waiting',
          numeric: true,
          sortable: true,
          cell: (row) => countInWords(row.waiting),
        },
      ]}
    />
  )
}
