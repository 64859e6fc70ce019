import { listNext } from '~/domain/home/next.server'
import { askedCsv } from '~/domain/mandates/csv.server'
import { dryRunMandate } from '~/domain/mandates/dry-run.server'
import { exampleDates } from '~/domain/mandates/examples'
import { listOwnTrainings } from '~/domain/mandates/queries.server'
import { listSchoolTrainings } from '~/domain/mandates/school.server'
import { getAsked } from '~/domain/mandates/standing.server'
import { Forbidden, NotFound } from '~/domain/errors'
import { expect, test } from 'vitest'
import { textOf } from '../../support/csv'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { openSchool } from '../../support/schools'
import { world } from '../../support/world'
import { completed, prepare, requireTraining, YEARLY } from './required'

const { ana, ben, dev, mara, ming, rosa, organization, schools } = world.northside
const OVERDUE = { startsOn: '2026-07-01', firstDueOn: '2026-11-15' }

async function open() {
  const store = await openTestStore()
  return { store, coordinator: await asMember(store, ming) }
}

test('a dry run says who would be due when, who has met it, and who would be overdue, and does nothing', async () => {
  const { coordinator } = await open()
  await completed(coordinator, ana.id, '2026-11-02')
  const { id } = await prepare(coordinator, OVERDUE)

  const run = (await coordinator.read(dryRunMandate, id, { group: 'met', page: 1 }))!

  expect(run.counts.met).toBe(1)
  expect(run.people.rows).toMatchObject([{ id: ana.id, metOn: '2026-11-02' }])
  expect(run.counts.overdue).toBeGreaterThan(0)
  expect(run.byDueDate.map(({ dueOn }) => dueOn)).toContain('2026-11-15')
  expect(run.asked).toBe(run.counts.due + run.counts.met)
  const page = await coordinator.read(getAsked, id, { sort: 'due', page: 1 })
  expect(page.people.total).toBe(0)
})

test('an educator does not try it, and another district has no such training', async () => {
  const { store, coordinator } = await open()
  const { id } = await prepare(coordinator)
  const [educator, other] = [
    await asMember(store, ben),
    await asMember(store, world.southside.ming),
  ]

  const shown = { group: 'due' as const, page: 1 }

  await expect(educator.read(dryRunMandate, id, shown)).rejects.toThrow(Forbidden)
  await expect(other.read(dryRunMandate, id, shown)).rejects.toThrow(NotFound)
})

test('those who are asked are a table and a file, narrowed by state and by school', async () => {
  const { coordinator } = await open()
  await completed(coordinator, ana.id, '2026-11-02')
  const { id } = await requireTraining(coordinator, OVERDUE)
  const filter = { sort: 'name' as const, page: 1 }

  const overdue = await coordinator.read(getAsked, id, { ...filter, state: 'overdue' })
  const ahead = await coordinator.read(getAsked, id, { ...filter, state: 'ahead' })
  const elsewhere = await coordinator.read(getAsked, id, {
    ...filter,
    organizationId: schools.elementary,
  })
  const csv = await textOf(await coordinator.read(askedCsv, id, { ...filter, state: 'ahead' }))

  expect(overdue.people.rows.map(({ memberId }) => memberId)).toContain(ben.id)
  expect(ahead.people.rows).toMatchObject([{ memberId: ana.id, lastMetOn: '2026-11-02' }])
  expect(elsewhere.people.total).toBe(0)
  expect(csv).toContain('Nothing due now')
  expect(csv).not.toContain('Brooks')
})

