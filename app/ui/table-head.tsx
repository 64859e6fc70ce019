import { Link } from '@remix-run/react'
import { Icon } from './icon'

/** The order of a table, kept in the address. */
export type Sort = {
  by: string
  direction: 'ascending' | 'descending'
  /** The address of this page sorted by a column the other way around. */
  href: (key: string, direction: 'ascending' | 'descending') => string
}

/** The head of a column; a link when one can sort by it. */
export function HeadCell(props: {
  column: {
    key: string
    head: string
    numeric?: boolean
    sortable?: boolean
    headHidden?: boolean
  }
  sort?: Sort
  look: string
}) {
  const { column, sort, look } = props
  const isSorted = sort?.by === column.key
  const opposite = isSorted && sort.direction === 'ascending' ? 'descending' : 'ascending'
  return (
    <th
      scope="col"
      aria-sort={isSorted ? sort.direction : undefined}
      className={`pb-2 align-bottom text-sm font-semibold text-ink-quiet ${column.numeric ? 'text-right' : ''} ${look}`}
    >
      {column.sortable && sort ? (
        <Link
          to={sort.href(column.key, opposite)}
          preventScrollReset
          className={`inline-flex min-h-6 items-center gap-1 rounded-mark hover:text-ink hover:underline ${isSorted ? 'text-ink' : ''}`}
        >
          {column.head}
          {isSorted && (
            <Icon
              name={sort.direction === 'ascending' ? 'chevron-up' : 'chevron-down'}
              size="small"
            />
          )}
        </Link>
      ) : (
        <span className={column.headHidden ? 'sr-only' : 'inline-flex min-h-6 items-center'}>
          {column.head}
        </span>
      )}
    </th>
  )
}
