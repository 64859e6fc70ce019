import { type AnsweredQuery, openStore } from '#db/client.server'
import { engine } from '#db/dialect'
import { newId } from '#db/id'
import { eq, sumOf } from '#db/query.server'
import { courses, events, sessions, yardsticks } from '#db/schema'
import { openDurable, pathOf } from '#db/sqlite.server'
import { forDistrict } from '#db/tenant.server'
import { sql } from 'drizzle-orm'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../support/database'
import { WORLD_NOW, world } from '../support/world'

const { northside } = world
const here = (db: TestStore['read']) => forDistrict(db, northside.id)
const course = (title: string) => ({ id: newId(), title, createdAt: WORLD_NOW })
const titled = async (store: TestStore, title: string) =>
  here(store.read).count(courses, eq(courses.title, title))

describe('a write', () => {
  test('that throws leaves nothing behind', async () => {
    const store = await openTestStore()

    const work = store.write(async (tx) => {
      await here(tx).insert(courses).values(course('Half a write'))
      await pause(5)
      throw new Error('The second half failed.')
    })

    await expect(work).rejects.toThrow('The second half failed.')
    expect(await titled(store, 'Half a write')).toBe(0)
  })

  test('that is refused by the database leaves nothing behind', async () => {
    const store = await openTestStore()
    const twice = course('Twice the same row')

    const work = store.write(async (tx) => {
      await here(tx).insert(courses).values(twice)
      await here(tx).insert(courses).values(twice)
    })

    await expect(work).rejects.toThrow()
    expect(await titled(store, 'Twice the same row')).toBe(0)
  })

  test('is not seen by a reader before it is committed', async () => {
    const store = await openTestStore()
    let during: number | undefined

    await store.write(async (tx) => {
      await here(tx).insert(courses).values(course('Slowly written'))
      await pause(5)
      during = await titled(store, 'Slowly written')
    })

    expect(during).toBe(0)
    expect(await titled(store, 'Slowly written')).toBe(1)
  })

  test('sees what it has written itself', async () => {
    const store = await openTestStore()

    const seen = await store.write(async (tx) => {
      await here(tx).insert(courses).values(course('Read back'))
      return here(tx).count(courses, eq(courses.title, 'Read back'))
    })

    expect(seen).toBe(1)
  })

  test('inside another write is refused, and the outer one is undone', async () => {
    const store = await openTestStore()

    const work = store.write(async (tx) => {
      await here(tx).insert(courses).values(course('Outer'))
      await store.write(async (inner) => {
        await here(inner).insert(courses).values(course('Inner'))
      })
    })

    await expect(work).rejects.toThrow('A write cannot contain a write.')
    expect(await titled(store, 'Outer')).toBe(0)
    expect(await titled(store, 'Inner')).toBe(0)
  })

  test('after one that failed goes through', async () => {
    const store = await openTestStore()
    const failing = store.write(async () => {
      throw new Error('No.')
    })
    const following = store.write(async (tx) => {
      await here(tx).insert(courses).values(course('The next one'))
    })

    await expect(failing).rejects.toThrow('No.')
    await following

    expect(await titled(store, 'The next one')).toBe(1)
  })

  test('that checks first holds its limit when twenty come at once', async () => {
    const store = await openTestStore()
    const claimOneOfThree = () =>
      store.write(async (tx) => {
        const taken = await here(tx).count(courses, eq(courses.title, 'One of three'))
        await pause(1)
        if (taken >= 3) return false
        await here(tx).insert(courses).values(course('One of three'))
        return true
      })

    const answers = await Promise.all(Array.from({ length: 20 }, claimOneOfThree))

    expect(answers.filter(Boolean)).toHaveLength(3)
    expect(await titled(store, 'One of three')).toBe(3)
  })

  test('gets through while others write again and again', async () => {
    const store = await openTestStore()
    const addAgainAndAgain = async () => {
      for (let time = 0; time < 15; time++)
        await store.write(async (tx) => {
          const known = await here(tx).count(courses, eq(courses.title, 'One more'))
          await here(tx).insert(courses).values(course('One more'))
          return known
        })
    }

    await Promise.all(Array.from({ length: 6 }, addAgainAndAgain))

    expect(await titled(store, 'One more')).toBe(90)
  })

  test('that adds to what it has read loses nothing when ten come at once', async () => {
    const store = await openTestStore()
    const [before] = await here(store.read)
      .select({ minutes: sumOf(yardsticks.minutes) })
      .from(yardsticks)
    const addOne = () =>
      store.write(async (tx) => {
        const [row] = await here(tx).select({ minutes: yardsticks.minutes }).from(yardsticks)
        await here(tx)
          .update(yardsticks)
          .set({ minutes: row!.minutes + 1 })
      })

    await Promise.all(Array.from({ length: 10 }, addOne))

    const [after] = await here(store.read)
      .select({ minutes: sumOf(yardsticks.minutes) })
      .from(yardsticks)
    expect(after!.minutes).toBe(before!.minutes + 10)
  })
})

