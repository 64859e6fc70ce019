import { type Db, openStore } from '#db/client.server'
import { newId } from '#db/id'
import { apart } from '#db/kept.server'
import { eq } from '#db/query.server'
import { courses, yardsticks } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { describe, expect, test, vi } from 'vitest'
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

test('what grows from day to day goes on from the latest day before', async () => {
  const store = await openTestStore()
  const goOnIn = (id: number) => (day: string) =>
    forDistrict(store.read, id).keepOfDay<string[]>('sum', day, async (earlier) => [
      ...(earlier ? [...earlier.made, `from ${earlier.day}`] : []),
      day,
    ])
  const goOn = goOnIn(northside.id)

  expect(await goOn('2026-01-05')).toEqual(['2026-01-05'])
  expect(await goOn('2026-01-03')).toEqual(['2026-01-03'])
  expect(await goOn('2026-01-09')).toEqual(['2026-01-05', 'from 2026-01-05', '2026-01-09'])
  expect(await goOn('2026-01-04')).toEqual(['2026-01-03', 'from 2026-01-03', '2026-01-04'])
  expect(await goOnIn(southside.id)('2026-01-09')).toEqual(['2026-01-09'])
})

test('what is kept apart is gone with the work', async () => {
  const store = await openTestStore()
  const make = vi.fn<() => Promise<string>>(async () => 'made')
  const keepApart = () => forDistrict(apart(store.read), northside.id).keep('key', make)

  await keepApart()
  await keepApart()
  await forDistrict(store.read, northside.id).keep('key', make)

  expect(make).toHaveBeenCalledTimes(3)
})

describe('what depends on the rows', () => {
  const counting = (store: TestStore, { id }: { id: number } = northside) => {
    const db = forDistrict(store.read, id)
    const make = vi.fn<() => Promise<number>>(async () => db.count(courses))
    return { make, count: () => db.keepUntilWritten('courses', make) }
  }

  test('is made again after rows of a table were written that it was read from', async () => {
    const store = await openTestStore()
    const { make, count } = counting(store)
    const before = await count()

    expect(await count()).toBe(before)
    expect(make).toHaveBeenCalledTimes(1)
    await addCourse(store)

    expect(await count()).toBe(before + 1)
  })

  test('is kept while other tables are written, and other districts', async () => {
    const store = await openTestStore()
    const { make, count } = counting(store)
    const theirs = counting(store, southside)
    await count()
    await theirs.count()

    await store.write(async (tx) => {
      await forDistrict(tx, northside.id)
        .insert(yardsticks)
        .values({ id: newId(), minutes: 600, startsOn: '2020-07-01' })
    })
    await addCourse(store)
    await count()
    await theirs.count()

    expect(make).toHaveBeenCalledTimes(2)
    expect(theirs.make).toHaveBeenCalledTimes(1)
  })

  test('is made again however the rows were written', async () => {
    const store = await openTestStore()
    const { make, count } = counting(store)
    const [course] = await store.read.select().from(courses)
    const db = (tx: Db) => forDistrict(tx, northside.id)
    const row = { id: newId(), title: 'Another', createdAt: WORLD_NOW }
    const ways: ((tx: Db) => Promise<unknown>)[] = [
      (tx) => db(tx).insertMany(courses, [row]),
      (tx) => db(tx).overwriteMany(courses, [{ ...row, title: 'Over' }], ['title']),
      (tx) => db(tx).update(courses).set({ title: 'Renamed' }).where(eq(courses.id, row.id)),
      (tx) => db(tx).delete(courses).where(eq(courses.id, row.id)),
      (tx) =>
        tx.update(courses).set({ title: 'Past the handle' }).where(eq(courses.id, course!.id)),
    ]
    await count()

    for (const [at, way] of ways.entries()) {
      await store.write(async (tx) => void (await way(tx)))
      await count()
      expect(make).toHaveBeenCalledTimes(at + 2)
    }
  })

  test('is made again after the settings of the district were changed', async () => {
    const store = await openTestStore()
    const { make, count } = counting(store)
    await count()

    await store.write(async (tx) => {
      await forDistrict(tx, northside.id).updateDistrict({ name: 'Northside Unified' })
    })
    await count()

    expect(make).toHaveBeenCalledTimes(2)
  })

  test('is made again after another process has written', async () => {
    const store = await openTestStore()
    const other = await openStore(store.url)
    const { make, count } = counting(store)
    await count()

    await other.write(async (tx) => {
      await forDistrict(tx, northside.id)
        .insert(courses)
        .values({ id: newId(), title: 'From elsewhere', createdAt: WORLD_NOW })
    })
    await other.close()
    await count()

    expect(make).toHaveBeenCalledTimes(2)
  })

  test('stays where a write was undone', async () => {
    const store = await openTestStore()
    const { make, count } = counting(store)
    await count()

    await store
      .write(async (tx) => {
        await forDistrict(tx, northside.id).delete(courses)
        throw new Error('Not so.')
      })
      .catch(() => {})
    await count()

    expect(make).toHaveBeenCalledTimes(1)
  })

  test('is made again where it was made of something kept that is made again', async () => {
    const store = await openTestStore()
    const db = forDistrict(store.read, northside.id)
    const { count } = counting(store)
    const twice = () => db.keepUntilWritten('twice', async () => 2 * (await count()))
    await count()
    const before = await twice()

    await addCourse(store)

    expect(await twice()).toBe(before + 2)
  })

  test('is made once for all who ask at the same time', async () => {
    const store = await openTestStore()
    const { make, count } = counting(store)

    await Promise.all([count(), count(), count()])

    expect(make).toHaveBeenCalledTimes(1)
  })

  test('is not what somebody else began to make before the rows were written', async () => {
    const store = await openTestStore()
    const db = forDistrict(store.read, northside.id)
    let goOn = () => {}
    const slow = new Promise<void>((resolve) => (goOn = resolve))
    const count = async () => {
      const counted = await db.count(courses)
      await slow
      return counted
    }
    const first = db.keepUntilWritten('courses', count)
    await vi.waitFor(() => undefined)

    await addCourse(store)
    const second = db.keepUntilWritten('courses', count)
    goOn()

    expect(await second).toBe((await first) + 1)
  })
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
  const keys = Array.from({ length: 600 }, (_, number) => String(number))

  for (const key of keys) await db.keep(key, make)
  await db.keep(keys.at(-1)!, make)
  expect(make).toHaveBeenCalledTimes(600)
  await db.keep(keys[0]!, make)

  expect(make).toHaveBeenCalledTimes(601)
})
