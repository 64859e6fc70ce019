import { newId } from '#db/id'
import { courses } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { expect, test, vi } from 'vitest'
import { openTestStore, type TestStore } from '../support/database'
import { WORLD_NOW, world } from '../support/world'

const { northside, southside } = world

const addCourse = (store: TestStore) =>
  store.write(async (tx) => {
    await forDistrict(tx, northside.id)
      .insert(courses)
      .values({ id: newId(), title: 'One more', createdAt: WORLD_NOW })
  })

test('what is settled is made once for each district', async () => {
  const store = await openTestStore()
  const make = vi.fn<() => Promise<string>>(async () => 'made')

  await forDistrict(store.read, northside.id).keep('settled', make)
  await addCourse(store)
  await forDistrict(store.read, northside.id).keep('settled', make)
  await forDistrict(store.read, southside.id).keep('settled', make)

  expect(make).toHaveBeenCalledTimes(2)
})

test('what failed is made again', async () => {
  const store = await openTestStore()
  const db = forDistrict(store.read, northside.id)
  const make = vi
    .fn<() => Promise<string>>(async () => 'made')
    .mockRejectedValueOnce(new Error('not now'))

  await expect(db.keep('key', make)).rejects.toThrow('not now')

  expect(await db.keep('key', make)).toBe('made')
})

test('what depends on the rows is made again after each write', async () => {
  const store = await openTestStore()
  const db = forDistrict(store.read, northside.id)
  const count = () => db.keepUntilWritten('courses', () => db.count(courses))
  const before = await count()

  expect(await count()).toBe(before)
  await addCourse(store)

  expect(await count()).toBe(before + 1)
})

test('within a transaction nothing is kept, for it sees what others do not', async () => {
  const store = await openTestStore()
  const make = vi.fn<() => Promise<string>>(async () => 'made')

  await store.write(async (tx) => {
    await forDistrict(tx, northside.id).keepUntilWritten('key', make)
    await forDistrict(tx, northside.id).keepUntilWritten('key', make)
  })

  expect(make).toHaveBeenCalledTimes(2)
})

test('only the latest are kept', async () => {
  const store = await openTestStore()
  const db = forDistrict(store.read, northside.id)
  const make = vi.fn<() => Promise<string>>(async () => 'made')
  const keys = Array.from({ length: 40 }, (_, number) => String(number))

  for (const key of keys) await db.keep(key, make)
  await db.keep(keys.at(-1)!, make)
  expect(make).toHaveBeenCalledTimes(40)
  await db.keep(keys[0]!, make)

  expect(make).toHaveBeenCalledTimes(41)
})
