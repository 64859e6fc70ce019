import { asc } from '#db/query.server'
import { bytesOfId, idOfBytes, idOfUuid, isId, newId, uuidOfId } from '#db/id'
import { courses } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openTestStore } from '../support/database'
import { WORLD_NOW, world } from '../support/world'

const LAST = 'f'.repeat(32)

describe('an identifier', () => {
  test('is 26 letters of an alphabet without i, l, o and u', () => {
    const id = newId()

    expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/)
    expect(isId(id)).toBe(true)
  })

  test('of any sixteen bytes gives the same bytes back', () => {
    const samples = Array.from({ length: 500 }, () => randomBytes(16))

    for (const bytes of samples) expect(Buffer.from(bytesOfId(idOfBytes(bytes)))).toEqual(bytes)
  })

  test('has the least and the greatest value of its form', () => {
    expect(idOfBytes(new Uint8Array(16))).toBe('0'.repeat(26))
    expect(idOfBytes(Buffer.from(LAST, 'hex'))).toBe(`7${'z'.repeat(25)}`)
  })

  test('goes to the form with hyphens and back', () => {
    const id = newId(WORLD_NOW)

    const uuid = uuidOfId(id)

    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(idOfUuid(uuid)).toBe(id)
  })

  test('sorts by the time it was made at, as text and as bytes', () => {
    const moments = ['2024-02-29', '2026-11-20', '2026-11-21', '2031-01-01']
    const ids = moments.map((moment) => newId(new Date(moment)))

    const asText = ids.toReversed().sort()
    const asBytes = ids.toReversed().sort((a, b) => Buffer.compare(bytesOfId(a), bytesOfId(b)))

    expect(asText).toEqual(ids)
    expect(asBytes).toEqual(ids)
  })

  test('made later in the same process sorts later', () => {
    const ids = Array.from({ length: 1000 }, () => newId())

    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(1000)
  })

  test.each([
    ['nothing', ''],
    ['a word', 'new'],
    ['one letter less', '0'.repeat(25)],
    ['one letter more', '0'.repeat(27)],
    ['capital letters', '01DXF6DT00EFNAKS1FGJ97DHGD'],
    ['a letter outside of the alphabet', `0${'u'.repeat(25)}`],
    ['more than 128 bits', `8${'0'.repeat(25)}`],
    ['a line break at the end', `${'0'.repeat(26)}\n`],
  ])('is not %s', (_what, text) => {
    expect(isId(text)).toBe(false)
    expect(() => bytesOfId(text)).toThrow(RangeError)
  })

  test('comes out of the database as it went in, and in the same order', async () => {
    const store = await openTestStore()
    const ids = ['2026-01-01', '2026-01-02', '2026-01-03'].map((day) => newId(new Date(day)))
    const rows = ids
      .toReversed()
      .map((id) => ({ id, title: 'An ordered course', createdAt: WORLD_NOW }))

    await store.write((tx) => forDistrict(tx, world.northside.id).insertMany(courses, rows))

    const stored = await forDistrict(store.read, world.northside.id)
      .select({ id: courses.id })
      .from(courses)
      .orderBy(asc(courses.id))
    expect(stored.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual(ids)
  })
})
