import * as schema from '#db/schema'
import { getTableName, isTable, sql } from 'drizzle-orm'
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
import { readSources } from './source'
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
  'id_numbers',
]
/** A member may be a person who signs in. */
const EXCEPTIONS = ['members.user_id']

const tables = Object.values(schema).filter((value) => isTable(value)) as SQLiteTable[]
const named = tables.map((table) => ({ name: getTableName(table), table }))
/** The tables of which the product deletes rows: only of those does a database look up what points to a row. */
const deletions = readSources('app').flatMap(({ text }) => [
  ...text.matchAll(/\.delete\(\s*(\w+)\s*\)/g),
])
const DELETED = Object.entries(schema)
  .filter(([name, value]) => isTable(value) && deletions.some(([, deleted]) => deleted === name))
  .map(([, table]) => getTableName(table as SQLiteTable))
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

  test('of which rows are deleted are few, and no person or decision is among them', () => {
    expect(DELETED).toEqual(expect.arrayContaining(['activities', 'evidence', 'credit_claims']))
    for (const kept of ['members', 'organizations', 'completions', 'reviews', 'ledger_entries']) {
      expect(DELETED).not.toContain(kept)
    }
  })

  test.each(named)('$name has an index for each foreign key to what is deleted', ({ table }) => {
    expect(unindexedForeignKeys(table, DELETED)).toEqual([])
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

  test('a foreign key to what is deleted, without an index over all rows that have it', () => {
    const { goals } = schema
    const notes = sqliteTable(
      'notes',
      {
        ...key,
        goalId: blob('goal_id'),
        otherId: blob('other_id'),
        goodId: blob('good_id'),
        filledId: blob('filled_id'),
        openId: blob('open_id'),
      },
      (t) => [
        ...[t.goalId, t.otherId, t.goodId, t.filledId, t.openId].map((column) =>
          foreignKey({
            columns: [t.districtId, column],
            foreignColumns: [goals.districtId, goals.id],
          }),
        ),
        index('notes_goal').on(t.goalId, t.districtId),
        index('notes_good').on(t.districtId, t.goodId, t.id),
        index('notes_filled')
          .on(t.districtId, t.filledId)
          .where(sql`filled_id is not null`),
        index('notes_open')
          .on(t.districtId, t.openId)
          .where(sql`id is not null`),
      ],
    )

    expect(unindexedForeignKeys(notes, ['members'])).toEqual([])
    expect(unindexedForeignKeys(notes, ['goals'])).toEqual([
      'notes (district_id,goal_id)',
      'notes (district_id,other_id)',
      'notes (district_id,open_id)',
    ])
  })

  test('a name that promises another type', () => {
    const notes = sqliteTable('notes', {
      ...key,
      createdAt: text('created_at'),
      dueOn: integer('due_on', { mode: 'timestamp_ms' }),
      metOn: text('met_on'),
      creditMinutes: text('credit_minutes'),
    })

    expect(misnamedColumns(notes)).toEqual([
      'notes.created_at',
      'notes.due_on',
      'notes.met_on',
      'notes.credit_minutes',
    ])
  })

  test('a table that is not strict', () => {
    const migration =
      'CREATE TABLE `a` (\n\t`x` text\n);\nCREATE TABLE `b` (\n\t`y` text\n) STRICT;\n'

    expect(lenientTables(migration)).toEqual(['a'])
  })
})
