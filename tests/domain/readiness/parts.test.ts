import { newId } from '#db/id'
import { and, eq, inArray } from '#db/query.server'
import { enrollments } from '#db/schema'
import type { Day } from '~/domain/calendar'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { OWN_CHOICE } from '~/domain/pathways/deciding'
import { enrollMembers } from '~/domain/pathways/enrolling.server'
import type { AssignmentInput } from '~/domain/pathways/inputs.server'
import { listReadinessPeople } from '~/domain/readiness/people.server'
import { getReadiness } from '~/domain/readiness/queries.server'
import { partsOf, type PeopleState } from '~/domain/readiness/readiness'
import { openReport } from '~/domain/reports/report.server'
import type { WriteScope } from '~/domain/scope.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { openSchool } from '../../support/schools'
import { world, WORLD_TODAY } from '../../support/world'
import { evidenceStep, forEducators, publish, within } from '../pathways/published'

const { ming, rosa } = world.northside

/** A school of its own with a pathway that was assigned to so many people of it, and to nobody else. */
async function assigned(people: number, kind: AssignmentInput['kind'] = 'mandated') {
  const store = await openTestStore()
  const [coordinator, administrator] = [await asMember(store, ming), await asMember(store, rosa)]
  const organizationId = await administrator.write(openSchool, { name: 'Hilltop School' })
  const memberIds: string[] = []
  for (let person = 0; person < people; person++) {
    memberIds.push((await administrator.write(make.member, { organizationId })).id)
  }
  const { id: pathwayId } = await publish(coordinator, [evidenceStep])
  await coordinator.write(makeAssignment, pathwayId, {
    ...forEducators,
    ...within({ organizationId }),
    kind,
  })
  return { administrator, organizationId, pathwayId, memberIds }
}

type Assigned = Awaited<ReturnType<typeof assigned>>

/** Somebody has begun the enrollment they have. */
async function engage(scope: WriteScope, pathwayId: string, memberIds: string[]) {
  await scope.db
    .update(enrollments)
    .set({ engagedOn: WORLD_TODAY })
    .where(and(eq(enrollments.pathwayId, pathwayId), inArray(enrollments.memberId, memberIds)))
}

/** Somebody had completed the pathway, which a new enrollment has followed or will. */
async function completedBefore(
  scope: WriteScope,
  pathwayId: string,
  given: { memberId: string; expiresOn: Day },
) {
  const [newest] = await scope.db
    .select({ versionId: enrollments.versionId })
    .from(enrollments)
    .where(eq(enrollments.pathwayId, pathwayId))
  await scope.db.insert(enrollments).values({
    id: newId(),
    ...given,
    pathwayId,
    versionId: newest!.versionId,
    enrolledOn: '2025-09-01',
    engagedOn: '2025-09-10',
    completedOn: '2025-10-01',
    endedOn: WORLD_TODAY,
    stepsCompleted: 1,
    stepsRequired: 1,
    share: 1000,
  })
}

const rowOf = async ({ administrator, organizationId, pathwayId }: Assigned) =>
  (await administrator.read(getReadiness, { organizationId })).pathways.find(
    ({ id }) => id === pathwayId,
  )!

const idsIn = async ({ administrator, organizationId, pathwayId }: Assigned, state: PeopleState) =>
  (
    await administrator.read(listReadinessPeople, {
      organizationId,
      pathwayId,
      state,
      asOf: WORLD_TODAY,
      page: 1,
    })
  ).people.rows
    .map(({ id }) => id)
    .toSorted()

test('one under way and one who starts again leave two of four who have not begun', async () => {
  const school = await assigned(4)
  const { administrator, pathwayId, memberIds } = school
  const [begun, lapsed, ...others] = memberIds as [string, string, string, string]
  await administrator.write(engage, pathwayId, [begun])
  await administrator.write(completedBefore, pathwayId, {
    memberId: lapsed,
    expiresOn: '2026-10-01',
  })

  const row = await rowOf(school)

  expect(row).toMatchObject({ audience: 4, assigned: 4, engaged: 1, demonstrated: 1, current: 0 })
  expect(partsOf(row)).toEqual({
    current: 0,
    lapsed: 1,
    underWay: 1,
    notBegun: 2,
    notAssigned: 0,
  })
  expect(row.help).toBe('2 people have not begun.')
  expect(await idsIn(school, 'not_engaged')).toEqual(others.toSorted())
})

