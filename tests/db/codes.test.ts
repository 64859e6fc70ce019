import * as codes from '#db/codes'
import { strengths } from '#db/codes'
import { codingOf } from '#db/dialect/coding'
import { ACTIVITY_KINDS } from '~/domain/activities/activity'
import { COMPETENCIES } from '~/domain/frameworks/competency'
import { expect, test } from 'vitest'

test.each(Object.entries(codes))('no two words of %s have the same number', (_, list) => {
  const numbers: number[] = Object.values(list)

  expect(new Set(numbers).size).toBe(numbers.length)
})

test('every kind of activity and every competency that is shipped has a number', () => {
  const ids = COMPETENCIES.map(({ id }) => id)

  expect(ids.filter((id) => !codes.competencies[id])).toEqual([])
  expect(Object.keys(codes.activityKinds)).toEqual(Object.keys(ACTIVITY_KINDS))
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
