import { test } from 'vitest'
import { openTestStore } from '../support/database'
import * as postgres from '../support/database-postgres'
import { openStore } from '#db/client.server'
import { courses } from '#db/schema'
test('x', async () => {
  const s = await openTestStore()
  for (let i = 0; i < 12; i++) {
    const t0 = performance.now()
    const { url, drop } = await postgres.fromTemplate('world', async () => {})
    const t1 = performance.now()
    const store = await openStore(url)
    await store.read.select().from(courses)
    const t2 = performance.now()
    await store.read.select().from(courses)
    const t3 = performance.now()
    await store.write(async (tx) => { await tx.select().from(courses) })
    const t4 = performance.now()
    await store.close()
    const t5 = performance.now()
    await drop()
    console.log('create', t1-t0|0, 'connect+q', t2-t1|0, 'q', t3-t2|0, 'write', t4-t3|0, 'close', t5-t4|0, 'drop', performance.now()-t5|0)
  }
})
