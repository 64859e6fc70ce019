import { expect, test } from 'vitest'
import { countsFrom, expiryOf, progressOf } from '~/domain/pathways/progress'
import { STEP_KINDS } from '~/domain/pathways/step-kinds'
import {
  activity,
  award,
  badge,
  completion,
  course,
  COMPETENCY,
  doneKeys,
  finished,
  goalMet,
  group,
  hours,
  NONE,
  pathOf,
  piece,
  shown,
  SPAN,
  step,
  TODAY,
} from './paths'

const ALL = pathOf([course, hours, badge, shown])

test('with nothing to show, nothing is done and the first step is next', () => {
  const progress = progressOf(ALL, [], NONE, SPAN)

  expect(progress).toMatchObject({
    completed: 0,
    required: 4,
    share: 0,
    engaged: false,
    provenOn: null,
    next: 'course',
  })
})

test('a step in the middle may be done first; where the order is free it only says what is next', () => {
  const progress = progressOf(ALL, [award()], NONE, SPAN)

  expect(progress).toMatchObject({ completed: 1, share: 250, next: 'course' })
})

test('minutes on the competency add up until there are enough, oldest first', () => {
  const facts = [activity(60, '2026-10-09'), activity(90), activity(30, '2026-11-01')]

  const [done] = progressOf(pathOf([hours]), facts, NONE, SPAN).steps

  expect(done!.completedOn).toBe('2026-10-09')
  expect(done!.met[0]).toMatchObject({ haveMinutes: 150, needMinutes: 120 })
  expect(done!.sources.map(({ minutes }) => minutes)).toEqual([90, 60])
})

test('minutes that are not enough yet engage, and the trace says how many by what', () => {
  const facts = [activity(45), activity(30, '2026-10-03')]

  const progress = progressOf(pathOf([hours]), facts, NONE, SPAN)

  expect(progress).toMatchObject({ engaged: true, completed: 0, provenOn: null })
  const [met] = progress.steps[0]!.met
  expect(STEP_KINDS.activity_minutes.trace(met!)).toBe('75 of 120 minutes; these 2 activities')
})

test('minutes on any of several competencies add up; on another one they do not', () => {
  const either = step('either', {
    kind: 'activity_minutes',
    competencies: [COMPETENCY, 'digcompedu-2017/2.2'],
    minutes: 60,
  })
  const facts = [activity(30), activity(30, '2026-10-05', ['digcompedu-2017/2.2'])]

  expect(progressOf(pathOf([either]), facts, NONE, SPAN).completed).toBe(1)
  expect(progressOf(pathOf([hours]), [activity(600, TODAY, ['3.1'])], NONE, SPAN).engaged).toBe(
    false,
  )
})

test('one activity counts in every step it fits', () => {
  const other = { ...hours, stepKey: 'other' }

  expect(progressOf(pathOf([hours, other]), [activity(120)], NONE, SPAN).completed).toBe(2)
})

test('evidence counts for the step it was shown for, and no other', () => {
  const progress = progressOf(
    pathOf([shown, step('else', { kind: 'evidence' })]),
    [piece()],
    NONE,
    SPAN,
  )

  expect(doneKeys(progress)).toEqual(['shown'])
})

test('a goal counts that was met, of the kind and on the competency that are asked for', () => {
  const any = step('any', { kind: 'goal' })
  const ofKind = step('kind', { kind: 'goal', goalKind: 'license' })
  const on = step('on', { kind: 'goal', competencies: [COMPETENCY] })
  const facts = [goalMet({ competencies: [COMPETENCY] })]

  expect(doneKeys(progressOf(pathOf([any, ofKind, on]), facts, NONE, SPAN))).toEqual(['any', 'on'])
})

test('another pathway counts that was current at some time since the enrollment', () => {
  const asking = pathOf([step('before', { kind: 'pathway', pathwayId: 'privacy' })])
  const lapsed = [finished('2025-01-01', 'privacy', '2026-08-31')]
  const current = [finished('2025-01-01', 'privacy', '2026-09-01')]

  expect(progressOf(asking, lapsed, NONE, SPAN).completed).toBe(0)
  expect(progressOf(asking, current, NONE, SPAN).completed).toBe(1)
})

test('a badge that expires after the enrollment began stays counted', () => {
  const one = pathOf([badge])

  expect(progressOf(one, [award('2026-01-01', 'google', '2026-09-02')], NONE, SPAN).completed).toBe(
    1,
  )
  expect(progressOf(one, [award('2026-01-01', 'google', '2026-08-31')], NONE, SPAN).completed).toBe(
    0,
  )
})

