import { bulkInto } from '#db/bulk.server'
import { dayOfNumber, numberOfDay } from '#db/day'
import { engine } from '#db/dialect'
import { newId } from '#db/id'
import {
  asc,
  between,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  laterOf,
  lt,
  lte,
  maxOf,
  minOf,
  minOfAll,
  ne,
  orElse,
  scalar,
  type SQL,
} from '#db/query.server'
import { leaves } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../support/database'
import { world } from '../support/world'
import { runSql } from './raw'

const { northside } = world

describe('the number of a day', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11016],
    ['2026-11-20', 20777],
    ['9999-12-31', 2932896],
    ['0000-01-01', -719528],
  ])('%s is %i, and the other way around', (day, number) => {
    expect(numberOfDay(day)).toBe(number)
    expect(dayOfNumber(number)).toBe(day)
  })

  test('rises by one from each day of four centuries to the next', () => {
    const first = numberOfDay('1800-01-01')
    const days = Array.from({ length: 146_097 }, (_, after) => dayOfNumber(first + after))

    expect(days.at(-1)).toBe('2199-12-31')
    expect(days.toSorted()).toEqual(days)
    expect(days.map(numberOfDay)).toEqual(days.map((_, after) => first + after))
  })

  test.each([
    ['nothing', ''],
    ['a word', 'tomorrow'],
    ['a day that its month has not', '2026-02-29'],
    ['a thirteenth month', '2026-13-01'],
    ['a month', '2026-11'],
    ['digits left out', '2026-1-1'],
    ['an instant', '2026-11-20T00:00:00Z'],
    ['a year of six digits', '+010000-01-01'],
    ['a number', '20777'],
    ['a space at the end', '2026-11-20 '],
  ])('does not exist for %s', (_what, text) => {
    expect(() => numberOfDay(text)).toThrow(RangeError)
  })

  test.each([2932897, -719529, 0.5, Number.NaN])('is not %d', (number) => {
    expect(() => dayOfNumber(number)).toThrow(RangeError)
  })
})

const SPANS = [
  ['1969-06-01', '1970-06-01'],
  ['1999-12-31', null],
  ['2026-11-19', '2026-11-20'],
  ['2026-11-20', null],
  ['2031-01-01', '9999-12-31'],
] as const

const spans = SPANS.map(([startedOn, endedOn]) => ({
  id: newId(),
  memberId: northside.ana.id,
  startedOn,
  endedOn,
}))

async function storeOfSpans() {
  const store = await openTestStore()
  await store.write(async (tx) => {
    await forDistrict(tx, northside.id).delete(leaves)
    await forDistrict(tx, northside.id).insert(leaves).values(spans)
  })
  return store
}

async function startsOf({ read }: TestStore, condition?: SQL) {
  const rows = await forDistrict(read, northside.id)
    .select({ startedOn: leaves.startedOn })
    .from(leaves)
    .where(condition)
    .orderBy(asc(leaves.startedOn))
  return rows.map(({ startedOn }) => startedOn)
}

