import { describe, expect, test } from 'vitest'
import {
  daysBetween,
  formatDay,
  formatExactDay,
  formatShortDay,
  relativeDay,
} from '../../app/ui/day'

const today = '2026-09-27'

describe('a day in words', () => {
  test('leaves out the year of today', () => {
    expect(formatDay('2026-10-03', today)).toBe('Saturday 3 October')
    expect(formatShortDay('2026-10-03', today)).toBe('3 Oct')
  })

  test('keeps any other year, and every year when today is unknown', () => {
    expect(formatDay('2027-01-05', today)).toBe('Tuesday 5 January 2027')
    expect(formatShortDay('2025-12-31', today)).toBe('31 Dec 2025')
    expect(formatDay('2026-10-03')).toBe('Saturday 3 October 2026')
  })

  test('is exact where nothing may be guessed', () => {
    expect(formatExactDay('2026-10-03')).toBe('3 October 2026')
  })

  test('does not depend on the clock of the machine', () => {
    expect(formatExactDay('2026-01-01')).toBe('1 January 2026')
    expect(formatExactDay('2024-02-29')).toBe('29 February 2024')
  })
})

describe('days between', () => {
  test.each([
    ['2026-09-27', '2026-10-03', 6],
    ['2026-10-03', '2026-09-27', -6],
    ['2026-03-07', '2026-03-09', 2],
    ['2024-02-28', '2024-03-01', 2],
    ['2025-12-31', '2026-01-01', 1],
  ])('%s and %s are %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
  })
})

describe('a day from today', () => {
  test.each([
    ['2026-09-27', 'today'],
    ['2026-09-28', 'tomorrow'],
    ['2026-09-26', 'yesterday'],
    ['2026-10-03', 'in 6 days'],
    ['2026-09-15', '12 days ago'],
    ['2026-10-17', 'in 20 days'],
    ['2026-10-18', 'in 3 weeks'],
    ['2026-11-25', 'in 8 weeks'],
    ['2026-11-26', 'in 2 months'],
    ['2025-09-27', '12 months ago'],
    ['2029-09-27', 'in 3 years'],
  ])('%s is %s', (value, words) => {
    expect(relativeDay(value, today)).toBe(words)
  })
})
