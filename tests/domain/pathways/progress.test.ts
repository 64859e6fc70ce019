import { expect, test } from 'vitest'
import { addDays } from '~/domain/calendar'
import {
  countsFrom,
  expiryOf,
  type Facts,
  progressOf,
  type StepRule,
} from '~/domain/pathways/progress'

const NOTHING: Facts = { completions: [], activities: [], awards: [], evidence: [] }
const TODAY = '2026-11-20'

const step = (given: Partial<StepRule> & Pick<StepRule, 'stepKey' | 'kind'>): StepRule => ({
  courseId: null,
  achievementId: null,
  competency: null,
  minutes: null,
  ...given,
})

const course = step({ stepKey: 'course', kind: 'course', courseId: 'privacy' })
const hours = step({
  stepKey: 'hours',
  kind: 'activity_minutes',
  competency: '2.1',
  minutes: 120,
})
const badge = step({ stepKey: 'badge', kind: 'badge', achievementId: 'google' })
const shown = step({ stepKey: 'shown', kind: 'evidence' })
const ALL = [course, hours, badge, shown]

const completion = (completedOn = '2026-10-01', courseId = 'privacy') => ({
  id: `completion ${completedOn}`,
  courseId,
  completedOn,
})
const activity = (minutes: number, earnedOn = '2026-10-02', competencies = ['2.1']) => ({
  id: `activity ${earnedOn} ${minutes}`,
  minutes,
  earnedOn,
  competencies,
})

test('with nothing to show, nothing is done and the first step is next', () => {
  const progress = progressOf(ALL, null, NOTHING)

  expect(progress).toMatchObject({
    completed: 0,
    required: 4,
    engaged: false,
    provenOn: null,
    next: 'course',
  })
})

test('a step in the middle may be done first; the order only says what is next', () => {
  const facts = { ...NOTHING, awards: [{ id: 'a', achievementId: 'google', awardedOn: TODAY }] }

  const progress = progressOf(ALL, null, facts)

  expect(progress.completed).toBe(1)
  expect(progress.next).toBe('course')
})

test('minutes on the competency add up until there are enough, oldest first', () => {
  const facts = {
    ...NOTHING,
    activities: [
      activity(60, '2026-10-09'),
      activity(90, '2026-10-02'),
      activity(30, '2026-11-01'),
    ],
  }

  const [done] = progressOf([hours], null, facts).steps

  expect(done).toMatchObject({ completedOn: '2026-10-09', haveMinutes: 150, needMinutes: 120 })
  expect(done!.sources.map(({ minutes }) => minutes)).toEqual([90, 60])
})

test('minutes that are not enough yet engage, and are shown', () => {
  const progress = progressOf([hours], null, { ...NOTHING, activities: [activity(45)] })

  expect(progress).toMatchObject({ engaged: true, completed: 0, provenOn: null })
  expect(progress.steps[0]).toMatchObject({ completedOn: null, haveMinutes: 45 })
})

test('minutes on another competency do not count', () => {
  const facts = { ...NOTHING, activities: [activity(600, '2026-10-02', ['3.1'])] }

  expect(progressOf([hours], null, facts).engaged).toBe(false)
})

test('one activity counts in every step it fits', () => {
  const other = step({ ...hours, stepKey: 'other', competency: '6.4' })
  const facts = { ...NOTHING, activities: [activity(120, '2026-10-02', ['2.1', '6.4'])] }

  expect(progressOf([hours, other], null, facts).completed).toBe(2)
})

test('evidence counts for the step it was shown for, and no other', () => {
  const facts = { ...NOTHING, evidence: [{ id: 'e', stepKey: 'shown', sentOn: TODAY }] }

  const progress = progressOf([shown, step({ stepKey: 'else', kind: 'evidence' })], null, facts)

  expect(progress.steps.map(({ completedOn }) => completedOn)).toEqual([TODAY, null])
})

test('any two of four complete a pathway that asks for two', () => {
  const facts = {
    ...NOTHING,
    completions: [completion('2026-10-01')],
    awards: [{ id: 'a', achievementId: 'google', awardedOn: '2026-10-20' }],
    evidence: [{ id: 'e', stepKey: 'shown', sentOn: '2026-11-05' }],
  }

  const progress = progressOf(ALL, 2, facts)

  expect(progress).toMatchObject({ completed: 2, required: 2, provenOn: '2026-10-20', next: null })
})

test('a pathway that asks for more than it has asks for all', () => {
  expect(progressOf([course], 5, NOTHING).required).toBe(1)
})

test('a pathway without steps is never completed', () => {
  expect(progressOf([], null, NOTHING)).toMatchObject({ required: 0, provenOn: null })
})

test('what was done stays done when the step asks for more', () => {
  const harder = { ...hours, minutes: 600 }
  const kept = new Map([
    [
      'hours',
      { completedOn: '2026-10-02', sources: [{ kind: 'activity', id: 'a', minutes: 120 }] },
    ],
  ])

  const [done] = progressOf([harder], null, NOTHING, kept).steps

  expect(done).toMatchObject({ completedOn: '2026-10-02', haveMinutes: 120 })
})

