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
  underWay: 5,
  notBegun: 13,
  waiting: 0,
  oldestOn: null,
}

test('everybody of the audience is in exactly one part of the bar', () => {
  const parts = partsOf(row)

  expect(parts).toEqual({ current: 18, lapsed: 2, underWay: 5, notBegun: 13, notAssigned: 2 })
  expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(row.audience)
})

test('who completed it and starts again is in the part of the completion alone', () => {
  const parts = partsOf({
    ...row,
    audience: 4,
    demonstrated: 1,
    current: 0,
    underWay: 1,
    notBegun: 2,
  })

  expect(parts).toEqual({ current: 0, lapsed: 1, underWay: 1, notBegun: 2, notAssigned: 0 })
})

test.each([
  [
    { waiting: 11, oldestOn: '2026-11-08' },
    '11 submissions are waiting for a review; the oldest is 12 days old.',
  ],
  [{ waiting: 1, oldestOn: TODAY }, '1 submission is waiting for a review; it is from today.'],
  [{}, '13 people have not begun.'],
  [{ engaged: 38, underWay: 18, notBegun: 0 }, '18 people are on the way.'],
  [
    { audience: 1, demonstrated: 0, current: 0, expiring: 0, underWay: 0, notBegun: 1 },
    '1 person has not begun.',
  ],
  [{ demonstrated: 10, current: 10, underWay: 0, notBegun: 0 }, '30 people are not on it yet.'],
  [
    { demonstrated: 40, current: 40, underWay: 0, notBegun: 0 },
    '3 people stay current for less than 90 days.',
  ],
  [
    { demonstrated: 40, current: 40, expiring: 0, underWay: 0, notBegun: 0 },
    'Everybody is current.',
  ],
  [
    { demonstrated: 40, current: 4, underWay: 0, notBegun: 0 },
    '36 people were current and may start again.',
  ],
  [{ audience: 0 }, 'Nobody is in the audience.'],
])('what would help most is one sentence: %o', (given, sentence) => {
  expect(whatHelpsMost({ ...row, ...given }, TODAY)).toBe(sentence)
})
