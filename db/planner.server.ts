import type Database from 'better-sqlite3'
import measured from './planner-statistics.json'

/**
 * Tables that hold what is corrected, changed or made by hand, and an index of what waits for a moment, with the
 * rows of a district to assume of them.
 */
const FEW_ROWS: Record<string, number> = {
  booked_competencies: 1000,
  former_awards: 1000,
  former_bands: 100,
  members_follow_up: 1000,
  priorities: 100,
  published_reports: 100,
  report_deliveries: 100,
  saved_reports: 100,
  snapshots: 100,
  state_files: 100,
}

type Index = { name: string; table: string; columns: string[]; isUnique: boolean }

const USUAL_ROWS = 100_000
/** What is measured is one district; where there are more, none is found by reading all of them. */
const DISTRICTS = 10

/**
 * Tells SQLite's planner what a large district looks like, whatever is in the file now. Every index
 * begins with the district, so without this the planner takes `district_id = ?` for a good way to
 * find a few rows, and reads a table of a district from end to end where it should follow a key; with
 * `ANALYZE` plans would depend on the day on which it ran. So they are the same in each database,
 * from an empty one to the largest. `db/measure-statistics.ts` makes the numbers.
 */
export function teachPlanner(connection: Database.Database) {
  const wanted = indexesOf(connection).map(
    (index) => [index.table, index.name, inManyDistricts(statOf(index), index)] as const,
  )
  if (wanted.length === 0 || knows(connection, wanted)) return

  connection.exec('analyze migrations')
  connection.transaction(() => {
    connection.exec('delete from sqlite_stat1')
    connection.exec('delete from sqlite_stat4')
    const insert = connection.prepare('insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)')
    for (const row of wanted) insert.run(...row)
  })()
  connection.exec('analyze sqlite_schema')
}

/** The indexes of our tables, with those that SQLite makes for keys. */
export function indexesOf(connection: Database.Database): Index[] {
  const rows = connection
    .prepare(
      `select l.name as name, t.name as "table", l."unique" as isUnique,
        (select json_group_array(name) from (select name from pragma_index_info(l.name) order by seqno)) as columns
      from sqlite_master t, pragma_index_list(t.name) l
      where t.type = 'table' and t.name not like 'sqlite_%' and t.name <> 'migrations'
      order by l.name`,
    )
    .all() as { name: string; table: string; isUnique: number; columns: string }[]
  return rows.map(({ columns, isUnique, ...row }) => ({
    ...row,
    isUnique: isUnique === 1,
    columns: JSON.parse(columns) as string[],
  }))
}

/**
 * What to assume of an index that was not measured: the rows of its table, then for each of its first
 * columns, one after the other, how many rows have the same values.
 */
export function guess({ name, table, columns, isUnique }: Index) {
  const all = FEW_ROWS[name] ?? FEW_ROWS[table] ?? USUAL_ROWS
  const rows = columns.map((column, position) => {
    if (isUnique && position === columns.length - 1) return 1
    return column === 'district_id' ? all : Math.max(2, Math.ceil(100 / 10 ** position))
  })
  return [all, ...rows].join(' ')
}

const statOf = (index: Index) => (measured as Record<string, string>)[index.name] ?? guess(index)

function inManyDistricts(stat: string, { columns }: Index) {
  const [rows, ...same] = stat.split(' ')
  return columns[0] === 'district_id' ? [Number(rows) * DISTRICTS, ...same].join(' ') : stat
}

function knows(connection: Database.Database, wanted: (readonly [string, string, string])[]) {
  const isThere = connection
    .prepare("select 1 from sqlite_master where name = 'sqlite_stat1'")
    .get()
  if (!isThere) return false
  const known = connection.prepare('select tbl, idx, stat from sqlite_stat1').raw().all()
  const keyOf = (rows: unknown[]) => rows.map(String).toSorted().join('\n')
  return keyOf(known) === keyOf(wanted as unknown[])
}
