import { countInWords, partInWords } from '~/domain/reports/rounding'
import { expect, test } from 'vitest'

test('a count that is told as none is said to be fewer than five', () => {
  expect([0, 5, 1205].map(countInWords)).toEqual(['Fewer than five', '5', '1,205'])
})

test('of five it is not said how many reached something: fewer than five would be not all', () => {
  expect(partInWords(0, 5)).toBe('–')
  expect(partInWords(0, 10)).toBe('Fewer than five')
  expect(partInWords(5, 10)).toBe('5')
})
