import { Column, inArray as inList, is, lt, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { engine } from './dialect'

export {
  and,
  asc,
  between,
  count,
  countDistinct,
  desc,
  eq,
  exists,
  gt,
  gte,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  not,
  notExists,
  notInArray,
  or,
} from 'drizzle-orm'
export type { SQL } from 'drizzle-orm'
export { alias } from 'drizzle-orm/sqlite-core'

/** A column of any table. */
export type TenantColumn = SQLiteColumn

type Value = SQLiteColumn | SQL | SQL.Aliased

/** How values of a column go to the driver and come back, such as days, which it has as numbers. */
type Kind = {
  mapToDriverValue(value: unknown): unknown
  mapFromDriverValue(value: unknown): unknown
}

/** An expression of the kind of a column: it is read, and compared with values, as the column is. */
export type Expression<T> = SQL<T> & Kind

/** A longer list of values is one parameter of a query, so that all lengths share a statement. */
const FEW_VALUES = 8

/**
 * The limit of a query within another one that is answered first, with all its rows: PostgreSQL, which takes
 * what is of one district for few rows, would begin elsewhere and read much more.
 */
export const ALL_FIRST = 2 ** 31 - 1

/** The column holds one of some values, or one that another query finds. */
export function inArray(column: Column | SQL, values: readonly unknown[] | SQLWrapper): SQL {
  if (!Array.isArray(values)) return inList(column as SQL, values as SQLWrapper)
  const isLong = values.length > FEW_VALUES && is(column, Column)
  if (isLong && column.getSQLType() === ID_TYPE) return inLongList(column, values, BYTES)
  if (isLong && isTextOrNumber(column)) return inLongList(column, values, PLAIN)
  return inList(column as SQL, values)
}

const ID_TYPE = engine === 'postgres' ? 'bytea' : 'blob'
const PLAIN = sql`value`
const BYTES = sql`unhex(value)`

const isTextOrNumber = ({ columnType }: Column) => /(Text|CustomColumn)$/.test(columnType)

function inLongList(column: Column, values: unknown[], item: SQL) {
  const driven = values.map((value) => column.mapToDriverValue(value))
  if (engine === 'postgres') return sql`${column} = any(${sql.param(driven)})`
  const texts = driven.map((it) => (Buffer.isBuffer(it) ? it.toString('hex') : it))
  return sql`${column} in (select ${item} from json_each(${JSON.stringify(texts)}))`
}

/** The column contains the text, ignoring case. */
export function contains(column: Column, text: string) {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return engine === 'postgres'
    ? sql`${column} ilike ${pattern} escape '\\'`
    : sql`${column} like ${pattern} escape '\\'`
}

/** The column begins with the text; the text has no wildcard of its own, such as a path of ids. */
export const startsWith = (column: Column, text: string) =>
  sql`${column} >= ${text} and ${column} < ${`${text}\u007f`}`

/** The column begins with what another one holds, such as the path of an organization further up. */
export const startsWithColumn = (column: Column, prefix: Column) =>
  sql`${column} >= ${prefix} and ${column} < ${prefix} || ${'\u007f'}`

/** The column holds a JSON list of texts, and the value is one of them. */
export const listHas = (list: Column, value: Value) =>
  engine === 'postgres'
    ? sql`jsonb_exists(${list}, ${value})`
    : sql`exists (select 1 from json_each(${list}) as item where item.value = ${value})`

/**
 * The beginning of a path of ids, each followed by a slash: so many ids from the top, or all there are.
 * It has no parameters, so that one can group by it.
 */
export const pathDownTo = (path: Column, levels: number) =>
  sql<string>`substr(${path}, 1, ${endOf(path, levels)})`

/** Where the id of a level ends in a path of ids, with its slash. */
function endOf(path: Column, levels: number): SQL {
  if (levels === 0) return sql`0`
  const above = endOf(path, levels - 1)
  return sql`${above} + ${FIND}(substr(${path}, 1 + ${above}), '/')`
}

const FIND = sql.raw(engine === 'postgres' ? 'strpos' : 'instr')

/**
 * The column of codes holds a word, which stands in the statement itself: an index of just the rows that hold it
 * serves no statement that leaves the word open.
 */
export const isWord = <C extends Column>(column: C, word: C['_']['data'] & string) =>
  sql`${column} = ${sql.raw(String(column.mapToDriverValue(word)))}`

/** The one of some words for which the column has a number, where it meets words that are kept as texts. */
export const wordOf = (column: Column, words: readonly string[]) =>
  sql<string>`case ${column} ${sql.raw(
    words.map((word) => `when ${String(column.mapToDriverValue(word))} then '${word}'`).join(' '),
  )} end`

/** The sum, 0 of no rows. */
export const sumOf = (column: Value) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number)

