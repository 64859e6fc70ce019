import { kit } from '../dialect'

/**
 * When rows of a table were last written in a district: what is kept in memory holds until then. The
 * district is 0 where a row is of none. SQLite has one row for a table, of the writes counted so far;
 * PostgreSQL one for each transaction, by its number, until it is too old to be asked for.
 */
export const changes = kit.table(
  'changes',
  {
    districtId: kit.district('district_id').notNull(),
    table: kit.word('table_name').notNull(),
    revision: kit.count('revision').notNull(),
  },
  (t) => [kit.primaryKey({ columns: [t.districtId, t.table, t.revision] })],
)
