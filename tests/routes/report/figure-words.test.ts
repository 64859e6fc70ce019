import { expect, test } from 'vitest'
import {
  changeInUnit,
  currentInWords,
  inPercent,
  inUnit,
  pointsBetween,
} from '~/routes/report/figure-words'

test('a figure has the word of its unit', () => {
  expect(inUnit('people', 1)).toBe('1 person')
  expect(inUnit('people', 1200)).toBe('1,200 people')
  expect(inUnit('goals', 0)).toBe('0 goals')
  expect(inUnit('submissions', 2)).toBe('2 submissions')
  expect(inUnit('days', 3)).toBe('3 days')
  expect(inUnit('minutes', 90)).toBe('1.5\u00a0h')
  expect(inUnit('badges', null)).toBe('–')
})

test('a change has its direction as a sign', () => {
  expect(changeInUnit('people', 5)).toBe('+5 people')
  expect(changeInUnit('minutes', -120)).toBe('−2\u00a0h')
  expect(changeInUnit('days', 0)).toBe('the same')
  expect(changeInUnit('days', null)).toBe('–')
})

test('shares differ by points of what is shown', () => {
  expect(inPercent(0.625)).toBe('63%')
  expect(pointsBetween(0.5, 0.25)).toBe('+25 points')
  expect(pointsBetween(0.24, 0.25)).toBe('−1 point')
  expect(pointsBetween(0.5, 0.5)).toBe('0 points')
  expect(pointsBetween(null, 0.5)).toBe(null)
})

test('those who are current are a share of those the pathway is for', () => {
  const pathway = { title: 'Privacy', audience: 4, current: 1 }

  expect(currentInWords(pathway)).toBe('25% of those “Privacy” is for are current')
  expect(currentInWords({ ...pathway, audience: 0 })).toBe(
    '– of those “Privacy” is for are current',
  )
})
