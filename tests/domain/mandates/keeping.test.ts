import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { affiliations, enrollments, members, obligations } from '#db/schema'
import { editMandate, endMandate } from '~/domain/mandates/building.server'
import { keepObligations } from '~/domain/mandates/keeping.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_NOW } from '../../support/world'
import { within } from '../pathways/published'
import { completed, prepare, requireTraining, turnsOf, YEARLY } from './required'

const { ana, ben, cora, mara, ming, achievements, schools } = world.northside
const on = (day: string) => new Date(`${day}T15:00:00Z`)

async function open() {
  const store = await openTestStore()
  const at = (day?: string) => asMember(store, ming, day ? on(day) : WORLD_NOW)
  const keep = async (day: string, memberId: string) =>
    (await at(day)).write(keepObligations, [memberId])
  return { store, coordinator: await at(), at, keep }
}

test('switching on asks everybody in the audience, and nobody else', async () => {
  const { coordinator } = await open()

  const { id, reached } = await requireTraining(coordinator)

  const [turn, none] = await turnsOf(coordinator, id, ben.id)
  expect(turn).toMatchObject({
    number: 1,
    opensOn: '2026-08-17',
    dueOn: '2026-12-15',
    lateOn: '2026-12-16',
    because: 'fixed_day',
    metOn: null,
  })
  expect(none).toBeUndefined()
  expect(await turnsOf(coordinator, id, cora.id)).toEqual([])
  expect(reached?.opened).toBe(
    await coordinator.scope.db.count(obligations, eq(obligations.mandateId, id)),
  )
})

test('a training that is being prepared asks nobody', async () => {
  const { coordinator, keep } = await open()
  const { id } = await prepare(coordinator)

  await keep('2026-11-23', ben.id)

  expect(await turnsOf(coordinator, id, ben.id)).toEqual([])
})

test('what was done within the window before has met it at once; what was done before that has not', async () => {
  const { coordinator } = await open()
  const { id: completionId } = await completed(coordinator, ben.id, '2026-08-17')
  await completed(coordinator, ana.id, '2026-08-16')

  const { id, reached } = await requireTraining(coordinator)

  expect(reached?.met).toBe(1)
  expect(await turnsOf(coordinator, id, ben.id)).toMatchObject([
    { metOn: '2026-08-17', sources: [{ kind: 'completion', id: completionId }] },
    { number: 2, dueOn: '2027-12-15', opensOn: '2027-08-17', metOn: null },
  ])
  expect(await turnsOf(coordinator, id, ana.id)).toMatchObject([{ metOn: null }])
})

test('what is counted from the last time is counted from one before it was first asked for', async () => {
  const { coordinator } = await open()
  await completed(coordinator, ben.id, '2024-02-29')

  const { id } = await requireTraining(coordinator, {
    everyMonths: 36,
    firstDueOn: null,
    windowDays: null,
  })

  expect(await turnsOf(coordinator, id, ben.id)).toMatchObject([
    { metOn: '2024-02-29' },
    { number: 2, dueOn: '2027-02-28', opensOn: '2024-03-01', metOn: null },
  ])
  expect(await turnsOf(coordinator, id, ana.id)).toMatchObject([{ dueOn: '2029-11-01' }])
})

test('who is hired later has days of their own, and the common day from the next time on', async () => {
  const { coordinator, at, keep } = await open()
  const { id } = await requireTraining(coordinator)
  const later = await at('2027-01-11')
  const rae = await later.write(make.member, {
    organizationId: schools.middle,
    hiredOn: '2027-01-11',
  })

  await keep('2027-01-11', rae.id)
  await completed(later, rae.id, '2027-01-11')
  await keep('2027-01-11', rae.id)

  expect(await turnsOf(coordinator, id, rae.id)).toMatchObject([
    { dueOn: '2027-02-10', because: 'newly_hired', metOn: '2027-01-11' },
    { dueOn: '2027-12-15', because: 'fixed_day', metOn: null },
  ])
})

