import { getTableName, type SQL } from 'drizzle-orm'
import {
  getTableConfig,
  type SQLiteColumn,
  SQLiteSyncDialect,
  type SQLiteTable,
} from 'drizzle-orm/sqlite-core'

type Config = ReturnType<typeof getTableConfig>
type ForeignKey = { columns: string[]; target: string; targetColumns: string[] }

const DISTRICT = 'district_id'
/** Months with a day, of no year. */
const MONTH_DAYS = ['school_year_starts_on']

/**
 * What lets a table of a district leak, by the name of the table: its rows could belong to no
 * district, be found without it, or point into another.
 *
 * @param globals tables that belong to no district
 * @param exceptions foreign keys to global tables that may be, such as `members.user_id`
 */
export function tenancyFaults(
  table: SQLiteTable,
  globals: string[],
  exceptions: string[],
): string[] {
  const config = getTableConfig(table)
  const district = config.columns.find(({ name }) => name === DISTRICT)
  const faults = [
    ...(district?.notNull ? [] : [`has no ${DISTRICT} that is not null`]),
    ...(config.columns[0] === district ? [] : [`does not begin with ${DISTRICT}`]),
    ...keysOf(config)
      .filter(({ columns }) => columns[0] !== DISTRICT)
      .map(({ what, columns }) => `${what} (${columns.join()}) does not begin with ${DISTRICT}`),
    ...foreignKeysOf(config).flatMap((key) =>
      foreignKeyFault(config.name, key, globals, exceptions),
    ),
  ]
  return faults.map((fault) => `${config.name} ${fault}`)
}

/**
 * Foreign keys that would be searched for row by row when a row of their parent is deleted.
 *
 * @param deleted the tables of which rows are deleted
 */
export function unindexedForeignKeys(table: SQLiteTable, deleted: string[]): string[] {
  const config = getTableConfig(table)
  return foreignKeysOf(config)
    .filter(({ target }) => deleted.includes(target))
    .filter(({ columns }) => !indexesServing(config, columns))
    .map(({ columns }) => `${config.name} (${columns.join()})`)
}

/** Columns whose name says another type than they have: `…_at` are instants, `…_on` are days. */
export function misnamedColumns(table: SQLiteTable): string[] {
  return getTableConfig(table)
    .columns.filter((column) => !fitsItsName(column))
    .map(({ name }) => `${getTableName(table)}.${name}`)
}

/** Tables of a SQLite migration that would take a text for a number. */
export function lenientTables(migration: string): string[] {
  return [...migration.matchAll(/^CREATE TABLE `?(\w+)`? \([\s\S]*?^\)(.*);/gm)]
    .filter(([, , options]) => !/\bSTRICT\b/.test(options!))
    .map(([, name]) => name!)
}

function foreignKeyFault(
  table: string,
  { columns, target, targetColumns }: ForeignKey,
  globals: string[],
  exceptions: string[],
): string[] {
  if (target === 'districts')
    return columns.join() === DISTRICT ? [] : ['points to districts oddly']
  if (globals.includes(target)) {
    const isAllowed = columns.length === 1 && exceptions.includes(`${table}.${columns[0]}`)
    return isAllowed ? [] : [`points to ${target}, which belongs to no district`]
  }
  const carries = columns[0] === DISTRICT && targetColumns[0] === DISTRICT
  return carries ? [] : [`points to ${target} by ${columns.join()}, without ${DISTRICT}`]
}

function keysOf(config: Config) {
  const own = config.columns.filter(({ primary }) => primary)
  return [
    ...own.map(({ name }) => ({ what: 'primary key', columns: [name] })),
    ...config.primaryKeys.map(({ columns }) => ({
      what: 'primary key',
      columns: namesOf(columns),
    })),
    ...config.columns
      .filter(({ isUnique }) => isUnique)
      .map(({ name }) => ({ what: 'unique column', columns: [name] })),
    ...config.uniqueConstraints.map(({ columns }) => ({
      what: 'unique constraint',
      columns: namesOf(columns),
    })),
    ...config.indexes
      .filter(({ config: { unique } }) => unique)
      .map(({ config: { columns } }) => ({ what: 'unique index', columns: namesOf(columns) })),
  ]
}

/** An index over all rows serves a foreign key, and one over all rows in which the key has a value. */
function indexesServing(config: Config, columns: string[]) {
  const filled = `${columns.at(-1)} is not null`
  const indexes = config.indexes
    .filter(({ config: { where } }) => !where || textOf(where) === filled)
    .map(({ config: { columns } }) => ({ columns: namesOf(columns) }))
  return [...keysOf(config), ...indexes].some((index) => beginsWith(index.columns, columns))
}

const textOf = (condition: SQL) => new SQLiteSyncDialect().sqlToQuery(condition).sql

function foreignKeysOf(config: Config): ForeignKey[] {
  return config.foreignKeys.map((key) => {
    const { columns, foreignTable, foreignColumns } = key.reference()
    return {
      columns: namesOf(columns),
      target: getTableName(foreignTable),
      targetColumns: namesOf(foreignColumns),
    }
  })
}

function namesOf(columns: unknown[]): string[] {
  return columns.map((column) => (column as { name?: string }).name ?? 'an expression')
}

function beginsWith(index: string[], columns: string[]) {
  return columns.every((column, position) => index[position] === column)
}

function fitsItsName(column: SQLiteColumn) {
  const { name, dataType } = column
  if (name.endsWith('_at')) return dataType === 'date'
  if (MONTH_DAYS.includes(name)) return dataType === 'string'
  if (name.endsWith('_on')) return isDay(column)
  if (name.endsWith('minutes')) return dataType === 'number'
  return dataType !== 'date'
}

const isDay = (column: SQLiteColumn) =>
  column.dataType === 'custom' &&
  column.getSQLType() === 'integer' &&
  column.mapFromDriverValue(0) === '1970-01-01'
