import { expect, test } from 'vitest'
import { readDay, readFlag, readJurisdiction, readList } from '~/domain/license-imports/cells'

test.each([
  ['MA', 'US-MA'],
  ['us-ma', 'US-MA'],
  ['Massachusetts', 'US-MA'],
  ['north  carolina', 'US-NC'],
  ['', null],
  ['Bavaria', undefined],
])('the state “%s” is %s', (cell, state) => {
  expect(readJurisdiction(cell)).toBe(state)
})

test.each([
  ['2027-06-30', '2027-06-30'],
  ['6/30/2027', '2027-06-30'],
  ['02/29/2028', '2028-02-29'],
  ['', null],
  ['2027-02-29', undefined],
  ['30/6/2027', undefined],
  ['June 2027', undefined],
])('the day “%s” is %s', (cell, day) => {
  expect(readDay(cell)).toBe(day)
})

test.each([
  ['Yes', true],
  ['1', true],
  ['no', false],
  ['', null],
  ['perhaps', undefined],
])('“%s” is %s', (cell, flag) => {
  expect(readFlag(cell)).toBe(flag)
})

test('several codes have semicolons between them', () => {
  expect(readList(' reading; ;esl ')).toEqual(['reading', 'esl'])
})