test('a badge, hours on a competency, and a completed pathway meet it as well', async () => {
  const { coordinator, keep } = await open()
  const [row] = await coordinator.scope.db
    .select({ completedOn: enrollments.completedOn })
    .from(enrollments)
    .where(eq(enrollments.id, world.northside.enrollments.completed))
  const everSince = { windowDays: 364 }
  const badge = await requireTraining(coordinator, {}, [
    { kind: 'badge', achievementId: achievements.iste },
  ])
  const hours = await requireTraining(coordinator, {}, [
    { kind: 'activity_minutes', competencies: ['digcompedu-2017/3.1'], hours: 90 },
  ])
  const way = await requireTraining(coordinator, everSince, [
    { kind: 'pathway', pathwayId: world.northside.pathways.privacy },
  ])
  await coordinator.write(make.award, {
    memberId: ben.id,
    achievementId: achievements.iste,
    awardedOn: '2026-11-10',
    verification: 'verified_by_person',
  })
  for (const startedOn of ['2026-11-02', '2026-11-04']) {
    const competencies = ['digcompedu-2017/3.1']
    await coordinator.write(make.approvedActivity, {
      memberId: ben.id,
      reviewerId: mara.id,
      startedOn,
      competencies,
    })
  }

  await keep('2026-11-23', ben.id)

  const firstOf = async (id: string, memberId: string) =>
    (await turnsOf(coordinator, id, memberId))[0]
  expect(await firstOf(badge.id, ben.id)).toMatchObject({ metOn: '2026-11-10' })
  expect(await firstOf(hours.id, ben.id)).toMatchObject({ metOn: '2026-11-04' })
  expect(await firstOf(way.id, ana.id)).toMatchObject({
    metOn: row!.completedOn! >= '2025-12-16' ? row!.completedOn : null,
  })
  expect(await firstOf(badge.id, ana.id)).toMatchObject({ metOn: null })
})

test('a turn that nobody met by the day the next one opens is missed, and stays in the history', async () => {
  const { coordinator, keep } = await open()
  const { id } = await requireTraining(coordinator)

  await keep('2027-08-16', ben.id)
  const before = await turnsOf(coordinator, id, ben.id)
  await keep('2027-08-17', ben.id)

  expect(before).toMatchObject([{ missedOn: null }])
  expect(await turnsOf(coordinator, id, ben.id)).toMatchObject([
    { dueOn: '2026-12-15', missedOn: '2027-08-17' },
    { dueOn: '2027-12-15', missedOn: null, metOn: null },
  ])
})

test('what was done in time and approved after the next one opened meets the one it was for', async () => {
  const { coordinator, keep } = await open()
  const { id } = await requireTraining(coordinator)
  await keep('2027-08-17', ben.id)
  await completed(coordinator, ben.id, '2026-12-01')

  await keep('2027-08-20', ben.id)

  expect(await turnsOf(coordinator, id, ben.id)).toMatchObject([
    { metOn: '2026-12-01', missedOn: null },
    { dueOn: '2027-12-15', metOn: null },
  ])
})

test('who leaves is no longer asked; who comes back goes on where they left off', async () => {
  const { coordinator, keep } = await open()
  const { id } = await requireTraining(coordinator)
  await completed(coordinator, ben.id, '2026-11-02')
  await keep('2026-11-23', ben.id)
  await leave(coordinator, '2026-12-31')

  await keep('2027-01-04', ben.id)
  const away = await turnsOf(coordinator, id, ben.id)
  await comeBack(coordinator, '2027-03-01')
  await keep('2027-03-01', ben.id)

  expect(away).toMatchObject([{ metOn: '2026-11-02' }, { number: 2, endedOn: '2027-01-04' }])
  expect((await turnsOf(coordinator, id, ben.id)).slice(2)).toMatchObject([
    { number: 3, dueOn: '2027-12-15', because: 'fixed_day', endedOn: null },
  ])
})

test('who comes back after years was not asked meanwhile: nothing of it is missed', async () => {
  const { coordinator, keep } = await open()
  const { id } = await requireTraining(coordinator)
  await completed(coordinator, ben.id, '2026-11-02')
  await keep('2026-11-23', ben.id)
  await leave(coordinator, '2026-12-31')
  await keep('2027-01-04', ben.id)
  await comeBack(coordinator, '2029-03-01')

  await keep('2029-03-01', ben.id)
  await keep('2029-03-02', ben.id)

  expect((await turnsOf(coordinator, id, ben.id)).slice(2)).toMatchObject([
    { number: 3, dueOn: '2029-03-31', because: 'newly_hired', missedOn: null, metOn: null },
  ])
})

