import { hoursTyped, parseMinutes } from '~/domain/duration'
import { expect, test } from 'vitest'

test.each([
  ['1.5', 90],
  ['1,5', 90],
  ['.5', 30],
  ['1:30', 90],
  ['0:50', 50],
  ['90 min', 90],
  ['90m', 90],
  ['2 h', 120],
  ['2 hours', 120],
  ['1h 30m', 90],
  ['1h30', 90],
  ['  3  ', 180],
])('hours typed as %j are %i minutes', (typed, minutes) => {
  expect(parseMinutes(typed)).toBe(minutes)
})

test.each(['', 'an hour', '1:75', '-2', '1.5.2', '1e3', 'NaN', '1 :30'])(
  '%j cannot be read as hours',
  (typed) => {
    expect(parseMinutes(typed)).toBeNull()
  },
)

test('minutes shown for typing are read as the same minutes', () => {
  for (let minutes = 1; minutes <= 16 * 60; minutes++) {
    expect(parseMinutes(hoursTyped(minutes))).toBe(minutes)
  }
})
