import { expect, test } from 'vitest'
import { formatExactHours, formatHours, hoursFigure } from '../../app/ui/hours'

const plain = (words: string) => words.replaceAll('\u00a0', ' ')

test.each([
  [0, '0 h'],
  [15, '0.25 h'],
  [90, '1.5 h'],
  [100, '1.67 h'],
  [120, '2 h'],
  [74_400, '1,240 h'],
])('%i minutes are %s', (minutes, words) => {
  expect(plain(formatHours(minutes))).toBe(words)
})

test('the figure and its unit stay on one line', () => {
  expect(formatHours(90)).toContain('\u00a0')
  expect(hoursFigure(90)).toBe('1.5')
})

test.each([
  [45, '45 min'],
  [60, '1 h'],
  [100, '1 h 40 min'],
])('%i minutes are exactly %s', (minutes, words) => {
  expect(plain(formatExactHours(minutes))).toBe(words)
})
