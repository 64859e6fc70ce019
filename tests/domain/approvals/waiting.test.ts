import { newId } from '#db/id'
import { count } from '#db/query.server'
import { affiliations, members, organizations, submissions } from '#db/schema'
import { findNext } from '~/domain/approvals/showing.server'
import { listWaiting, waitingFor } from '~/domain/approvals/waiting.server'
import { Forbidden } from '~/domain/errors'
import { batchesOf } from '~/domain/grouping'
import { openReport } from '~/domain/reports/report.server'
import { expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { openSchool } from '../../support/schools'
import { type Person, WORLD_NOW, WORLD_TODAY, world } from '../../support/world'

const { northside, southside } = world
const { ana, mara, rosa, ming, schools } = northside

async function send(store: TestStore, person: Person) {
  const member = await asMember(store, person)
  const { submission } = await member.write(make.submission)
  return submission.id
}

const all = { all: true, page: 1 }
const idsOf = async (member: TestMember, filter: Parameters<typeof listWaiting>[1]) =>
  (await member.read(listWaiting, filter)).rows.map(({ id }) => id)

test('what has no principal to decide on it waits for the administrator from the first day', async () => {
  const store = await openTestStore()
  const [ofPrincipal, ofCoordinator] = [await send(store, mara), await send(store, ming)]
  const administrator = await asMember(store, rosa)

  const waiting = await idsOf(administrator, { page: 1 })

  expect(waiting).toEqual(expect.arrayContaining([ofPrincipal, ofCoordinator]))
})

test('what a principal has time to decide on is the administrator’s only when asked for', async () => {
  const store = await openTestStore()
  const id = await send(store, ana)
  const [administrator, principal] = [await asMember(store, rosa), await asMember(store, mara)]

  expect(await idsOf(administrator, { page: 1 })).not.toContain(id)
  expect(await idsOf(administrator, all)).toContain(id)
  expect(await idsOf(principal, { page: 1 })).toContain(id)
})

test('the number that the frame shows is the number of the list', async () => {
  const store = await openTestStore()
  await send(store, ming)
  const administrator = await asMember(store, rosa)

  const mine = await waitingFor(administrator.scope)
  const [counted] = await administrator.scope.db
    .select({ count: count() })
    .from(submissions)
    .where(mine)
  const list = await administrator.read(listWaiting, { page: 1 })

  expect(list.total).toBe(counted!.count)
  expect(list.waiting).toBe(list.total)
  expect(list.inAll).toBeGreaterThan(list.waiting)
})

test('nothing of it waits for the administrator of another district, nor for an educator', async () => {
  const store = await openTestStore()
  const id = await send(store, ming)
  const other = await asMember(store, southside.rosa)
  const educator = await asMember(store, ana)

  expect(await idsOf(other, all)).not.toContain(id)
  await expect(educator.read(listWaiting, all)).rejects.toThrow(Forbidden)
})

test('a thousand schools with a principal each are no more than a list to look through', async () => {
  const store = await openTestStore()
  const administrator = await asMember(store, rosa)
  await administrator.write(openSchools, 1100)

  const list = await administrator.read(listWaiting, { page: 1 })

  expect(list.total).toBe(list.waiting)
})

test('the queue of each place is as long as the report of today says, departments with their school or the district', async () => {
  const store = await openTestStore()
  const administrator = await asMember(store, rosa)
  const [educator, coordinator] = [await asMember(store, ana), await asMember(store, ming)]
  await administrator.write(openDepartment)
  const office = await administrator.write(openSchool, {
    name: 'Curriculum Office',
    departmentOf: northside.organization,
  })
  await educator.write(make.submission, { organizationId: DEPARTMENT })
  await educator.write(make.submission, { organizationId: office })
  await coordinator.write(make.submission, { organizationId: northside.organization })

  const { approvals } = await administrator.read(openReport, { asOf: WORLD_TODAY })

  let waiting = 0
  for (const place of approvals.bySchool) {
    const filter = { organizationId: place.id, all: true, page: 1 }
    const list = await administrator.read(listWaiting, filter)
    expect(list.total, place.name).toBe(place.waiting)
    for (const id of [DEPARTMENT, office]) {
      expect(list.places.map((each) => each.id)).not.toContain(id)
    }
    waiting += list.total
  }
  expect(waiting).toBe(approvals.waiting)
  expect((await administrator.read(listWaiting, { all: true, page: 1 })).total).toBe(waiting)
  expect(approvals.bySchool.filter((place) => place.waiting > 0).length).toBeGreaterThan(2)
})

test('the next of a school is from the school, until nothing waits there', async () => {
  const store = await openTestStore()
  const administrator = await asMember(store, rosa)
  const { rows } = await administrator.read(listWaiting, {
    organizationId: schools.elementary,
    all: true,
    page: 1,
  })

  const [only, ...others] = rows
  const next = await administrator.read(findNext, only!, schools.elementary)
  const none = await administrator.read(findNext, only!, schools.high)

  expect(next).toBe(others[0]?.id ?? null)
  expect(none).toBeNull()
})

const DEPARTMENT = newId()

const openDepartment = ({ db }: TestMember['scope']) =>
  db.insert(organizations).values({
    id: DEPARTMENT,
    parentId: schools.middle,
    kind: 'department',
    name: 'Science',
    sortName: 'science',
    path: `${northside.organization}/${schools.middle}/${DEPARTMENT}/`,
  })

async function openSchools({ db }: TestMember['scope'], many: number) {
  const principals = Array.from({ length: many }, (_, number) => ({
    id: newId(),
    givenName: 'Pat',
    familyName: `Number ${number}`,
    sortName: `number ${number} pat`,
    createdAt: WORLD_NOW,
  }))
  for (const some of batchesOf(principals, 100)) {
    const posts = some.map(({ id, sortName }) => ({ schoolId: newId(), memberId: id, sortName }))
    await db.insert(members).values(some)
    await db.insert(organizations).values(
      posts.map(({ schoolId, sortName }) => ({
        id: schoolId,
        parentId: northside.organization,
        kind: 'school' as const,
        name: sortName,
        sortName,
        path: `${northside.organization}/${schoolId}/`,
      })),
    )
    await db.insert(affiliations).values(
      posts.map(({ schoolId, memberId }) => ({
        id: newId(),
        memberId,
        organizationId: schoolId,
        role: 'principal' as const,
        startedOn: '2020-08-01',
        source: 'person' as const,
      })),
    )
  }
}

test('what waits is called as what was sent, and evidence as the step it is for', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ana)
  const { submission } = await member.write(make.submission, { title: 'Reading circle' })
  const completion = await member.write(make.completion, { title: 'Statistics' })
  const award = await member.write(make.award, { title: 'Level 1 educator' })
  const ofCourse = await member.write(make.sent, {
    kind: 'completion',
    completionId: completion.id,
  })
  const ofBadge = await member.write(make.sent, { kind: 'award', awardId: award.id })

  const { rows } = await (await asMember(store, mara)).read(listWaiting, { page: 1 })

  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  expect(titles.get(submission.id)).toBe('Reading circle')
  expect(titles.get(ofCourse.id)).toBe('Statistics')
  expect(titles.get(ofBadge.id)).toBe('Level 1 educator')
  expect(titles.get(northside.submissions.evidence)).toBe(
    'Show a lesson in which AI was used or discussed',
  )
})