describe('a day in the database', () => {
  const { startedOn, endedOn } = leaves

  test('is a number, and comes out as it went in, in the order of the calendar', async () => {
    const store = await storeOfSpans()

    const rows = await forDistrict(store.read, northside.id)
      .select({ startedOn, endedOn })
      .from(leaves)
      .orderBy(asc(startedOn))

    expect(rows.map(Object.values)).toEqual(SPANS)
    expect(await runSql(store.url, 'select min(started_on) as first from leaves')).toEqual([
      { first: -214 },
    ])
  })

  test.each([
    ['equal', eq(startedOn, '2026-11-20'), ['2026-11-20']],
    ['not equal', ne(startedOn, '2026-11-20'), SPANS.map(([day]) => day).toSpliced(3, 1)],
    ['later', gt(startedOn, '2026-11-20'), ['2031-01-01']],
    ['not earlier', gte(startedOn, '2026-11-20'), ['2026-11-20', '2031-01-01']],
    ['earlier', lt(startedOn, '1970-01-01'), ['1969-06-01']],
    ['not later', lte(startedOn, '1999-12-31'), ['1969-06-01', '1999-12-31']],
    ['between', between(startedOn, '1999-12-31', '2026-11-19'), ['1999-12-31', '2026-11-19']],
    ['in a short list', inArray(startedOn, ['1999-12-31', '2000-01-01']), ['1999-12-31']],
    ['empty', isNull(endedOn), ['1999-12-31', '2026-11-20']],
    ['later than another', gt(endedOn, startedOn), ['1969-06-01', '2026-11-19', '2031-01-01']],
  ])('is compared: %s', async (_how, condition, expected) => {
    const store = await storeOfSpans()

    expect(await startsOf(store, condition)).toEqual(expected)
  })

  test('is found in a long list', async () => {
    const store = await storeOfSpans()
    const wanted = Array.from({ length: 40 }, (_, after) => dayOfNumber(20760 + after))

    expect(await startsOf(store, inArray(startedOn, wanted))).toEqual(['2026-11-19', '2026-11-20'])
  })

  test('keeps its kind in an expression, which is read and compared as days are', async () => {
    const store = await storeOfSpans()
    const db = forDistrict(store.read, northside.id)

    const [found] = await db
      .select({
        first: minOf(startedOn),
        last: maxOf(endedOn),
        later: minOfAll(laterOf(endedOn, startedOn)),
      })
      .from(leaves)
    const [none] = await db
      .select({ first: minOf(startedOn) })
      .from(leaves)
      .where(gt(startedOn, '2040-01-01'))

    expect(found).toEqual({ first: '1969-06-01', last: '9999-12-31', later: '1970-06-01' })
    expect(none).toEqual({ first: null })
    expect(await startsOf(store, eq(orElse(endedOn, '2026-11-20'), '2026-11-20'))).toEqual([
      '1999-12-31',
      '2026-11-19',
      '2026-11-20',
    ])
    expect(await startsOf(store, lt(laterOf(endedOn, startedOn), '2026-11-20'))).toEqual([
      '1969-06-01',
      '1999-12-31',
    ])
  })

  test('is put in order with another in its place where it is empty', async () => {
    const store = await storeOfSpans()
    const rows = (...order: SQL[]) =>
      forDistrict(store.read, northside.id)
        .select({ endedOn })
        .from(leaves)
        .orderBy(...order)

    const emptyFirst = await rows(asc(orElse(endedOn, '0001-01-01')))
    const emptyLast = await rows(desc(orElse(endedOn, '0001-01-01')))

    const days = [null, null, '1970-06-01', '2026-11-20', '9999-12-31']
    expect(emptyFirst.map(({ endedOn }) => endedOn)).toEqual(days)
    expect(emptyLast.map(({ endedOn }) => endedOn)).toEqual(days.toReversed())
  })

  test('is the answer of a query within another', async () => {
    const store = await storeOfSpans()
    const db = forDistrict(store.read, northside.id)
    const last = scalar(endedOn, db.select({ last: maxOf(endedOn) }).from(leaves))
    const nothing = scalar(endedOn, db.select({ endedOn }).from(leaves).where(isNull(startedOn)))

    const [row] = await db
      .select({ last, nothing, other: orElse(nothing, '2026-11-20') })
      .from(leaves)
      .where(eq(last, '9999-12-31'))

    expect(row).toEqual({ last: '9999-12-31', nothing: null, other: '2026-11-20' })
  })

  test('goes in with many others, and changes', async () => {
    const store = await storeOfSpans()
    const ofDistrict = { districtId: northside.id }
    const rows = spans.map((span) => ({ ...span, id: newId(), startedOn: '1955-05-05' }))

    await store.write(async (tx) => {
      await bulkInto(tx)(leaves, rows, ofDistrict)
      await forDistrict(tx, northside.id).overwriteMany(leaves, spans, ['startedOn'])
      await forDistrict(tx, northside.id)
        .update(leaves)
        .set({ startedOn: '1966-06-06' })
        .where(eq(startedOn, '1969-06-01'))
    })

    const starts = await startsOf(store, lte(startedOn, '1970-01-01'))
    expect(starts).toEqual([...rows.map(() => '1955-05-05'), '1966-06-06'])
  })

  test('is refused where it is none of the calendar', async () => {
    const store = await storeOfSpans()
    const wrong = { ...spans[0]!, id: newId(), startedOn: '2026-02-29' }

    const insertion = store.write(async (tx) => {
      await forDistrict(tx, northside.id).insert(leaves).values(wrong)
    })

    await expect(insertion).rejects.toThrow('Not a day.')
    await expect(startsOf(store, lte(startedOn, 'later'))).rejects.toThrow('Not a day.')
  })

  test('is not compared as text by any statement of a test', async () => {
    const store = await storeOfSpans()

    const comparison = startsOf(store, sql`${startedOn} <= ${'2026-11-20'}`)

    const refusal = await comparison.catch((error: Error) => String(error.cause ?? error))
    expect(refusal).toContain(
      engine === 'postgres'
        ? 'invalid input syntax for type integer'
        : 'went to the database as text',
    )
  })

  test('is refused as text by the engine itself', async () => {
    const store = await storeOfSpans()

    const change = runSql(store.url, `update leaves set started_on = '2026-11-20'`)

    await expect(change).rejects.toThrow(
      engine === 'postgres' ? 'invalid input syntax for type integer' : 'cannot store TEXT value',
    )
  })
})