test('an educator sees what is due, why, and every time before', async () => {
  const { store, coordinator } = await open()
  await completed(coordinator, ana.id, '2026-11-02')
  await requireTraining(coordinator, OVERDUE)
  const [one, other] = [await asMember(store, ana), await asMember(store, ben)]

  const met = await one.read(listOwnTrainings)
  const owes = await other.read(listOwnTrainings)

  expect(met.open).toMatchObject([{ dueOn: '2027-11-15' }])
  expect(met.past).toMatchObject([{ turns: [{ metOn: '2026-11-02' }] }])
  expect(owes.open).toMatchObject([{ dueOn: '2026-11-15', because: 'fixed_day' }])
  expect((await other.read(listNext))[0]).toMatchObject({ kind: 'training', isOverdue: true })
  expect(await one.read(listNext)).not.toContainEqual(expect.objectContaining({ kind: 'training' }))
})

test('a principal sees the counts of their school and who is overdue, and not those of another', async () => {
  const { store, coordinator } = await open()
  await requireTraining(coordinator, OVERDUE)
  const [principal, other] = [await asMember(store, mara), await asMember(store, dev)]

  const [training] = await principal.read(listSchoolTrainings, schools.middle)

  expect(training!.overdue).toBeGreaterThan(0)
  expect(training!.names?.map(({ id }) => id)).toContain(ben.id)
  expect(training!.canOpen).toBe(false)
  expect(await other.read(listSchoolTrainings, schools.elementary)).toEqual([])
  await expect(other.read(listSchoolTrainings, schools.middle)).rejects.toThrow(NotFound)
})

test('of each training the office has the first names and the list of all, a principal all names', async () => {
  const { store, coordinator } = await open()
  const departmentId = await coordinator.write(openSchool, {
    name: 'Riverbend Science',
    departmentOf: schools.middle,
  })
  for (let person = 0; person < 30; person++) {
    await coordinator.write(make.member, { organizationId: departmentId })
  }
  await requireTraining(coordinator, { ...OVERDUE, title: 'Allergies' })
  await requireTraining(coordinator, { ...OVERDUE, title: 'Bullying' })
  const [administrator, principal] = [await asMember(store, rosa), await asMember(store, mara)]

  const office = await administrator.read(listSchoolTrainings, schools.middle)
  const school = await principal.read(listSchoolTrainings, schools.middle)
  const [whole] = await administrator.read(listSchoolTrainings, organization)
  const refused = await coordinator.read(listSchoolTrainings, schools.middle)

  expect(office.map(({ title }) => title)).toEqual(['Allergies', 'Bullying'])
  for (const training of office) {
    expect(training.overdue).toBeGreaterThan(30)
    expect(training.names).toHaveLength(25)
    const organizationId = training.listedAt!
    const filter = { state: 'overdue', organizationId, sort: 'name', page: 1 } as const
    const { people, schools: counts } = await administrator.read(getAsked, training.id, filter)
    expect(people.total).toBe(training.overdue)
    expect(counts.find(({ id }) => id === schools.middle)!.overdue).toBe(training.overdue)
    expect(counts.map(({ id }) => id)).not.toContain(departmentId)
    expect(people.rows.map(({ memberId }) => memberId)).toEqual(training.names!.map(({ id }) => id))
  }
  for (const training of school) {
    expect(training.names).toHaveLength(training.overdue)
    expect(training.canOpen).toBe(false)
  }
  expect(whole).toMatchObject({ listedAt: null, overdue: office[0]!.overdue })
  expect(refused.map(({ names }) => names)).toEqual([null, null])
})

test('the office is led from the counts of a school to the page of the training', async () => {
  const { coordinator } = await open()
  const { id } = await requireTraining(coordinator, OVERDUE)

  const [training] = await coordinator.read(listSchoolTrainings, schools.middle)

  expect(training).toMatchObject({ id, canOpen: true })
})

test('the examples are reckoned for somebody who is there and somebody hired today', () => {
  const { there, hired } = exampleDates(YEARLY, '2026-11-20')

  expect(there.map(({ dueOn }) => dueOn)).toEqual(['2026-12-15', '2027-12-15', '2028-12-15'])
  expect(hired.map(({ dueOn }) => dueOn)).toEqual(['2026-12-20', '2027-12-15', '2028-12-15'])
})
