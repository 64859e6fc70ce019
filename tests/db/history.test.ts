import { describe, expect, test } from 'vitest'
import { openTestStore } from '../support/database'
import { runSql } from './raw'

const HISTORY = ['events', 'reviews', 'ledger_entries']

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
})
