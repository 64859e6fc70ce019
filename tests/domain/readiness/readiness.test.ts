import { expect, test } from 'vitest'
import { partsOf, whatHelpsMost } from '~/domain/readiness/readiness'

const TODAY = '2026-11-20'
const row = {
  audience: 40,
  assigned: 38,
  engaged: 25,
  demonstrated: 20,
  current: 18,
  expiring: 3,
  waiting: 0,
  oldestOn: null,
}

test('everybody of the audience is in exactly one part of the bar', () => {
  const parts = partsOf(row)

  expect(parts).toEqual({ current: 18, lapsed: 2, underWay: 5, notBegun: 13, notAssigned: 2 })
  expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(row.audience)
})

test('people who start again are not counted twice', () => {
  const parts = partsOf({ ...row, engaged: 15, demonstrated: 20 })

  expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(row.audience)
})

test.each([
  [
    { waiting: 11, oldestOn: '2026-11-08' },
    '11 submissions are waiting for a review; the oldest is 12 days old.',
  ],
  [{ waiting: 1, oldestOn: TODAY }, '1 submission is waiting for a review; it is from today.'],
  [{}, '13 people have not begun.'],
  [{ engaged: 38, demonstrated: 20 }, '18 people are on the way.'],
  [
    { audience: 1, assigned: 1, engaged: 0, demonstrated: 0, current: 0, expiring: 0 },
    '1 person has not begun.',
  ],
  [{ assigned: 10, engaged: 10, demonstrated: 10, current: 10 }, '30 people are not on it yet.'],
  [
    { assigned: 40, engaged: 40, demonstrated: 40, current: 40 },
    '3 people stay current for less than 90 days.',
  ],
  [
    { assigned: 40, engaged: 40, demonstrated: 40, current: 40, expiring: 0 },
    'Everybody is current.',
  ],
  [
    { assigned: 40, engaged: 40, demonstrated: 40, current: 4 },
    '36 people were current and may start again.',
  ],
  [{ audience: 0 }, 'Nobody is in the audience.'],
])('what would help most is one sentence: %o', (given, sentence) => {
  expect(whatHelpsMost({ ...row, ...given }, TODAY)).toBe(sentence)
})
