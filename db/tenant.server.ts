import { and, eq, type SQL, sql, type Subquery } from 'drizzle-orm'
import type { SelectedFields, SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { bulkInto } from './bulk.server'
import { noteWrite } from './changes.server'
import type { Db } from './client.server'
import { type Earlier, keep, keepOfDay, keepUntilWritten } from './kept.server'
import { countAnew } from './statistics.server'
import { districts } from './schema/districts'
import type { TenantColumns } from './schema/keys'

export type TenantTable = SQLiteTable & { districtId: SQLiteColumn }
type Row<T extends TenantTable> = Omit<T['$inferInsert'], 'districtId'>
type Conditional = { where(condition: SQL | undefined): unknown }

/** The only handle the domain gets: drizzle's builders, with the district already in them. */
export type TenantDb = ReturnType<typeof forDistrict>

const ROWS_AT_ONCE = 400
const ROWS_TO_COUNT_ANEW = 1000
const REFUSED_JOINS = ['rightJoin', 'fullJoin', 'crossJoin']

/** The ids of the districts that have a row of which a condition holds. */
export async function districtsWith(db: Db, table: TenantTable, condition: SQL) {
  const rows = await db
    .selectDistinct({ districtId: table.districtId })
    .from(table as SQLiteTable)
    .where(condition)
  return rows.map(({ districtId }) => districtId as number)
}

/**
 * Narrows a database to one district. A second `.where()` of drizzle replaces the first, so the
 * handle replaces `where` itself, and adds the district to every join.
 */
export function forDistrict(db: Db, districtId: number) {
  const own = (table: TenantTable, condition?: SQL) =>
    and(eq(table.districtId, districtId), condition)

  const scoped = <Q extends Conditional>(query: Q, table: TenantTable): Q => {
    const where = query.where.bind(query)
    query.where = ((condition) => where(own(table, condition))) as Q['where']
    query.where(undefined)
    return withOwnJoins(query)
  }

  /** Whatever is joined is of the district, too. */
  const withOwnJoins = <Q extends object>(query: Q): Q => {
    const builder = query as unknown as Record<string, (joined: object, on: SQL) => unknown>
    for (const name of ['leftJoin', 'innerJoin']) {
      const join = builder[name]?.bind(query)
      if (!join) continue
      builder[name] = (joined, on) =>
        join(joined, 'districtId' in joined ? own(joined as TenantTable, on)! : on)
    }
    for (const name of REFUSED_JOINS) {
      if (!builder[name]) continue
      builder[name] = () => {
        throw new Error(`${name} is not available on a tenant query.`)
      }
    }
    return query
  }

  const owned = <T extends TenantTable>(rows: Row<T>[]) =>
    rows.map((row) => ({ ...row, districtId })) as unknown as T['$inferInsert'][]

  const write = (table: SQLiteTable) => {
    noteWrite(db, districtId, table)
    return db
  }

  return {
    districtId,

    select: <F extends SelectedFields>(fields: F) => ({
      from: <T extends TenantTable>(table: T) =>
        scoped(db.select(fields).from(table as SQLiteTable), table),
    }),

    selectDistinct: <F extends SelectedFields>(fields: F) => ({
      from: <T extends TenantTable>(table: T) =>
        scoped(db.selectDistinct(fields).from(table as SQLiteTable), table),
    }),

    /** Selects from what a query of this handle gives, which is of the district already. */
    selectFrom: <F extends SelectedFields>(query: Subquery, fields: F) =>
      withOwnJoins(db.select(fields).from(query)),

    /**
     * Keeps what can never change any more, for as long as this process has the database open, and
     * makes it where it is not kept yet. The latest asked for stay.
     */
    keep: <T>(key: string, make: () => Promise<T>): Promise<T> =>
      keep(db, `${districtId}/${key}`, make),

    /** As `keep`, of what grows from day to day: it is made from the latest day that is kept. */
    keepOfDay: <T>(
      key: string,
      day: string,
      make: (earlier: Earlier<T> | null) => Promise<T>,
    ): Promise<T> => keepOfDay(db, `${districtId}/${key}`, day, make),

    /**
     * Keeps what is dear to compute until rows are written, by whichever process, of a table that was
     * read to make it, so that it is never out of date. Within a transaction it is made each time.
     */
    keepUntilWritten: <T>(key: string, make: () => Promise<T>): Promise<T> =>
      keepUntilWritten(db, districtId, `${districtId}/${key}`, make),

    count: (table: TenantTable, condition?: SQL) => db.$count(table, own(table, condition)),

    insert: <T extends TenantTable>(table: T) => ({
      values: (rows: Row<T> | Row<T>[]) =>
        write(table)
          .insert(table)
          .values(owned<T>(Array.isArray(rows) ? rows : [rows])),
    }),

    /** Inserts any number of rows as fast as the engine takes them. */
    insertMany: async <T extends TenantTable>(table: T, rows: Row<T>[]) => {
      if (rows.length === 0) return
      await bulkInto(write(table), false)(table, owned<T>(rows))
      if (rows.length >= ROWS_TO_COUNT_ANEW) await countAnew(db, table)
    },

    /**
     * Overwrites columns of any number of rows, each with values of its own, in batches that both
     * engines take. A row has to have every column that must not be empty.
     */
    overwriteMany: async <T extends TenantTable & TenantColumns>(
      table: T,
      rows: Row<T>[],
      columns: (keyof Row<T> & string)[],
    ) => {
      const named = table as unknown as Record<string, SQLiteColumn>
      const set = Object.fromEntries(
        columns.map((column) => [column, sql`excluded.${sql.identifier(named[column]!.name)}`]),
      )
      for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
        await write(table)
          .insert(table)
          .values(owned<T>(rows.slice(start, start + ROWS_AT_ONCE)))
          .onConflictDoUpdate({ target: [table.districtId, table.id], set: set as never })
      }
    },

    /** Changes the settings of the district itself. */
    updateDistrict: async (
      values: Partial<Omit<typeof districts.$inferInsert, 'id' | 'slug' | 'createdAt'>>,
    ) => {
      await write(districts).update(districts).set(values).where(eq(districts.id, districtId))
    },

    update: <T extends TenantTable>(table: T) => ({
      set: (values: Partial<{ [K in keyof Row<T>]: Row<T>[K] | SQL }>) =>
        scoped(
          write(table)
            .update(table)
            .set(values as never),
          table,
        ),
    }),

    delete: <T extends TenantTable>(table: T) => scoped(write(table).delete(table), table),
  }
}