/** How many rows fit. */
export const countWhere = (condition: SQL | undefined) =>
  sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`.mapWith(Number)

/** 1 where any row fits, 0 where none does. */
export const anyWhere = (condition: SQL | undefined) =>
  sql<number>`max(case when ${condition} then 1 else 0 end)`.mapWith(Number)

/** 1 for a row that fits, 0 for one that does not. */
export const flagOf = (condition: SQL | undefined) =>
  sql<number>`case when ${condition} then 1 else 0 end`.mapWith(Number)

/** The text of the first of two conditions that fits, and a third one where neither does. */
export const caseOf = (
  one: [SQL, SQL<string>],
  other: [SQL, SQL<string>],
  otherwise: SQL<string>,
) =>
  sql<string>`case when ${one[0]} then ${one[1]} when ${other[0]} then ${other[1]} else ${otherwise} end`

/** The number of the first condition that fits, counted from 0; as many as there are where none does. */
export const rankOf = (...conditions: SQL[]) => {
  const cases = conditions.map(
    (condition, rank) => sql`when ${condition} then ${sql.raw(String(rank))}`,
  )
  const otherwise = sql.raw(String(conditions.length))
  return sql<number>`case ${sql.join(cases, sql` `)} else ${otherwise} end`.mapWith(Number)
}

/** Which of the rows that agree in a column a row is, in an order; counted from 1. */
export const placeAmong = (column: Column, ...order: SQL[]) =>
  sql<number>`row_number() over (partition by ${column} order by ${sql.join(order, sql`, `)})`.mapWith(
    Number,
  )

/** The later of two days or instants; the second where there is no first. */
export const laterOf = <T extends TenantColumn>(one: T, other: TenantColumn) =>
  ofKind(
    other,
    sql<NonNullable<T['_']['data']>>`case when ${one} > ${other} then ${one} else ${other} end`,
  )

/** The one column where a row was joined, which a column that is never empty tells; else the other. */
export const whereJoined = <T extends TenantColumn>(joined: Column, one: T, other: TenantColumn) =>
  ofKind(
    one,
    sql<
      T['_']['notNull'] extends true ? T['_']['data'] : T['_']['data'] | null
    >`case when ${joined} is null then ${other} else ${one} end`,
  )

/**
 * The day of an instant in a time zone, of the kind of a column of days.
 *
 * @param ahead how many milliseconds the zone is ahead of UTC, up to each of some instants and then for good
 */
export function dayOfInstant<T extends TenantColumn>(
  kind: T,
  instant: TenantColumn,
  ahead: readonly { until: Date; milliseconds: number }[],
) {
  const [latest] = ahead.slice(-1)
  const cases = ahead
    .slice(0, -1)
    .map(({ until, milliseconds }) => sql`when ${lt(instant, until)} then ${inWords(milliseconds)}`)
  const otherwise = inWords(latest!.milliseconds)
  const offset = cases.length
    ? sql`case ${sql.join(cases, sql` `)} else ${otherwise} end`
    : otherwise
  return ofKind(
    kind,
    engine === 'postgres'
      ? sql<T['_']['data']>`floor((extract(epoch from ${instant}) * 1000 + ${offset}) / ${A_DAY})`
      : sql<T['_']['data']>`(${instant} + ${offset}) / ${A_DAY}`,
  )
}

const inWords = (milliseconds: number) => sql.raw(`(${milliseconds})`)
const A_DAY = sql.raw(String(24 * 60 * 60 * 1000))

/** The smallest of an expression, null of no rows. */
export const minOfAll = <T>(value: Expression<T>) => ofKind(value, sql<T | null>`min(${value})`)

/** The smallest value, null of no rows. */
export const minOf = <T extends Column>(column: T) =>
  ofKind(column, sql<T['_']['data'] | null>`min(${column})`)

/** The largest value, null of no rows. */
export const maxOf = <T extends Column>(column: T) =>
  ofKind(column, sql<T['_']['data'] | null>`max(${column})`)

/**
 * Like `inArray`, but no index of the column is used: for what narrows rows that another condition finds.
 * SQLite takes the index of either list by what it guesses of their lengths, and would look up each pair.
 */
export const inArrayUnindexed = (column: Column, values: string[]) =>
  engine === 'postgres' ? inArray(column, values) : sql`+${inArray(column, values)}`

/** The column, so that no index of it is used: for what narrows rows that come in the order of another one. */
export const unindexed = <T extends Column>(column: T) =>
  ofKind(column, engine === 'postgres' ? sql<T['_']['data']>`${column}` : sql`+${column}`)

/** The value, or another where it is empty, such as that of a column. */
export const orElse = <T extends string | number>(
  value: TenantColumn | Expression<T | null>,
  otherwise: T | TenantColumn,
) =>
  ofKind(
    value,
    sql<T>`coalesce(${value}, ${is(otherwise, Column) ? otherwise : sql.param(otherwise, value)})`,
  )

/** The first of some texts that is there and not empty. */
export const firstText = (...texts: (Value | string)[]) =>
  sql<string>`coalesce(${sql.join(
    texts.map((text) => sql`nullif(${text}, '')`),
    sql`, `,
  )})`

/** So many characters of a text, beginning with one that is counted from 1. */
export const sliceOf = (column: Column, from: number, length: number) =>
  sql<string>`substr(${column}, ${from}, ${length})`

/** The text in lower case; for ordering titles as people do. */
export const withoutCase = (column: Column) => sql<string>`lower(${column})`

/** One more than the column. */
export const plus = (column: Value, by: number) => sql`${column} + ${by}`

/** By how many days one day is after another. */
export const minus = (day: SQL, other: SQL) => sql<number>`${day} - ${other}`.mapWith(Number)

/** The one value of a query that gives one, of the kind of a column, for each row of the query around it. */
export const scalar = <T extends Column>(column: T, query: { getSQL(): SQL }) =>
  ofKind(column, sql<T['_']['data'] | null>`(${query.getSQL()})`)

/** Like `scalar`, for a number. */
export const scalarNumber = (query: { getSQL(): SQL }) =>
  sql<number>`(${query.getSQL()})`.mapWith(Number)

/** Whether an error says that a unique index refused a row. */
export function isUniqueViolation(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown }
  return (
    code === '23505' ||
    code === 'SQLITE_CONSTRAINT_UNIQUE' ||
    code === 'SQLITE_CONSTRAINT_PRIMARYKEY' ||
    (!!cause && isUniqueViolation(cause))
  )
}

function ofKind<T>(kind: Kind, expression: SQL<T>): Expression<T> {
  return Object.assign(expression.mapWith(kind) as SQL<T>, {
    mapToDriverValue: (value: unknown) => kind.mapToDriverValue(value),
    mapFromDriverValue: (value: unknown) => kind.mapFromDriverValue(value),
  })
}
