import * as codes from '#db/codes'
import { strengths } from '#db/codes'
import { codingOf } from '#db/dialect/coding'
import { expect, test } from 'vitest'

test.each(Object.entries(codes))('no two words of %s have the same number', (_, list) => {
  const numbers: number[] = Object.values(list)

  expect(new Set(numbers).size).toBe(numbers.length)
})

test('a word is kept as its number, and read as the word again', () => {
  const coding = codingOf(strengths)

  expect(coding.toDriver('document')).toBe(2)
  expect(coding.fromDriver(2)).toBe('document')
})

test('a word without a number and a number without a word are refused', () => {
  const coding = codingOf(strengths)

  expect(() => coding.toDriver('rumor' as never)).toThrow('No number stands for “rumor”')
  expect(() => coding.fromDriver(99)).toThrow('No word has the number 99')
})
