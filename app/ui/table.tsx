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
  md: 'max-md:hidden! print:table-cell!',
  lg: 'max-lg:hidden! print:table-cell!',
}

/* Said once for the table: a long one has thousands of cells. */
const cells = '[&_:is(td,th)]:pr-6 [&_:is(td,th):last-child]:pr-0 [&_:is(td,tbody_th)]:align-middle'
const tight = 'max-md:[&_:is(td,th):not(:last-child)]:pr-3'
const onPaper = 'print:[&_:is(td,th):not(:last-child)]:pr-3'
const roomy = '[&_:is(td,tbody_th)]:py-3'
const dense = '[&_:is(td,tbody_th)]:py-2'

const lookOf = ({
  rowHead,
  numeric,
  from,
}: Pick<Column<unknown>, 'rowHead' | 'numeric' | 'from'>) =>
  [
    rowHead && 'font-semibold md:min-w-40 print:min-w-36',
    numeric && 'text-right tabular-nums',
    from && fromWidth[from],
  ]
    .filter(Boolean)
    .join(' ') || undefined

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
  const looks = new Map(props.columns.map((column) => [column.key, lookOf(column)]))
  const labelOf = ({ head, headHidden, rowHead }: Column<Row>) =>
    stack && !headHidden && !rowHead ? head : undefined
  /* A phone lays label and value side by side: the value must be one thing. */
  const inCell = (content: ReactNode) =>
    stack && isShown(content) ? <div>{content}</div> : content

  return (
    <div
      {...(!stack && { role: 'group', 'aria-labelledby': captionId, tabIndex: 0 })}
      className={`relative -mx-1 overflow-x-auto px-1 print:mx-0 print:overflow-visible print:px-0 ${stack ? 'table-stack' : ''}`}
    >
      <table
        className={`w-full border-collapse text-left ${cells} ${onPaper} ${stack ? '' : tight} ${props.dense ? dense : roomy}`}
      >
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
                look={column.from ? fromWidth[column.from] : ''}
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
                    data-label={labelOf(column)}
                    data-nothing={(stack && content === '–') || undefined}
                    className={looks.get(column.key)}
                  >
                    {inCell(content)}
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
                <td key={column.key} data-label={labelOf(column)} className={looks.get(column.key)}>
                  {inCell(props.footer?.[column.key])}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}
