import { eq, inArray } from '#db/query.server'
import { assignments, enrollments, events, members } from '#db/schema'
import { newId } from '#db/id'
import { termEnds } from '~/domain/calendar'
import { Forbidden, Invalid, NotFound } from '~/domain/errors'
import { openLeaves, recordLeave, takeBackLeave } from '~/domain/members/leaves.server'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { listReadinessPeople } from '~/domain/readiness/people.server'
import { getReadiness } from '~/domain/readiness/queries.server'
import { readinessTrend } from '~/domain/readiness/trend.server'
import type { WriteScope } from '~/domain/scope.server'
import { describe, expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { openSchool } from '../../support/schools'
import { world, WORLD_TODAY } from '../../support/world'
import { evidenceStep, forEducators, publish, within } from '../pathways/published'

const { ana, mara, ming, rosa, schools } = world.northside

/** A school of its own with four people, to whom a pathway was assigned on the first of September. */
async function assigned() {
  const store = await openTestStore()
  const [coordinator, administrator] = [await asMember(store, ming), await asMember(store, rosa)]
  const organizationId = await administrator.write(openSchool, { name: 'Hilltop School' })
  const memberIds: string[] = []
  for (let person = 0; person < 4; person++) {
    memberIds.push((await administrator.write(make.member, { organizationId })).id)
  }
  const { id: pathwayId } = await publish(coordinator, [evidenceStep])
  const { id } = await coordinator.write(makeAssignment, pathwayId, {
    ...forEducators,
    ...within({ organizationId }),
    kind: 'mandated',
  })
  await administrator.write(async (scope: WriteScope) => {
    await scope.db
      .update(assignments)
      .set({ createdAt: new Date('2026-09-01T12:00:00Z') })
      .where(eq(assignments.id, id))
    await scope.db
      .update(enrollments)
      .set({ enrolledOn: '2026-09-01' })
      .where(eq(enrollments.pathwayId, pathwayId))
    await scope.db
      .update(members)
      .set({ hiredOn: '2020-08-20' })
      .where(inArray(members.id, memberIds))
  })
  const lineOf = async () =>
    (await administrator.read(getReadiness, { organizationId })).pathways.find(
      ({ id: each }) => each === pathwayId,
    )!
  return { store, administrator, organizationId, pathwayId, memberIds, lineOf }
}

const leave = (startedOn: string, endedOn?: string) => ({ id: newId(), startedOn, endedOn })

describe('who was hired after a pathway was assigned', () => {
  test('is counted with all, and shown apart', async () => {
    const { administrator, memberIds, pathwayId, organizationId, lineOf } = await assigned()
    const [first] = memberIds
    await administrator.write(async (scope) => {
      await scope.db.update(members).set({ hiredOn: '2026-09-02' }).where(eq(members.id, first!))
      await scope.db
        .update(enrollments)
        .set({ engagedOn: '2026-10-01' })
        .where(eq(enrollments.memberId, first!))
    })

    const line = await lineOf()
    const people = await administrator.read(listReadinessPeople, {
      organizationId,
      pathwayId,
      state: 'assigned',
      isNew: true,
      asOf: WORLD_TODAY,
      page: 1,
    })

    expect(line).toMatchObject({ audience: 4, assigned: 4, engaged: 1 })
    expect(line.newcomers).toMatchObject({ audience: 1, assigned: 1, engaged: 1, demonstrated: 0 })
    expect(people.people.rows.map(({ id }) => id)).toEqual([first])
  })

  test('is nobody who was hired on the day it was assigned, or whose day is not known', async () => {
    const { administrator, memberIds, lineOf } = await assigned()
    await administrator.write(async (scope) => {
      const [first, second] = memberIds
      await scope.db.update(members).set({ hiredOn: '2026-09-01' }).where(eq(members.id, first!))
      await scope.db.update(members).set({ hiredOn: null }).where(eq(members.id, second!))
    })

    expect((await lineOf()).newcomers.audience).toBe(0)
  })
})

describe('who is on leave', () => {
  test('is in no count and in no list of people on those days, and is said to be away', async () => {
    const { administrator, memberIds, pathwayId, organizationId, lineOf } = await assigned()
    const [first, second, third] = memberIds
    await administrator.write(recordLeave, first!, leave('2026-11-01'))
    await administrator.write(recordLeave, second!, leave('2026-10-01', WORLD_TODAY))
    await administrator.write(recordLeave, third!, leave('2026-09-01', '2026-11-19'))

    const line = await lineOf()
    const people = await administrator.read(listReadinessPeople, {
      organizationId,
      pathwayId,
      state: 'assigned',
      asOf: WORLD_TODAY,
      page: 1,
    })

    expect(line).toMatchObject({ audience: 2, assigned: 2, onLeave: 2 })
    expect(people.people.rows.map(({ id }) => id).toSorted()).toEqual(memberIds.slice(2).toSorted())
  })

  test('is back as if never away where it was recorded by mistake, and the trail says so', async () => {
    const { administrator, memberIds, lineOf } = await assigned()
    const given = leave('2026-11-01')
    await administrator.write(recordLeave, memberIds[0]!, given)

    await administrator.write(takeBackLeave, memberIds[0]!, given.id)

    const rows = await administrator.scope.db
      .select({ type: events.type })
      .from(events)
      .where(eq(events.subjectId, given.id))
    expect(await lineOf()).toMatchObject({ audience: 4, onLeave: 0 })
    expect(rows.map(({ type }) => type).toSorted()).toEqual(['leave.recorded', 'leave.taken_back'])
    await expect(administrator.write(takeBackLeave, memberIds[0]!, given.id)).rejects.toThrow(
      NotFound,
    )
  })

  test('is recorded on days that are right and free, and changed under the same id', async () => {
    const { administrator, memberIds } = await assigned()
    const [first, second] = memberIds
    const given = leave('2026-10-01', '2026-10-31')
    const record = (input: ReturnType<typeof leave>, memberId = first!) =>
      administrator.write(recordLeave, memberId, input)
    await record(given)

    await expect(record(leave('2026-12-10', '2026-12-01'))).rejects.toThrow(Invalid)
    await expect(record(leave('2026-10-31'))).rejects.toThrow('from 2026-10-01')
    await expect(record(given, second)).rejects.toThrow(NotFound)
    await record(leave('2026-11-01', '2026-11-02'))
    await record({ ...given, endedOn: '2026-10-15' })
    const { leaves } = await administrator.read(openLeaves, first!)
    expect(leaves.map(({ startedOn, endedOn }) => [startedOn, endedOn])).toEqual([
      ['2026-11-01', '2026-11-02'],
      ['2026-10-01', '2026-10-15'],
    ])
  })

  test('is recorded by an administrator, and of one’s own district only', async () => {
    const { store, administrator } = await assigned()
    const principal = await asMember(store, mara)

    await expect(principal.write(recordLeave, ana.id, leave(WORLD_TODAY))).rejects.toThrow(
      Forbidden,
    )
    await expect(
      administrator.write(recordLeave, world.southside.ana.id, leave(WORLD_TODAY)),
    ).rejects.toThrow(NotFound)
  })
})

describe('term by term', () => {
  test('the ends of terms are those of the school year, and the day itself is the last', () => {
    expect(termEnds('2026-11-20', '07-01', 4)).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-11-20',
    ])
    expect(termEnds('2026-09-30', '07-01', 2)).toEqual(['2026-06-30', '2026-09-30'])
  })

  test('each day has its own audience, and its own completions', async () => {
    const { administrator, memberIds, pathwayId, organizationId } = await assigned()
    await administrator.write(async (scope) => {
      await scope.db
        .update(enrollments)
        .set({ engagedOn: '2026-09-05', completedOn: '2026-09-10', expiresOn: '2026-10-10' })
        .where(eq(enrollments.memberId, memberIds[0]!))
    })

    const { points } = await administrator.read(readinessTrend, {
      organizationId,
      pathwayId,
      asOf: WORLD_TODAY,
    })

    expect(points).toHaveLength(6)
    expect(points.slice(-3)).toEqual([
      { asOf: '2026-06-30', audience: 0, demonstrated: 0, current: 0 },
      { asOf: '2026-09-30', audience: 4, demonstrated: 1, current: 1 },
      { asOf: WORLD_TODAY, audience: 4, demonstrated: 1, current: 0 },
    ])
  })

  test('nobody looks into a school that is not theirs', async () => {
    const { store, pathwayId, organizationId } = await assigned()
    const asked = { organizationId, pathwayId, asOf: WORLD_TODAY }
    const principal = await asMember(store, mara)

    await expect(principal.read(readinessTrend, asked)).rejects.toThrow(NotFound)
    await expect(
      principal.read(readinessTrend, {
        ...asked,
        organizationId: schools.middle,
        pathwayId: newId(),
      }),
    ).rejects.toThrow(NotFound)
  })
})
