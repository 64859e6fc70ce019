import * as schema from '#db/schema'
import { getTableName, isTable } from 'drizzle-orm'
import {
  blob,
  foreignKey,
  index,
  integer,
  primaryKey,
  type SQLiteTable,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lenientTables, misnamedColumns, tenancyFaults, unindexedForeignKeys } from './schema-rules'

/** What belongs to no district, or to several. */
const GLOBALS = [
  'districts',
  'users',
  'user_emails',
  'sessions',
  'tokens',
  'sign_in_failures',
  'state_viewers',
  'kept_forms',
  'outgoing_mail',
]
/** A member may be a person who signs in. */
const EXCEPTIONS = ['members.user_id']
/** Large tables that are asked by something else first, or point by few rows, and whose parents are never deleted. */
const UNINDEXED = [
  'ledger_entries (district_id,member_id)',
  'ledger_entries (district_id,organization_id)',
  'ledger_entries (district_id,corrects_id)',
  'submissions (district_id,organization_id)',
  'credit_uses (district_id,reverses_id)',
]

const tables = Object.values(schema).filter((value) => isTable(value)) as SQLiteTable[]
const named = tables.map((table) => ({ name: getTableName(table), table }))
const ofDistricts = named.filter(({ name }) => !GLOBALS.includes(name))

describe('the tables', () => {
  test('are all either of a district or in the short list of global ones', () => {
    const names = named.map(({ name }) => name)

    expect(GLOBALS.filter((name) => !names.includes(name))).toEqual([])
    expect(ofDistricts.length).toBeGreaterThan(GLOBALS.length)
  })

  test.each(ofDistricts)('$name cannot hold or name a row of another district', ({ table }) => {
    expect(tenancyFaults(table, GLOBALS, EXCEPTIONS)).toEqual([])
  })

  test.each(named)('$name has an index for each of its foreign keys', ({ table }) => {
    const missing = unindexedForeignKeys(table).filter((key) => !UNINDEXED.includes(key))

    expect(missing).toEqual([])
  })

  test.each(named)('$name has columns that are what their names say', ({ table }) => {
    expect(misnamedColumns(table)).toEqual([])
  })
})

describe('the migrations', () => {
  const filesOf = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.sql'))

  test('are as many for each engine', () => {
    expect(filesOf('drizzle/sqlite')).toEqual(filesOf('drizzle/postgres'))
  })

  test.each(filesOf('drizzle/sqlite'))('%s makes strict tables only', (file) => {
    const migration = readFileSync(`drizzle/sqlite/${file}`, 'utf8')

    expect(lenientTables(migration)).toEqual([])
  })
})

describe('a planted fault is caught:', () => {
  const key = { districtId: integer('district_id').notNull(), id: blob('id').notNull() }
  const faultsOf = (table: SQLiteTable) => tenancyFaults(table, GLOBALS, EXCEPTIONS)

  test('a table without a district', () => {
    const notes = sqliteTable('notes', { id: text('id').primaryKey() })

    expect(faultsOf(notes)).toEqual([
      'notes has no district_id that is not null',
      'notes does not begin with district_id',
      'notes primary key (id) does not begin with district_id',
    ])
  })

  test('a district that may be empty, and a unique index without it', () => {
    const notes = sqliteTable(
      'notes',
      { districtId: integer('district_id'), id: blob('id'), slug: text('slug') },
      (t) => [primaryKey({ columns: [t.districtId, t.id] }), uniqueIndex('notes_slug').on(t.slug)],
    )

    expect(faultsOf(notes)).toEqual([
      'notes has no district_id that is not null',
      'notes unique index (slug) does not begin with district_id',
    ])
  })

  test('foreign keys that carry no district, or lead to a global table', () => {
    const notes = sqliteTable(
      'notes',
      { ...key, goalId: blob('goal_id'), userId: blob('user_id') },
      (t) => [
        primaryKey({ columns: [t.districtId, t.id] }),
        foreignKey({ columns: [t.goalId], foreignColumns: [schema.goals.id] }),
        foreignKey({ columns: [t.userId], foreignColumns: [schema.users.id] }),
      ],
    )

    expect(faultsOf(notes)).toEqual([
      'notes points to goals by goal_id, without district_id',
      'notes points to users, which belongs to no district',
    ])
  })

  test('a foreign key without an index, and one with a partial index', () => {
    const { goals } = schema
    const notes = sqliteTable(
      'notes',
      { ...key, goalId: blob('goal_id'), otherId: blob('other_id'), goodId: blob('good_id') },
      (t) => [
        ...[t.goalId, t.otherId, t.goodId].map((column) =>
          foreignKey({
            columns: [t.districtId, column],
            foreignColumns: [goals.districtId, goals.id],
          }),
        ),
        index('notes_goal').on(t.goalId, t.districtId),
        index('notes_good').on(t.districtId, t.goodId, t.id),
      ],
    )

    expect(unindexedForeignKeys(notes)).toEqual([
      'notes (district_id,goal_id)',
      'notes (district_id,other_id)',
    ])
  })

  test('a name that promises another type', () => {
    const notes = sqliteTable('notes', {
      ...key,
      createdAt: text('created_at'),
      dueOn: integer('due_on', { mode: 'timestamp_ms' }),
      creditMinutes: text('credit_minutes'),
    })

    expect(misnamedColumns(notes)).toEqual([
      'notes.created_at',
      'notes.due_on',
      'notes.credit_minutes',
    ])
  })

  test('a table that is not strict', () => {
    const migration =
      'CREATE TABLE `a` (\n\t`x` text\n);\nCREATE TABLE `b` (\n\t`y` text\n) STRICT;\n'

    expect(lenientTables(migration)).toEqual(['a'])
  })
})
