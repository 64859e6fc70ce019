import { expect, test } from 'vitest'
import { evaluate } from '~/domain/evaluation/evaluate'
import { suggestionsFor } from '~/domain/renewal/suggestions'
import { inputOf } from '../../support/evaluations'

const sentences = (id: string, rows: object[]) =>
  suggestionsFor(evaluate(inputOf(id, { rows }))).map(({ sentence }) => sentence)

test('a topic that is named wants more on it; those without one want a name', () => {
  const rows = [
    { id: 'a', hours: 6, topic: 'UDL', proofs: ['product'] },
    { id: 'b', hours: 1, title: 'Apps', proofs: ['product'] },
  ]

  expect(sentences('us-ma-2017', rows)).toEqual([
    '4 PDPs more on UDL, and 6 PDPs count.',
    'Name the topic of each, so that they add up: 1 PDP waits for that.',
  ])
})

test('nothing is suggested for an activity that is over and too small', () => {
  const rows = [{ hours: 4, activityKind: 'workshop' }]

  expect(sentences('us-va-2018', rows)).toEqual([])
})

test('one unit waits, several wait', () => {
  const waiting = (hours: number) => [{ hours, status: 'waiting', topic: 'UDL' }]

  expect(sentences('us-ny-ctle-2016', waiting(1))).toContain('1 CTLE hour waits for approval.')
  expect(sentences('us-ny-ctle-2016', waiting(2))).toContain('2 CTLE hours wait for approval.')
})

test('the rest of what counts is told where it may fill a category', () => {
  expect(sentences('us-ma-2017', [{ hours: 12, topic: 'UDL' }])).toEqual([
    '12 PDPs count toward the total only. Say which categories they fit, and they may fill what is short.',
  ])
})
