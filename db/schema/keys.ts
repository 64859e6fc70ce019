import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { kit } from '../dialect'
import { districts } from './districts'

export type TenantColumns = { districtId: SQLiteColumn; id: SQLiteColumn }

/** The two columns every tenant table begins with. */
export const tenantKey = () => ({
  districtId: kit.district('district_id').notNull(),
  id: kit.id('id').notNull(),
})

/** The primary key of a tenant table, and its district. */
export const inDistrict = (t: TenantColumns) => [
  kit.primaryKey({ columns: [t.districtId, t.id] }),
  ofDistrict(t),
]

/** The district of a tenant table that has another primary key, or none. */
export const ofDistrict = (t: { districtId: SQLiteColumn }) =>
  kit.foreignKey({ columns: [t.districtId], foreignColumns: [districts.id] })

/** A foreign key to another tenant table of the same district. */
export const belongsTo = (
  t: { districtId: SQLiteColumn },
  column: SQLiteColumn,
  parent: SQLiteTable & TenantColumns,
) =>
  kit.foreignKey({
    columns: [t.districtId, column],
    foreignColumns: [parent.districtId, parent.id],
  })

/** An index of the rows in which a column has a value, where most have none. */
export const indexOfFilled = (
  name: string,
  t: { districtId: SQLiteColumn },
  column: SQLiteColumn,
) =>
  kit
    .index(name)
    .on(t.districtId, column)
    .where(kit.sql.raw(`${column.name} is not null`))

/** Requires that exactly one of the columns has a value. */
export const exactlyOne = (name: string, columns: SQLiteColumn[]) =>
  kit.check(
    name,
    kit.sql`${kit.sql.join(
      columns.map((column) => kit.sql`(case when ${column} is null then 0 else 1 end)`),
      kit.sql` + `,
    )} = 1`,
  )