test('a changed day of hire moves the turn that is open, and no other', async () => {
  const { coordinator, keep } = await open()
  const { id } = await requireTraining(coordinator)
  await coordinator.write(async (scope) => {
    await scope.db.update(members).set({ hiredOn: '2026-11-09' }).where(eq(members.id, ben.id))
  })

  await keep('2026-11-23', ben.id)

  expect(await turnsOf(coordinator, id, ben.id)).toMatchObject([
    { dueOn: '2026-12-09', lateOn: '2026-12-10', because: 'newly_hired' },
  ])
  expect(await turnsOf(coordinator, id, ana.id)).toMatchObject([{ dueOn: '2026-12-15' }])
})

test('a changed cadence moves what is open, also where it was met before', async () => {
  const { coordinator } = await open()
  const { id } = await requireTraining(coordinator)
  await completed(coordinator, ana.id, '2026-11-10')
  await coordinator.write(keepObligations, [ana.id])

  await coordinator.write(editMandate, id, {
    ...YEARLY,
    version: 2,
    firstDueOn: '2027-01-31',
    graceDays: 14,
  })

  expect(await turnsOf(coordinator, id, ben.id)).toMatchObject([
    { dueOn: '2027-01-31', lateOn: '2027-02-15' },
  ])
  expect(await turnsOf(coordinator, id, ana.id)).toMatchObject([
    { dueOn: '2026-12-15', metOn: '2026-11-10' },
    { dueOn: '2028-01-31', metOn: null },
  ])
})

test('nobody becomes new because the training is said to have begun earlier', async () => {
  const { coordinator, keep } = await open()
  const { id } = await requireTraining(coordinator)
  await completed(coordinator, ana.id, '2026-11-10')
  await coordinator.write(keepObligations, [ana.id])
  const [bens, anas] = [
    await turnsOf(coordinator, id, ben.id),
    await turnsOf(coordinator, id, ana.id),
  ]

  await coordinator.write(editMandate, id, { ...YEARLY, version: 2, startsOn: '2026-07-01' })
  await keep('2026-11-23', ben.id)

  expect(await turnsOf(coordinator, id, ben.id)).toEqual(bens)
  expect(await turnsOf(coordinator, id, ana.id)).toEqual(anas)
})

test('those whom a changed audience takes in are new; they have missed nothing of the years before', async () => {
  const { coordinator, at } = await open()
  const { id } = await requireTraining(coordinator)
  const later = await at('2029-01-10')

  await later.write(editMandate, id, { ...YEARLY, version: 2, ...within() })

  expect(await turnsOf(coordinator, id, cora.id)).toMatchObject([
    { dueOn: '2029-02-09', missedOn: null, because: 'newly_hired' },
  ])
})

test('nobody is asked for what has ended, and what was met stays', async () => {
  const { coordinator, keep } = await open()
  const { id } = await requireTraining(coordinator)
  await completed(coordinator, ana.id, '2026-11-10')
  await coordinator.write(keepObligations, [ana.id])

  const { asked } = await coordinator.write(endMandate, id)
  await keep('2028-01-10', ben.id)

  expect(asked).toBeGreaterThan(1)
  expect(await turnsOf(coordinator, id, ben.id)).toMatchObject([{ endedOn: '2026-11-20' }])
  expect(await turnsOf(coordinator, id, ana.id)).toMatchObject([
    { metOn: '2026-11-10', endedOn: null },
    { endedOn: '2026-11-20' },
  ])
})

test('another district is not touched', async () => {
  const { store, coordinator } = await open()
  const other = await asMember(store, world.southside.ming)
  const before = await other.scope.db.count(obligations)

  const { id } = await requireTraining(coordinator)
  await other.write(keepObligations, [ben.id, world.southside.ben.id])

  expect(await other.scope.db.count(obligations)).toBe(before)
  expect(await turnsOf(coordinator, id, ben.id)).toHaveLength(1)
})

/** Ben's affiliation ends. */
const leave = ({ write }: TestMember, endedOn: string) =>
  write(async (scope) => {
    await scope.db.update(affiliations).set({ endedOn }).where(eq(affiliations.memberId, ben.id))
  })

const comeBack = ({ write }: TestMember, startedOn: string) =>
  write(async (scope) => {
    await scope.db.insert(affiliations).values({
      id: newId(),
      memberId: ben.id,
      organizationId: schools.middle,
      role: 'educator',
      startedOn,
      source: 'person',
    })
  })
