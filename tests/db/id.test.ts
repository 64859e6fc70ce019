import { asc } from '#db/query.server'
import { bytesOfId, idOfBytes, idOfNumber, isId, isLongId, newId, newLongId } from '#db/id'
import { courses } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { openTestStore } from '../support/database'
import { WORLD_NOW, world } from '../support/world'

/** So many bytes as an identifier may have them. */
function someBytes(length: number) {
  const bytes = randomBytes(length)
  bytes[0]! &= 0x3f
  return bytes
}

const byBytes = (a: string, b: string) => Buffer.compare(bytesOfId(a), bytesOfId(b))

afterEach(() => {
  vi.useRealTimers()
})

describe('an identifier', () => {
  test.each([
    [4, 7],
    [5, 8],
    [8, 13],
  ])('of %i bytes has %i letters, and gives the same bytes back', (length, letters) => {
    const samples = Array.from({ length: 500 }, () => someBytes(length))

    for (const bytes of samples) {
      const id = idOfBytes(bytes)
      expect(id).toHaveLength(letters)
      expect(isId(id)).toBe(true)
      expect(isLongId(id)).toBe(letters === 13)
      expect(bytesOfId(id)).toEqual(bytes)
    }
  })

  test('sorts as its bytes do, beside shorter and longer ones that begin alike', () => {
    const ids = Array.from({ length: 500 }, () => someBytes(8)).flatMap((bytes) =>
      [4, 5, 8].map((length) => idOfBytes(bytes.subarray(0, length))),
    )

    expect(ids.toSorted()).toEqual(ids.toSorted(byBytes))
  })

  test.each([
    [1, '0000008'],
    [2 ** 30 - 1, '7zzzzzr'],
    [2 ** 30, '01000000'],
    [2 ** 38 - 1, '7zzzzzzz'],
  ])('of the number %i is %s', (number, id) => {
    expect(idOfNumber(number)).toBe(id)
    expect(isId(id)).toBe(true)
  })

  test.each([0, -1, 1.5, 2 ** 38, NaN])('is not made of the number %d', (number) => {
    expect(() => idOfNumber(number)).toThrow(RangeError)
  })

  test.each([
    ['nothing', ''],
    ['a word', 'central'],
    ['a day', '2026-11-20'],
    ['one letter less', '0'.repeat(6)],
    ['one letter more', '0'.repeat(14)],
    ['capital letters', '38G6TSYSH7RVR'],
    ['a letter outside of the alphabet', `0${'u'.repeat(12)}`],
    ['a first letter that is too large', `8${'0'.repeat(12)}`],
    ['more than 64 bits', `${'0'.repeat(12)}1`],
    ['more than 32 bits', '0000001'],
    ['a line break at the end', `${'0'.repeat(13)}\n`],
  ])('is not %s', (_what, text) => {
    expect(isId(text)).toBe(false)
    expect(isLongId(text)).toBe(false)
    expect(() => bytesOfId(text)).toThrow(RangeError)
  })

  test('comes out of the database as it went in, and in the same order', async () => {
    const store = await openTestStore()
    const ids = [someBytes(8), someBytes(5), someBytes(4)]
      .flatMap((bytes) => [bytes, bytes.subarray(0, 4)])
      .map(idOfBytes)
    const rows = [...new Set(ids)].map((id) => ({ id, title: 'Ordered', createdAt: WORLD_NOW }))

    await store.write((tx) => forDistrict(tx, world.northside.id).insertMany(courses, rows))

    const stored = await forDistrict(store.read, world.northside.id)
      .select({ id: courses.id })
      .from(courses)
      .orderBy(asc(courses.id))
    expect(stored.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual(
      [...new Set(ids)].toSorted(),
    )
  })
})

describe('a long identifier', () => {
  test('made later in the same process sorts later', () => {
    const ids = Array.from({ length: 3000 }, () => newLongId())

    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(3000)
  })

  test('is no other when the clock stands still or goes back', () => {
    vi.useFakeTimers({ now: WORLD_NOW })
    const ids = Array.from({ length: 100 }, () => newLongId())

    vi.setSystemTime(WORLD_NOW.getTime() - 60_000)
    ids.push(...Array.from({ length: 100 }, () => newLongId()))

    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(200)
  })

  test('does not follow from the one of the millisecond before', () => {
    vi.useFakeTimers({ now: Date.now() + 60_000 })
    const gaps = Array.from({ length: 20 }, () => {
      const before = bytesOfId(newLongId()).readBigUInt64BE()
      vi.advanceTimersByTime(1)
      return bytesOfId(newLongId()).readBigUInt64BE() - before
    })

    expect(new Set(gaps).size).toBeGreaterThan(15)
  })

  test('is what is made outside of a write', () => {
    expect(isLongId(newId())).toBe(true)
  })
})