test('a step that accepts this or that is done by whichever came first', () => {
  const either = step(
    'either',
    { kind: 'badge', achievementId: 'google' },
    { kind: 'course', courseId: 'privacy' },
  )

  const [done] = progressOf(pathOf([either]), [award(), completion()], NONE, SPAN).steps

  expect(done).toMatchObject({ completedOn: '2026-10-01', sources: [{ kind: 'completion' }] })
  expect(done!.met.map(({ on }) => on)).toEqual(['2026-10-20', '2026-10-01'])
})

test('any two of four complete a pathway that asks for two', () => {
  const facts = [completion(), award(), piece()]

  const progress = progressOf({ ...ALL, requiredSteps: 2 }, facts, NONE, SPAN)

  expect(progress).toMatchObject({
    completed: 2,
    required: 2,
    share: 1000,
    provenOn: '2026-10-20',
    next: null,
  })
})

test('a group is done by as many of its steps as it asks for', () => {
  const path = pathOf([course, group('two', [hours, badge, shown], { requiredSteps: 2 })])

  const half = progressOf(path, [completion(), award()], NONE, SPAN)
  const all = progressOf(path, [completion(), award(), piece()], NONE, SPAN)

  expect(half).toMatchObject({ completed: 2, required: 3, share: 666, next: 'hours' })
  expect(all).toMatchObject({ completed: 3, required: 3, share: 1000, provenOn: '2026-11-05' })
})

test('one of several groups is enough where a pathway asks for one', () => {
  const path = pathOf([group('long', [hours, badge]), group('short', [course])], {
    requiredSteps: 1,
  })

  expect(progressOf(path, [], NONE, SPAN)).toMatchObject({ completed: 0, required: 1 })
  expect(progressOf(path, [award()], NONE, SPAN)).toMatchObject({ completed: 1, required: 2 })
  expect(progressOf(path, [completion()], NONE, SPAN).provenOn).toBe('2026-10-01')
})

test('where the order counts, a later step waits for the one before, whatever its proof', () => {
  const path = { ...ALL, ordered: true }

  const early = progressOf(path, [award()], NONE, SPAN)
  const then = progressOf(path, [award(), completion(), activity(120)], NONE, SPAN)

  expect(early).toMatchObject({ completed: 0, engaged: false, next: 'course' })
  expect(early.steps[2]).toMatchObject({ completedOn: null, after: 'course' })
  expect(doneKeys(then)).toEqual(['course', 'hours', 'badge'])
  expect(then.next).toBe('shown')
})

test('a group waits as a whole, and its steps wait for each other', () => {
  const path = pathOf([course, group('then', [badge, shown], { ordered: true })], { ordered: true })

  const waiting = progressOf(path, [award(), piece()], NONE, SPAN)
  const open = progressOf(path, [completion(), piece()], NONE, SPAN)

  expect(waiting.steps.map(({ after }) => after)).toEqual([null, 'course', 'course'])
  expect(open.steps.map(({ after }) => after)).toEqual([null, null, 'badge'])
})

test('weights say how much of the whole is done', () => {
  const path = pathOf([{ ...course, weight: 3 }, badge])

  expect(progressOf(path, [completion()], NONE, SPAN).share).toBe(750)
  expect(progressOf(path, [award()], NONE, SPAN).share).toBe(250)
})

test('a pathway that asks for more than it has asks for all', () => {
  expect(progressOf(pathOf([course], { requiredSteps: 5 }), [], NONE, SPAN).required).toBe(1)
})

test('a pathway without steps is never completed, nor is an empty group', () => {
  expect(progressOf(pathOf([]), [], NONE, SPAN)).toMatchObject({ required: 0, provenOn: null })
  expect(progressOf(pathOf([group('empty', [])]), [], NONE, SPAN).provenOn).toBe(null)
})

test('a kept step is done whatever it asks for now; one that is gone is still shown', () => {
  const sources = [{ kind: 'activity', id: 'a', minutes: 120 }]
  const kept = new Map(
    ['hours', 'gone'].map((key) => [key, { completedOn: '2026-10-02', sources, keptFrom: 1 }]),
  )

  const progress = progressOf(pathOf([course, hours], { ordered: true }), [], kept, SPAN)

  expect(progress.steps[1]).toMatchObject({ completedOn: '2026-10-02', keptFrom: 1, sources })
  expect(progress.kept).toMatchObject([{ stepKey: 'gone', keptFrom: 1 }])
  expect(progress).toMatchObject({ completed: 1, required: 2 })
})

test('proof from before the first day that counts is left out', () => {
  const facts = [completion('2026-09-30')]
  const since = (from: string) => progressOf(pathOf([course]), facts, NONE, { ...SPAN, from })

  expect(since('2026-10-01').completed).toBe(0)
  expect(since('2026-09-30').completed).toBe(1)
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
