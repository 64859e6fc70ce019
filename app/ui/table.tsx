import { useId, type ReactNode } from 'react'
import { HeadCell, type Sort } from './table-head'

export type { Sort }

/** A column: its head, and what it shows of a row. */
export type Column<Row> = {
  key: string
  head: string
  /** A lone dash says that there is nothing; a phone leaves out the line. */
  cell: (row: Row) => ReactNode
  /** Right-aligned, tabular figures. */
  numeric?: boolean
  /** Names the row, for those who listen: one column, usually the first. */
  rowHead?: boolean
  /** May be sorted; needs `sort` on the table. */
  sortable?: boolean
  /** The head is for screen readers only: a column of actions. */
  headHidden?: boolean
  /** Shown from this width on. */
  from?: 'md' | 'lg'
}

const fromWidth = {
  md: 'max-md:hidden print:table-cell',
  lg: 'max-lg:hidden print:table-cell',
}

/* An empty cell stays empty, so that a phone leaves it out. */
const isShown = (content: ReactNode) =>
  content !== undefined && content !== null && content !== false

/** Rows that read like a class list. On a phone they stack, or scroll sideways where columns are compared. */
export function Table<Row>(props: {
  caption: ReactNode
  captionHidden?: boolean
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: Sort
  /** On a phone: `stack` rows with their labels (default), or `scroll` sideways. */
  narrow?: 'stack' | 'scroll'
  /** A row of totals, by column key. */
  footer?: Record<string, ReactNode>
  /** Marks the row one is at. */
  isCurrent?: (row: Row) => boolean
  /** Less air, for long lists. */
  dense?: boolean
}) {
  const captionId = useId()
  const stack = props.narrow !== 'scroll'
  const padding = props.dense ? 'py-2' : 'py-3'
  const gap = stack ? 'pr-6' : 'pr-3 md:pr-6'
  const cellLook = (column: Column<Row>) =>
    `${gap} align-middle last:pr-0 ${padding} ${column.numeric ? 'text-right tabular-nums' : ''} ${column.from ? fromWidth[column.from] : ''}`

  return (
    <div
      {...(!stack && { role: 'group', 'aria-labelledby': captionId, tabIndex: 0 })}
      className={`relative -mx-1 overflow-x-auto px-1 print:mx-0 print:overflow-visible print:px-0 ${stack ? 'table-stack' : ''}`}
    >
      <table className="w-full border-collapse text-left">
        <caption
          id={captionId}
          className={props.captionHidden ? 'sr-only' : 'pb-2 text-left text-sm text-ink-quiet'}
        >
          {props.caption}
        </caption>
        <thead className="border-b border-line-strong">
          <tr>
            {props.columns.map((column) => (
              <HeadCell
                key={column.key}
                column={column}
                sort={props.sort}
                look={`${gap} ${column.from ? fromWidth[column.from] : ''}`}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr
              key={props.rowKey(row)}
              aria-current={props.isCurrent?.(row) || undefined}
              className="border-b border-line hover:bg-sunken aria-[current=true]:bg-blaze-soft"
            >
              {props.columns.map((column) => {
                const Cell = column.rowHead ? 'th' : 'td'
                const content = column.cell(row)
                return (
                  <Cell
                    key={column.key}
                    scope={column.rowHead ? 'row' : undefined}
                    data-label={column.headHidden || column.rowHead ? undefined : column.head}
                    data-nothing={content === '–' || undefined}
                    className={`${column.rowHead ? 'font-semibold md:min-w-40' : ''} ${cellLook(column)}`}
                  >
                    {isShown(content) && <div>{content}</div>}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
        {props.footer && (
          <tfoot className="border-t border-line-strong font-semibold">
            <tr>
              {props.columns.map((column) => (
                <td
                  key={column.key}
                  data-label={column.rowHead ? undefined : column.head}
                  className={cellLook(column)}
                >
                  {isShown(props.footer?.[column.key]) && <div>{props.footer?.[column.key]}</div>}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
