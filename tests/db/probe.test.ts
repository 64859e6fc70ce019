import { expect, test } from 'vitest'
import { emptyStore, openTestStore } from '../support/database'
for (let i=0;i<20;i++) test('opens '+i, async () => {
  const t=performance.now()
  const store = await openTestStore()
  const b=performance.now()
  await store.write(async () => {})
  console.log('open', b-t, performance.now()-b)
  const e = await emptyStore()
  expect(store.engine).toBe(e.engine)
})