test('proof from before the first day that counts is left out', () => {
  const facts = { ...NOTHING, completions: [completion('2026-09-30')] }

  expect(progressOf([course], null, facts, new Map(), '2026-10-01').completed).toBe(0)
  expect(progressOf([course], null, facts, new Map(), '2026-09-30').completed).toBe(1)
})

test('where a completion never lapses everything counts, however old', () => {
  const since = countsFrom({ enrolledOn: TODAY, validMonths: null, completedBefore: null })

  expect(since).toBe(null)
})

test('proof counts that would not have lapsed on the day of enrollment', () => {
  const since = countsFrom({ enrolledOn: TODAY, validMonths: 12, completedBefore: null })

  expect(since).toBe('2025-11-21')
  expect(expiryOf(since!, 12)! > TODAY).toBe(true)
})

test('who starts again shows something newer than the last completion', () => {
  const since = countsFrom({ enrolledOn: TODAY, validMonths: 12, completedBefore: '2026-03-01' })

  expect(since).toBe('2026-03-02')
})

test('a completion expires so many months after its last proof, or never', () => {
  expect(expiryOf('2026-01-31', 1)).toBe('2026-02-28')
  expect(expiryOf('2026-01-31', null)).toBe(null)
})

test('in 300 random pathways the order of facts and steps never matters, and more never undoes', () => {
  const random = randomFrom(7)
  for (let round = 0; round < 300; round++) {
    const rules = randomRules(random)
    const facts = randomFacts(random, rules)
    const required = random() < 0.5 ? null : 1 + Math.floor(random() * rules.length)
    const from = random() < 0.3 ? '2026-06-01' : null
    const progress = progressOf(rules, required, facts, new Map(), from)

    const shuffled = progressOf(
      shuffle(random, rules),
      required,
      {
        completions: shuffle(random, facts.completions),
        activities: shuffle(random, facts.activities),
        awards: shuffle(random, facts.awards),
        evidence: shuffle(random, facts.evidence),
      },
      new Map(),
      from,
    )
    const more = progressOf(rules, required, grown(random, facts, rules), new Map(), from)

    expect(byKey(shuffled)).toEqual(byKey(progress))
    expect(shuffled).toMatchObject({ completed: progress.completed, provenOn: progress.provenOn })
    expect(more.completed).toBeGreaterThanOrEqual(progress.completed)
    expect(doneKeys(more)).toEqual(expect.arrayContaining(doneKeys(progress)))
    if (progress.provenOn) expect(more.provenOn! <= progress.provenOn).toBe(true)
    expect(progress.completed).toBeLessThanOrEqual(progress.required)
    expect(progress.provenOn !== null).toBe(progress.completed === progress.required)
  }
})

type Random = () => number
type Progress = ReturnType<typeof progressOf>

const byKey = ({ steps }: Progress) =>
  steps.toSorted((one, other) => one.stepKey.localeCompare(other.stepKey))

const doneKeys = ({ steps }: Progress) =>
  steps.flatMap(({ stepKey, completedOn }) => (completedOn ? [stepKey] : []))

function randomRules(random: Random) {
  return Array.from({ length: 1 + Math.floor(random() * 6) }, (_, at) => {
    const kinds = ['course', 'activity_minutes', 'badge', 'evidence'] as const
    const of = pick(random, ['x', 'y', 'z'])
    return step({
      stepKey: `step ${at}`,
      kind: pick(random, kinds),
      courseId: of,
      achievementId: of,
      competency: of,
      minutes: 30 + Math.floor(random() * 300),
    })
  })
}

function randomFacts(random: Random, rules: StepRule[]): Facts {
  const some = <T>(make: (id: string, day: string, of: string) => T) =>
    Array.from({ length: Math.floor(random() * 5) }, () =>
      make(
        `${random()}`,
        addDays('2026-01-01', Math.floor(random() * 300)),
        pick(random, ['x', 'y']),
      ),
    )
  return {
    completions: some((id, completedOn, courseId) => ({ id, completedOn, courseId })),
    awards: some((id, awardedOn, achievementId) => ({ id, awardedOn, achievementId })),
    activities: some((id, earnedOn, competency) => ({
      id,
      earnedOn,
      competencies: [competency, 'w'],
      minutes: 15 + Math.floor(random() * 180),
    })),
    evidence: some((id, sentOn) => ({ id, sentOn, stepKey: pick(random, rules).stepKey })),
  }
}

function grown(random: Random, facts: Facts, rules: StepRule[]): Facts {
  const more = randomFacts(random, rules)
  return {
    completions: [...facts.completions, ...more.completions],
    activities: [...facts.activities, ...more.activities],
    awards: [...facts.awards, ...more.awards],
    evidence: [...facts.evidence, ...more.evidence],
  }
}

const pick = <T>(random: Random, items: readonly T[]) => items[Math.floor(random() * items.length)]!

const shuffle = <T>(random: Random, items: T[]) =>
  items
    .map((item) => ({ item, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item)

/** Numbers that look random and are the same in each run. */
function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}
