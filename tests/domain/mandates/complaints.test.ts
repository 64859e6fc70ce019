import { keepObligations } from '~/domain/mandates/keeping.server'
import { cadenceInWords, becauseInWords } from '~/domain/mandates/mandate'
import { exampleDates } from '~/domain/mandates/examples'
import { addDays } from '~/domain/calendar'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world } from '../../support/world'
import { completed, courseTopic, requireTraining, turnsOf, YEARLY } from './required'

const { ana, ben, ming, schools } = world.northside

async function open() {
  const store = await openTestStore()
  const at = (day: string) => asMember(store, ming, new Date(`${day}T15:00:00Z`))
  return { at, coordinator: await at('2026-11-20') }
}

test('365 days from what? The day from which it runs is said in words', async () => {
  const { coordinator } = await open()
  const sinceLast = { ...YEARLY, everyMonths: 36, firstDueOn: null, windowDays: null }
  await completed(coordinator, ben.id, '2026-11-10')
  const { id } = await requireTraining(coordinator, sinceLast)

  const [, next] = await turnsOf(coordinator, id, ben.id)

  expect(cadenceInWords(sinceLast)).toBe(
    'Every three years since the last time; within 30 days of being hired',
  )
  expect(cadenceInWords(YEARLY)).toBe('Every year by 15 December; within 30 days of being hired')
  expect(becauseInWords(next!.because, next!.dueOn)).toBe(
    'It is counted from the last time, so it is due on 10 November 2029.',
  )
})

test('an old certificate does not stand in the way: taken again after it lapsed, it counts again, and the one before stays', async () => {
  const { at, coordinator } = await open()
  await completed(coordinator, ben.id, '2026-11-02')
  const { id } = await requireTraining(coordinator)
  const later = await at('2028-03-01')
  await later.write(keepObligations, [ben.id])
  const again = await completed(later, ben.id, '2028-03-01')

  await later.write(keepObligations, [ben.id])

  expect(await turnsOf(coordinator, id, ben.id)).toMatchObject([
    { number: 1, metOn: '2026-11-02' },
    { number: 2, dueOn: '2027-12-15', metOn: '2028-03-01', sources: [{ id: again.id }] },
    { number: 3, dueOn: '2028-12-15', metOn: null },
  ])
})

test('retaking it leaves the old completion where it was, and the new one is a turn of its own', async () => {
  const { at, coordinator } = await open()
  const first = await completed(coordinator, ben.id, '2026-11-02')
  const { id } = await requireTraining(coordinator)
  const later = await at('2027-10-04')
  const second = await completed(later, ben.id, '2027-10-04')

  await later.write(keepObligations, [ben.id])

  const turns = await turnsOf(coordinator, id, ben.id)
  expect(turns.map(({ sources }) => sources.map((source) => source.id))).toEqual([
    [first.id],
    [second.id],
    [],
  ])
})

test('new hires every week beside a fixed day of the year: each has days of their own, and none jumps into the past', async () => {
  const { at, coordinator } = await open()
  const { id } = await requireTraining(coordinator)

  for (let week = 1; week <= 20; week++) {
    const day = addDays('2026-11-20', 7 * week)
    const now = await at(day)
    const { id: memberId } = await now.write(make.member, {
      organizationId: schools.middle,
      hiredOn: day,
    })
    await now.write(keepObligations, [memberId])
    const turns = await turnsOf(coordinator, id, memberId)
    expect(turns).toMatchObject([{ number: 1, dueOn: addDays(day, 30), missedOn: null }])
  }
})

test('the dates are reckoned before it is switched on, and are those that people get', async () => {
  const { at, coordinator } = await open()
  const { hired, there } = exampleDates(YEARLY, '2026-11-20')
  const { id: memberId } = await coordinator.write(make.member, {
    organizationId: schools.middle,
    hiredOn: '2026-11-20',
  })
  const { id } = await requireTraining(coordinator)
  await completed(coordinator, memberId, hired[0]!.dueOn)
  await (await at(hired[0]!.dueOn)).write(keepObligations, [memberId])

  expect((await turnsOf(coordinator, id, ana.id))[0]!.dueOn).toBe(there[0]!.dueOn)
  expect((await turnsOf(coordinator, id, memberId)).map(({ dueOn }) => dueOn)).toEqual(
    hired.slice(0, 2).map(({ dueOn }) => dueOn),
  )
})

test('this year and last year stand side by side: a missed turn and a met one are both there years later', async () => {
  const { at, coordinator } = await open()
  const { id } = await requireTraining(coordinator)
  const later = await at('2027-09-01')
  await completed(later, ben.id, '2027-09-01')
  await later.write(keepObligations, [ben.id])

  await (await at('2029-01-10')).write(keepObligations, [ben.id])

  expect(await turnsOf(coordinator, id, ben.id)).toMatchObject([
    { dueOn: '2026-12-15', missedOn: '2027-08-17', metOn: null },
    { dueOn: '2027-12-15', metOn: '2027-09-01' },
    { dueOn: '2028-12-15', metOn: null, missedOn: null },
  ])
})

test('nobody takes the same course every year: A, then B, then C, then A again', async () => {
  const { at, coordinator } = await open()
  const courses = ['coding', 'media', 'classroom'] as const
  const { id, topicIds } = await requireTraining(coordinator, {}, courses.map(courseTopic))

  for (const [year, course] of [...courses, courses[0]].entries()) {
    const now = await at(`${2026 + year}-12-01`)
    await completed(now, ben.id, `${2026 + year}-12-01`, course)
    await now.write(keepObligations, [ben.id])
  }

  const turns = await turnsOf(coordinator, id, ben.id)
  expect(turns.map(({ topicId, metOn }) => [topicIds.indexOf(topicId), metOn])).toEqual([
    [0, '2026-12-01'],
    [1, '2027-12-01'],
    [2, '2028-12-01'],
    [0, '2029-12-01'],
    [1, null],
  ])
})

test('last year’s topic does not meet this year’s turn', async () => {
  const { at, coordinator } = await open()
  const { id } = await requireTraining(coordinator, {}, [
    courseTopic('coding'),
    courseTopic('media'),
  ])
  const later = await at('2027-09-01')
  await later.write(keepObligations, [ben.id])
  await completed(later, ben.id, '2027-09-01', 'coding')

  await later.write(keepObligations, [ben.id])

  expect(await turnsOf(coordinator, id, ben.id)).toMatchObject([
    { missedOn: '2027-08-17' },
    { metOn: null },
  ])
})
