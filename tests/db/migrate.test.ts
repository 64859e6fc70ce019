import { engine } from '#db/dialect'
import { migrate, readMigrations } from '#db/migrate.server'
import * as schema from '#db/schema'
import { pathOf } from '#db/sqlite.server'
import { getTableColumns, getTableName, isTable } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { bareDatabase, emptyStore, MIGRATIONS } from '../support/database'
import { columnsOf, runSql, tablesOf } from './raw'

const FIRST = 'create table cairns (id integer primary key, stones integer)'
const SECOND = 'alter table cairns add column place text'

/** A folder with these migrations, which goes away with the test. */
function migrations(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-migrations-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.sql`), text)
  return folder
}

describe('migrating', () => {
  test('a new database applies everything, in the order of the names', async () => {
    const url = await bareDatabase()
    const folder = migrations({ '0002_place': SECOND, '0001_cairns': FIRST })

    const report = await migrate(url, folder)

    expect(report).toEqual({ applied: ['0001_cairns', '0002_place'], backup: null })
    expect(await columnsOf(url)).toEqual(['cairns.id', 'cairns.place', 'cairns.stones'])
  })

  test('a second time does nothing', async () => {
    const url = await bareDatabase()
    const folder = migrations({ '0001_cairns': FIRST })
    await migrate(url, folder)

    const report = await migrate(url, folder)

    expect(report).toEqual({ applied: [], backup: null })
  })

  test('applies only what is new, and keeps every row', async () => {
    const url = await bareDatabase()
    await migrate(url, migrations({ '0001_cairns': FIRST }))
    await runSql(url, 'insert into cairns values (1, 12)')

    const { applied } = await migrate(
      url,
      migrations({ '0001_cairns': FIRST, '0002_place': SECOND }),
    )

    expect(applied).toEqual(['0002_place'])
    expect(await runSql(url, 'select * from cairns')).toEqual([{ id: 1, stones: 12, place: null }])
  })

  test('refuses a database whose migration has changed since it ran', async () => {
    const url = await bareDatabase()
    await migrate(url, migrations({ '0001_cairns': FIRST }))
    const changed = migrations({ '0001_cairns': `${FIRST} -- a word more`, '0002_place': SECOND })

    await expect(migrate(url, changed)).rejects.toThrow(
      'Migration 0001_cairns has changed since it ran.',
    )
    expect(await columnsOf(url)).toEqual(['cairns.id', 'cairns.stones'])
  })

  test('refuses the database of a newer release', async () => {
    const url = await bareDatabase()
    await migrate(url, migrations({ '0001_cairns': FIRST, '0002_place': SECOND }))

    await expect(migrate(url, migrations({ '0001_cairns': FIRST }))).rejects.toThrow(
      'The database knows migration 0002_place; this release does not.',
    )
  })

  test('that fails half-way changes nothing and can be tried again', async () => {
    const url = await bareDatabase()
    await migrate(url, migrations({ '0001_cairns': FIRST }))
    const half = `${SECOND};\n--> statement-breakpoint\ninsert into nowhere values (1)`
    const failing = migrations({ '0001_cairns': FIRST, '0002_place': half })

    await expect(migrate(url, failing)).rejects.toThrow(/nowhere/)

    expect(await columnsOf(url)).toEqual(['cairns.id', 'cairns.stones'])
    const mended = migrations({ '0001_cairns': FIRST, '0002_place': SECOND })
    expect((await migrate(url, mended)).applied).toEqual(['0002_place'])
  })

  test('refuses to lose rows of a table', async () => {
    const url = await bareDatabase()
    await migrate(url, migrations({ '0001_cairns': FIRST }))
    await runSql(url, 'insert into cairns values (1, 12), (2, 3)')
    const losing = migrations({
      '0001_cairns': FIRST,
      '0002_tidy': 'delete from cairns where stones < 5',
    })

    await expect(migrate(url, losing)).rejects.toThrow(
      'Migration 0002_tidy would change table cairns from 2 rows to 1.',
    )
    expect(await runSql(url, 'select count(*) as n from cairns')).toEqual([{ n: countOf(2) }])
  })

  test('refuses to drop a table with rows', async () => {
    const url = await bareDatabase()
    await migrate(url, migrations({ '0001_cairns': FIRST }))
    await runSql(url, 'insert into cairns values (1, 12)')
    const dropping = migrations({ '0001_cairns': FIRST, '0002_drop': 'drop table cairns' })

    await expect(migrate(url, dropping)).rejects.toThrow('cairns from 1 rows to none')
    expect(await tablesOf(url)).toEqual(['cairns'])
  })

  test('loses rows of a table only where the migration says so', async () => {
    const url = await bareDatabase()
    await migrate(url, migrations({ '0001_cairns': FIRST }))
    await runSql(url, 'insert into cairns values (1, 12)')
    const dropping = migrations({
      '0001_cairns': FIRST,
      '0002_drop': '-- drops rows of cairns\ndrop table cairns',
    })

    await migrate(url, dropping)

    expect(await tablesOf(url)).toEqual([])
  })

  test('refuses to leave a row that points to nothing', async () => {
    const url = await bareDatabase()
    const first =
      `${FIRST};\n--> statement-breakpoint\n` +
      'create table walkers (id integer primary key, cairn_id integer references cairns (id))'
    await migrate(url, migrations({ '0001_cairns': first }))
    await runSql(url, 'insert into cairns values (1, 12)', 'insert into walkers values (7, 1)')
    const breaking = migrations({
      '0001_cairns': first,
      '0002_move': 'update walkers set cairn_id = 99',
    })

    await expect(migrate(url, breaking)).rejects.toThrow(/foreign key/)
    expect(await runSql(url, 'select cairn_id from walkers')).toEqual([{ cairn_id: 1 }])
  })

  test('by three processes at once applies each migration once', async () => {
    const url = await bareDatabase()
    const program = ['--import', 'tsx', 'tests/db/migrate-program.ts', url, MIGRATIONS]
    const env = { ...process.env, DATABASE_URL: url }

    const outputs = await Promise.all(
      [1, 2, 3].map(() => promisify(execFile)(process.execPath, program, { env })),
    )

    const applied = outputs.flatMap(({ stdout }) => JSON.parse(stdout) as string[])
    expect(applied).toEqual(readMigrations(MIGRATIONS).map(({ name }) => name))
  })
})

describe('the migrations of this release', () => {
  test('make exactly the tables and columns of the schema', async () => {
    const { url } = await emptyStore()
    const tables = Object.values(schema).filter((value) => isTable(value)) as SQLiteTable[]

    const made = await columnsOf(url)

    const columns = tables.flatMap((table) =>
      Object.values(getTableColumns(table)).map(({ name }) => `${getTableName(table)}.${name}`),
    )
    expect(made).toEqual(columns.toSorted())
  })
})

if (engine === 'sqlite') {
  describe('migrating a SQLite file', () => {
    test('that holds something makes a copy beside it before', async () => {
      const url = await bareDatabase()
      await migrate(url, migrations({ '0001_cairns': FIRST }))
      await runSql(url, 'insert into cairns values (1, 12)')

      const { backup } = await migrate(
        url,
        migrations({ '0001_cairns': FIRST, '0002_place': SECOND }),
      )

      expect(backup).toContain(`${pathOf(url)}.before-`)
      expect(existsSync(backup!)).toBe(true)
      expect(await columnsOf(`file:${backup}`)).toEqual(['cairns.id', 'cairns.stones'])
      expect(await runSql(`file:${backup}`, 'select * from cairns')).toEqual([
        { id: 1, stones: 12 },
      ])
    })

    test('by rebuilding a table keeps the rows of tables that would follow it', async () => {
      const url = await bareDatabase()
      const first =
        `${FIRST};\n--> statement-breakpoint\n` +
        'create table walkers (id integer primary key, cairn_id integer references cairns (id) on delete cascade)'
      await migrate(url, migrations({ '0001_cairns': first }))
      await runSql(url, 'insert into cairns values (1, 12)', 'insert into walkers values (7, 1)')
      const rebuild = [
        'create table rebuilt (id integer primary key, stones integer not null)',
        'insert into rebuilt select id, stones from cairns',
        'drop table cairns',
        'alter table rebuilt rename to cairns',
      ].join(';\n--> statement-breakpoint\n')

      await migrate(url, migrations({ '0001_cairns': first, '0002_rebuild': rebuild }))

      expect(await runSql(url, 'select id, cairn_id from walkers')).toEqual([
        { id: 7, cairn_id: 1 },
      ])
      expect(await runSql(url, 'pragma foreign_key_check')).toEqual([])
    })

    test('makes the folder that it is to stand in', async () => {
      const url = `${await bareDatabase()}.folder/deep/cairn.db`

      await migrate(url, migrations({ '0001_cairns': FIRST }))

      expect(existsSync(pathOf(url))).toBe(true)
    })
  })
}

/** PostgreSQL gives counts as text, since they may be larger than a number. */
const countOf = (count: number) => (engine === 'postgres' ? String(count) : count)
