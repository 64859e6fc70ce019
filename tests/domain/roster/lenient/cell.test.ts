import { describe, expect, test } from 'vitest'
import { readBoolean, readDate, readList } from '~/domain/roster/lenient/cell'

describe('readDate', () => {
  test.each([
    ['2025-08-31', '2025-08-31'],
    ['2025-8-1', '2025-08-01'],
    ['2025-08-31T10:00:00.000Z', '2025-08-31'],
    ['2025-08-31 00:00', '2025-08-31'],
    ['20250831', '2025-08-31'],
    ['8/31/2025', '2025-08-31'],
    ['8/31/2025 12:00:00 AM', '2025-08-31'],
    ['31.8.2025', '2025-08-31'],
    ['5/5/2025', '2025-05-05'],
  ])('reads %s as %s', (cell, on) => {
    expect(readDate(cell)).toEqual({ on })
  })

  test.each(['5/8/2025', '05-08-2025', '1.12.2025'])('never guesses %s', (cell) => {
    expect(readDate(cell)).toEqual({ problem: 'ambiguous' })
  })

  test('reads an ambiguous date once the order is known', () => {
    expect(readDate('5/8/2025', 'month-first')).toEqual({ on: '2025-05-08' })
    expect(readDate('5/8/2025', 'day-first')).toEqual({ on: '2025-08-05' })
  })

  test.each(['05/08/25', '2025-02-30', '13/13/2025', 'yesterday', '45000'])(
    'does not read %s',
    (cell) => {
      expect(readDate(cell)).toEqual({ problem: 'unreadable' })
    },
  )
})

test.each([
  ['true', true],
  ['TRUE', true],
  ['1', true],
  ['yes', true],
  ['False', false],
  ['0', false],
  ['maybe', null],
  ['', null],
])('readBoolean reads %j as %j', (cell, value) => {
  expect(readBoolean(cell)).toBe(value)
})

test('readList drops blanks, empty items and repetitions', () => {
  expect(readList(' a, b,,a;c ')).toEqual(['a', 'b', 'c'])
  expect(readList('')).toEqual([])
})