describe('a value', () => {
  test('comes out of the database as it went in: instant, flag, nested json, nothing', async () => {
    const store = await openTestStore()
    const happenedAt = new Date('2026-03-08T06:59:59.999Z')
    const event = {
      actorId: null,
      type: 'settings.edited' as const,
      subjectId: newId(),
      details: { list: [1, 'zwei', null, { deep: true }], ключ: 'Ålesund 😀' },
      happenedAt,
    }
    const session = {
      id: 'a'.repeat(64),
      userId: northside.ana.userId,
      createdAt: happenedAt,
      expiresAt: WORLD_NOW,
      privileged: true,
      device: 'A phone',
    }

    await store.write(async (tx) => {
      await here(tx).insert(events).values(event)
      await tx.insert(sessions).values(session)
    })

    const [storedEvent] = await store.read
      .select()
      .from(events)
      .where(eq(events.subjectId, event.subjectId))
    const [storedSession] = await store.read
      .select()
      .from(sessions)
      .where(eq(sessions.id, session.id))
    expect(storedEvent).toEqual({ ...event, districtId: northside.id })
    expect(storedSession).toEqual(session)
  })
})

test('a process opens databases of one engine only', async () => {
  const other = engine === 'sqlite' ? 'postgres://localhost/cairn' : 'file:cairn.db'

  await expect(openStore(other)).rejects.toThrow('it cannot open')
})

test('each statement is told with its values, its time and its rows', async () => {
  const store = await openTestStore()
  const told: AnsweredQuery[] = []
  const telling = await openStore(store.url, { onQuery: (query) => told.push(query) })

  const three = await telling.read.select({ id: courses.id }).from(courses).limit(3)
  await telling.close()

  const query = told.find(({ text }) => text.includes('from "courses"'))
  expect(three).toHaveLength(3)
  expect(query).toMatchObject({ rows: 3, milliseconds: expect.any(Number) })
  expect(query?.values).toContain(3)
})

if (engine === 'sqlite') {
  describe('a SQLite file', () => {
    test('takes no write through the connection for reading', async () => {
      const store = await openTestStore()

      const work = here(store.read).insert(courses).values(course('Through the wrong door'))

      await expect(Promise.resolve(work)).rejects.toThrow(/readonly/)
    })

    test('is as durable on both connections when it is opened again', async () => {
      const first = await openTestStore()
      await first.close()

      const second = await openStore(first.url)

      const asked = sql`select * from pragma_synchronous, pragma_journal_mode, pragma_foreign_keys`
      const expected = { synchronous: 2, journal_mode: 'wal', foreign_keys: 1 }
      expect(await second.read.all(asked)).toEqual([expected])
      expect(await second.write((tx) => tx.all(asked))).toEqual([expected])
      await second.close()
    })

    test('trusts nothing that its own schema could call', async () => {
      const store = await openTestStore()

      const connection = openDurable(pathOf(store.url))

      expect(connection.pragma('trusted_schema', { simple: true })).toBe(0)
      expect(connection.pragma('cell_size_check', { simple: true })).toBe(1)
      connection.close()
    })

    test('that is not there is not made by opening it', async () => {
      const store = await openTestStore()

      await expect(openStore(`${store.url}.missing`)).rejects.toThrow(/unable to open/)
    })
  })
}