test('everybody stands in one part, and the people behind it are as many', async () => {
  const school = await assigned(7)
  const { administrator, organizationId, pathwayId, memberIds } = school
  const [begun, idle, lapsed, lapsedTwice, renewing, resting] = memberIds as string[]
  const before = (memberId: string, expiresOn: Day) =>
    administrator.write(completedBefore, pathwayId, { memberId, expiresOn })
  await before(lapsed!, '2026-10-01')
  await before(lapsedTwice!, '2026-03-01')
  await before(lapsedTwice!, '2026-10-01')
  await before(renewing!, '2027-01-01')
  await before(resting!, '2027-10-01')
  await administrator.write(engage, pathwayId, [begun!, lapsed!])
  await administrator.write(({ db }) =>
    db
      .update(enrollments)
      .set({ endedOn: WORLD_TODAY })
      .where(
        and(
          eq(enrollments.pathwayId, pathwayId),
          inArray(enrollments.memberId, [lapsedTwice!, resting!]),
        ),
      ),
  )
  const hired = await administrator.write(make.member, { organizationId })

  const parts = partsOf(await rowOf(school))

  const people = {
    current: await idsIn(school, 'current'),
    lapsed: await idsIn(school, 'lapsed'),
    underWay: await idsIn(school, 'under_way'),
    notBegun: await idsIn(school, 'not_engaged'),
    notAssigned: await idsIn(school, 'not_assigned'),
  }
  expect(people).toEqual({
    current: [renewing!, resting!].toSorted(),
    lapsed: [lapsed!, lapsedTwice!].toSorted(),
    underWay: [begun!],
    notBegun: [idle!, memberIds[6]!].toSorted(),
    notAssigned: [hired.id],
  })
  expect(parts).toEqual({ current: 2, lapsed: 2, underWay: 1, notBegun: 2, notAssigned: 1 })
  const report = await administrator.read(openReport, { asOf: WORLD_TODAY })
  expect(partsOf(report.pathways.find(({ id }) => id === pathwayId)!)).toEqual(parts)
})

test('who joined what is offered and starts again is demonstrated still', async () => {
  const school = await assigned(2, 'offered')
  const { administrator, pathwayId, memberIds } = school
  const [again, joined] = memberIds as [string, string]
  const choice = { pathwayId, ...OWN_CHOICE }
  await administrator.write(enrollMembers, choice, memberIds)
  await administrator.write(completedBefore, pathwayId, {
    memberId: again,
    expiresOn: '2026-10-01',
  })

  const row = await rowOf(school)

  expect(row).toMatchObject({ audience: 2, assigned: 2, demonstrated: 1 })
  expect(partsOf(row)).toMatchObject({ lapsed: 1, notBegun: 1 })
  expect(await idsIn(school, 'demonstrated')).toEqual([again])
  expect(await idsIn(school, 'not_engaged')).toEqual([joined])
})

test('a page past the end is the last one, also where nobody is in the state', async () => {
  const { administrator, organizationId, pathwayId } = await assigned(27)
  const pageOf = async (state: PeopleState, page: number) => {
    const filter = { organizationId, pathwayId, state, asOf: WORLD_TODAY, page }
    return (await administrator.read(listReadinessPeople, filter)).people
  }

  const past = await pageOf('assigned', 900)
  const nobody = await pageOf('demonstrated', 900)

  expect(past).toMatchObject({ page: 2, pages: 2, total: 27 })
  expect(past.rows).toHaveLength(2)
  expect(past).toEqual(await pageOf('assigned', 2))
  expect(nobody).toEqual({ rows: [], total: 0, page: 1, pages: 1 })
})
