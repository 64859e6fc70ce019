import { expect, test } from 'vitest'
import { isCurrent, isOverdue, mayStartAgain } from '~/domain/pathways/enrollment'
import { requirementInWords } from '~/domain/pathways/pathway'
import { emptyAsk, stepInWords } from '~/domain/pathways/step-kinds'
import type { Audience } from '#db/words'
import { reasonInWords } from '~/domain/pathways/reason'

const TODAY = '2026-11-20'
const plain = (day: string) => day

const audience: Audience = {
  any: [
    [
      {
        kind: 'works',
        not: false,
        organizationId: 'n',
        roles: ['educator'],
        gradeBands: [],
        subjects: [],
      },
    ],
    [{ kind: 'list', not: false, listId: 'l' }],
  ],
  except: [],
}
const names = { n: 'Northside', l: 'New mentors' }
const giving = { audience, block: 0, by: 'Ming Li', madeOn: '2026-09-03' }
const alone = { enrolledOn: '2026-09-10', others: [], names }

test.each([
  [
    'mandated',
    'You have this because Ming Li assigned it to all educators of Northside on 2026-09-03.',
  ],
  [
    'recommended',
    'You have this because Ming Li recommended it to all educators of Northside on 2026-09-03.',
  ],
  ['offered', 'You joined it on 2026-09-10; Ming Li offered it to all educators of Northside.'],
] as const)('one is told why one has a pathway that was %s', (kind, words) => {
  const assignment = { ...giving, kind }

  expect(reasonInWords({ ...alone, assignment }, plain)).toBe(words)
})

test('who joined without an offer is told so', () => {
  expect(reasonInWords({ ...alone, assignment: null }, plain)).toBe(
    'You joined it yourself on 2026-09-10.',
  )
})

test.each([
  [null, 1, 'One step'],
  [null, 2, 'Both steps'],
  [null, 5, 'All 5 steps'],
  [2, 5, 'Any 2 of 5 steps'],
  [9, 5, 'All 5 steps'],
])('what is asked for is said in words: %s of %s', (required, steps, words) => {
  expect(requirementInWords(required, steps)).toBe(words)
})

test.each([
  [{ kind: 'course' as const, course: 'Privacy basics' }, 'Complete “Privacy basics”'],
  [{ kind: 'badge' as const, achievement: 'Level 1' }, 'Earn “Level 1”'],
  [{ kind: 'evidence' as const }, 'Show evidence; a reviewer looks at it'],
  [
    { kind: 'activity_minutes' as const, minutes: 60, competencies: ['digcompedu-2017/2.1'] },
    '1 hour of activities on 2.1 Selecting digital resources',
  ],
  [
    { kind: 'activity_minutes' as const, minutes: 90, competencies: ['digcompedu-2017/2.1'] },
    '1.5 hours of activities on 2.1 Selecting digital resources',
  ],
  [
    { kind: 'activity_minutes' as const, minutes: 50, competencies: ['digcompedu-2017/2.1'] },
    '50 minutes of activities on 2.1 Selecting digital resources',
  ],
])('a step says what it asks for: %o', (ask, words) => {
  const named = { course: null, achievement: null, pathway: null }

  expect(stepInWords({ asks: [{ ...emptyAsk(ask.kind), ...named, ...ask }] })).toBe(words)
})

test('a completion is current from its day on, until the day it expires', () => {
  const completion = { completedOn: '2026-01-10', expiresOn: '2027-01-10' }

  expect(isCurrent(completion, '2026-01-09')).toBe(false)
  expect(isCurrent(completion, '2026-01-10')).toBe(true)
  expect(isCurrent(completion, '2027-01-09')).toBe(true)
  expect(isCurrent(completion, '2027-01-10')).toBe(false)
  expect(isCurrent({ ...completion, expiresOn: null }, '2099-01-01')).toBe(true)
  expect(isCurrent({ completedOn: null, expiresOn: null }, TODAY)).toBe(false)
})

test('one may start again from 90 days before it expires', () => {
  const expiring = (expiresOn: string | null) => ({ completedOn: '2026-01-10', expiresOn })

  expect(mayStartAgain(expiring('2027-02-18'), TODAY)).toBe(true)
  expect(mayStartAgain(expiring('2027-02-19'), TODAY)).toBe(false)
  expect(mayStartAgain(expiring('2026-01-01'), TODAY)).toBe(true)
  expect(mayStartAgain(expiring(null), TODAY)).toBe(false)
  expect(mayStartAgain({ completedOn: null, expiresOn: null }, TODAY)).toBe(false)
})

test('a pathway is overdue the day after its due date, unless it is completed', () => {
  expect(isOverdue({ dueOn: TODAY, completedOn: null }, TODAY)).toBe(false)
  expect(isOverdue({ dueOn: '2026-11-19', completedOn: null }, TODAY)).toBe(true)
  expect(isOverdue({ dueOn: '2026-11-19', completedOn: TODAY }, TODAY)).toBe(false)
  expect(isOverdue({ dueOn: null, completedOn: null }, TODAY)).toBe(false)
})
