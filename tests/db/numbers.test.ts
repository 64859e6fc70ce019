import { openStore, type Store } from '#db/client.server'
import { bytesOfId, isLongId, newId, newLongId } from '#db/id'
import { idNumbers } from '#db/schema'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openTestStore } from '../support/database'

const BLOCK = 65_536

const numberOf = (id: string) => bytesOfId(id).readUInt32BE()
const nextOf = async (store: Store) => (await store.read.select().from(idNumbers))[0]?.next
const idsOf = (store: Store, count: number) =>
  store.write(async () => Array.from({ length: count }, newId))

test('identifiers made within a write are short, one after the other', async () => {
  const store = await openTestStore()

  const [first, second] = await idsOf(store, 2)
  const [third] = await idsOf(store, 1)

  expect([first, second, third].map((id) => id!.length)).toEqual([7, 7, 7])
  expect(numberOf(second!)).toBe(numberOf(first!) + 1)
  expect(numberOf(third!)).toBe(numberOf(second!) + 1)
})

test('a write may ask for a long one', async () => {
  const store = await openTestStore()

  const id = await store.write(async () => newLongId())

  expect(isLongId(id)).toBe(true)
})

test('what goes on beside a write has no part in its numbers', async () => {
  const store = await openTestStore()
  const writing = store.write(() => pause(10))

  expect(isLongId(newId())).toBe(true)
  await writing
})

test('a number is not given again after a write that failed', async () => {
  const store = await openTestStore()
  let lost = ''

  const failing = store.write(async () => {
    lost = newId()
    throw new Error('No.')
  })
  await expect(failing).rejects.toThrow('No.')
  const [following] = await idsOf(store, 1)

  expect(numberOf(following!)).toBe(numberOf(lost) + 1)
})

test('a write that uses them up goes on with long ones, and the next one has short ones again', async () => {
  const store = await openTestStore()

  const ids = await idsOf(store, BLOCK + 10)
  const [following] = await idsOf(store, 1)

  expect(ids.filter(isLongId)).toHaveLength(10)
  expect(isLongId(following!)).toBe(false)
  expect(new Set([...ids, following]).size).toBe(BLOCK + 11)
})

test('a write that is large finds at least half a block', async () => {
  const store = await openTestStore()
  await idsOf(store, BLOCK / 2 + 1)

  const ids = await idsOf(store, BLOCK / 2)

  expect(ids.some(isLongId)).toBe(false)
})

test('writes at the same time get no number twice', async () => {
  const store = await openTestStore()

  const ids = await Promise.all(
    Array.from({ length: 20 }, () =>
      store.write(async () => {
        const first = newId()
        await pause(1)
        return [first, newId()]
      }),
    ),
  )

  expect(ids.flat().some(isLongId)).toBe(false)
  expect(new Set(ids.flat()).size).toBe(40)
})

test('stores on one database give no number twice', async () => {
  const store = await openTestStore()
  const other = await openStore(store.url)
  const ids: string[] = []

  for (let turn = 0; turn < 20; turn++) ids.push(...(await idsOf(turn % 2 ? store : other, 5000)))
  await other.close()

  expect(ids.some(isLongId)).toBe(false)
  expect(new Set(ids).size).toBe(100_000)
})

test('what is left of a block goes back when a store is closed', async () => {
  const store = await openTestStore()
  const [first] = await idsOf(store, 1)
  await store.close()

  const again = await openStore(store.url)
  const [second] = await idsOf(again, 1)
  await again.close()

  expect(numberOf(second!)).toBe(numberOf(first!) + 1)
})

test('nothing goes back once another store has taken the next block', async () => {
  const store = await openTestStore()
  const other = await openStore(store.url)
  await idsOf(other, 1)
  const [own] = await idsOf(store, 1)
  const before = await nextOf(store)

  await other.close()

  expect(await nextOf(store)).toBe(before)
  expect(numberOf((await idsOf(store, 1))[0]!)).toBe(numberOf(own!) + 1)
})
