import { useSearchParams } from '@remix-run/react'
import { TextLink } from '~/ui/link'
import { Table, type Column } from '~/ui/table'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { ALL_TABLES, isOpen, type TableName } from './tables'

/**
 * The numbers behind a section, opened through the address: all tables at once are more than a page
 * of a large district should carry.
 */
export function ReportTable<Row extends { id: string; name: string }>(props: {
  name: TableName
  caption: string
  /** What a row is. */
  of?: keyof typeof HEADS
  rows: Row[]
  columns: Column<Row>[]
  footer?: Parameters<typeof Table<Row>>[0]['footer']
}) {
  const { name, caption, of = 'school', rows, columns, footer } = props
  const [query] = useSearchParams()
  const open = query.get('table')
  const anchor = `table-${name}`
  if (!isOpen(open, name)) {
    return (
      <p id={anchor} className="mt-2 print:hidden">
        <TextLink href={`?${withTable(query, name)}#${anchor}`}>
          The numbers by {of}
          <VisuallyHidden>: {caption}</VisuallyHidden>
        </TextLink>
      </p>
    )
  }
  return (
    <div id={anchor} className="mt-4">
      <Table
        caption={caption}
        captionHidden
        dense
        narrow="scroll"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'school', head: HEADS[of], rowHead: true, cell: (row) => row.name },
          ...columns,
        ]}
        footer={footer}
      />
      {open !== ALL_TABLES && (
        <p className="mt-2 print:hidden">
          <TextLink href={`?${withTable(query, null)}#${anchor}`}>
            Hide the numbers<VisuallyHidden>: {caption}</VisuallyHidden>
          </TextLink>
        </p>
      )}
    </div>
  )
}

const HEADS = { school: 'School', group: 'Group', competency: 'Competency', priority: 'Priority' }

/** Opens every table, as for paper, or closes them. */
export function TablesLink() {
  const [query] = useSearchParams()
  return query.get('table') === ALL_TABLES ? (
    <TextLink href={`?${withTable(query, null)}`}>Hide the tables</TextLink>
  ) : (
    <TextLink href={`?${withTable(query, ALL_TABLES)}`}>Show all tables</TextLink>
  )
}

/** The query string with another table open, or none. */
export function withTable(query: URLSearchParams, name: TableName | null) {
  const changed = new URLSearchParams(query)
  if (name === null) changed.delete('table')
  else changed.set('table', name)
  return changed
}
