import { engine } from '#db/dialect'
import { describe, expect, test } from 'vitest'
import { openTestStore } from '../support/database'
import { runSql } from './raw'

const HISTORY = [
  'events',
  'reviews',
  'ledger_entries',
  'pinned_rule_sets',
  'overlays',
  'credit_uses',
  'snapshots',
]

describe.each(HISTORY)('the table %s', (table) => {
  test('refuses to change a row', async () => {
    const { url } = await openTestStore()

    const change = runSql(url, `update ${table} set district_id = district_id`)

    await expect(change).rejects.toThrow('are never changed')
  })

  test('refuses to delete a row', async () => {
    const { url } = await openTestStore()
    const count = `select count(*) as rows from ${table}`
    const before = await runSql(url, count)

    const deletion = runSql(url, `delete from ${table}`)

    await expect(deletion).rejects.toThrow(/are never (changed or )?deleted/)
    expect(await runSql(url, count)).toEqual(before)
  })

  test('refuses to put another row in the place of one', async () => {
    const { url } = await openTestStore()
    const replace = {
      sqlite: `insert or replace into ${table} select * from ${table}`,
      postgres: `insert into ${table} select * from ${table}
        on conflict (district_id, id) do update set district_id = excluded.district_id`,
    }

    const replacement = runSql(url, replace[engine])

    await expect(replacement).rejects.toThrow(/are never (replaced|changed)/)
  })
})
