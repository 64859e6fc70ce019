import { longListById, longListOf } from '~/domain/long-list'
import { expect, test } from 'vitest'
import { allOf } from '../support/csv'

const keys = Array.from({ length: 250 }, (_, at) => ({ id: `k${at}` }))

test('a long list has its rows in the order of the ids, however they are read', async () => {
  const asked: number[] = []

  const { size, batches } = longListById(keys, async (ids) => {
    asked.push(ids.length)
    return ids.map((id) => ({ id })).toReversed()
  })

  expect(size).toBe(250)
  expect(await allOf({ size, batches })).toEqual(keys)
  expect(asked).toEqual([100, 100, 50])
})

test('a row that is gone by the time it is read is left out', async () => {
  const list = longListById(keys, async (ids) =>
    ids.filter((id) => id !== 'k7').map((id) => ({ id })),
  )

  expect(await allOf(list)).toEqual(keys.filter(({ id }) => id !== 'k7'))
})

test('what nobody takes is not read', async () => {
  const read: number[][] = []
  const items = Array.from({ length: 1000 }, (_, at) => at)

  const { batches } = longListOf(items, async (some) => {
    read.push(some)
    return some
  })
  for await (const _ of batches) if (read.length === 2) break

  expect(read.flat()).toEqual(items.slice(0, 200))
})

test('a list without rows reads nothing', async () => {
  const list = longListById([], () => Promise.reject(new Error('Nothing is to be read.')))

  expect([list.size, await allOf(list)]).toEqual([0, []])
})
