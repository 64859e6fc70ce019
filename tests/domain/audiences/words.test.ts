import type { Condition } from '~/domain/audiences/audience'
import { audienceInWords } from '~/domain/audiences/words'
import { expect, test } from 'vitest'

const names = {
  n: 'Northside',
  m: 'Northside Middle',
  l: 'New mentors',
  p: 'AI literacy',
  a: 'Ana Alvarez',
  b: 'Ben Brook',
  c: 'Cora Cole',
  d: 'Dan Dole',
}
const educators: Condition = {
  kind: 'works',
  not: false,
  organizationId: 'n',
  roles: ['educator'],
  gradeBands: ['middle'],
  subjects: [],
}
const since: Condition = { kind: 'hired', from: '1 March 2026', until: null }
const listed: Condition = { kind: 'list', not: false, listId: 'l' }

const inWords = (any: Condition[][], except: string[] = []) =>
  audienceInWords({ any, except }, names, (day) => day)

test('an audience is said in one sentence', () => {
  expect(inWords([[educators, since], [listed]], ['a'])).toBe(
    'all educators of the middle schools of Northside hired since 1 March 2026, or anybody on the list New mentors, but for Ana Alvarez',
  )
})

test.each<[string, Condition[]]>([
  ['everybody of Northside', [{ ...educators, roles: [], gradeBands: [] }]],
  [
    'all educators and coaches of Northside teaching Art or Science',
    [{ ...educators, gradeBands: [], roles: ['educator', 'coach'], subjects: ['Art', 'Science'] }],
  ],
  [
    'everybody not at Northside Middle',
    [{ ...educators, not: true, organizationId: 'm', roles: [], gradeBands: [] }],
  ],
  ['everybody with 2 to under 5 years of service', [{ kind: 'service', atLeast: 2, lessThan: 5 }]],
  ['everybody with less than 1 year of service', [{ kind: 'service', atLeast: null, lessThan: 1 }]],
  [
    'all educators of the middle schools of Northside without a completion of “AI literacy”',
    [educators, { kind: 'pathway', not: true, pathwayId: 'p', state: 'completed' }],
  ],
  [
    'everybody with a valid license of Massachusetts',
    [{ kind: 'license', not: false, jurisdiction: 'US-MA', license: null }],
  ],
  ['Ana Alvarez and Ben Brook', [{ kind: 'people', not: false, memberIds: ['a', 'b'] }]],
  [
    'Ana Alvarez, Ben Brook, and 2 others',
    [{ kind: 'people', not: false, memberIds: ['a', 'b', 'c', 'd'] }],
  ],
])('one block is: %s', (words, block) => {
  expect(inWords([block])).toBe(words)
})
