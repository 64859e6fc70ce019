import { and, eq, isNull } from '#db/query.server'
import { districts, enrollments, events } from '#db/schema'
import { reevaluateOnNewDays } from '~/jobs/reevaluator.server'
import { expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../support/database'
import { make } from '../support/factories'
import { asMember, type TestMember } from '../support/members'
import { world, WORLD_NOW } from '../support/world'

const { northside, southside } = world
const MONDAY = new Date('2026-11-23T15:00:00Z')
const TUESDAY = new Date('2026-11-24T15:00:00Z')
const unexpected = (error: unknown) => {
  throw error
}

/** Both districts as they are after a day on which nothing was left to do. */
async function ready() {
  const store = await openTestStore()
  const days = new Map<number, string>()
  await reevaluateOnNewDays(store, days, WORLD_NOW, unexpected)
  return {
    store,
    days,
    north: await asMember(store, northside.rosa),
    south: await asMember(store, southside.rosa),
  }
}

const startsMonday = (organizationId: string) => ({
  organizationId,
  hiredOn: '2026-11-23',
  startedOn: '2026-11-23',
})

const pathwaysOf = async ({ scope }: TestMember, memberId: string) => {
  const rows = await scope.db
    .select({ pathwayId: enrollments.pathwayId })
    .from(enrollments)
    .where(and(eq(enrollments.memberId, memberId), isNull(enrollments.endedOn)))
  return rows.map(({ pathwayId }) => pathwayId).toSorted()
}

test('on the day their affiliation begins, people are enrolled in each district', async () => {
  const { store, days, north, south } = await ready()
  const rae = await north.write(make.member, startsMonday(northside.schools.middle))
  const ren = await south.write(make.member, startsMonday(southside.schools.elementary))

  const sunday = await reevaluateOnNewDays(
    store,
    days,
    new Date('2026-11-23T04:59:00Z'),
    unexpected,
  )
  const early = [await pathwaysOf(north, rae.id), await pathwaysOf(south, ren.id)]
  await reevaluateOnNewDays(store, days, new Date('2026-11-23T05:01:00Z'), unexpected)

  expect(sunday).toBe(0)
  expect(early).toEqual([[], []])
  const { ai, privacy, accessibility } = northside.pathways
  expect(await pathwaysOf(north, rae.id)).toEqual([ai, privacy, accessibility].toSorted())
  const theirs = southside.pathways
  expect(await pathwaysOf(south, ren.id)).toEqual([theirs.ai, theirs.privacy].toSorted())
})

test('a mandated pathway opens anew on the day its completion lapses, by nobody in person', async () => {
  const { store, days, north } = await ready()
  const [expiring] = await north.scope.db
    .select({ expiresOn: enrollments.expiresOn })
    .from(enrollments)
    .where(eq(enrollments.id, northside.enrollments.expiring))
  const lapses = new Date(`${expiring!.expiresOn}T15:00:00Z`)

  await reevaluateOnNewDays(store, days, new Date(lapses.getTime() - 86_400_000), unexpected)
  const dayBefore = await openOn(north, northside.pathways.privacy)
  await reevaluateOnNewDays(store, days, lapses, unexpected)
  const [reopened] = await openOn(north, northside.pathways.privacy)

  expect(dayBefore).toMatchObject([{ id: northside.enrollments.expiring }])
  expect(reopened).toMatchObject({
    completedOn: null,
    assignmentId: northside.assignments.mandated,
  })
  const [event] = await north.scope.db
    .select({ actorId: events.actorId, type: events.type })
    .from(events)
    .where(eq(events.subjectId, reopened!.id))
  expect(event).toEqual({ actorId: null, type: 'enrollment.opened' })
})

const openOn = ({ scope }: TestMember, pathwayId: string) =>
  scope.db
    .select({
      id: enrollments.id,
      completedOn: enrollments.completedOn,
      assignmentId: enrollments.assignmentId,
    })
    .from(enrollments)
    .where(
      and(
        eq(enrollments.memberId, northside.omar.id),
        eq(enrollments.pathwayId, pathwayId),
        isNull(enrollments.endedOn),
      ),
    )

test('a district has its turn once a day', async () => {
  const { store, days, north } = await ready()
  await reevaluateOnNewDays(store, days, MONDAY, unexpected)
  const rae = await north.write(make.member, startsMonday(northside.schools.middle))

  const again = await reevaluateOnNewDays(store, days, MONDAY, unexpected)
  const nextDay = await reevaluateOnNewDays(store, days, TUESDAY, unexpected)

  expect(again).toBe(0)
  expect(nextDay).toBe((await pathwaysOf(north, rae.id)).length)
})

test('a district where it fails keeps no other from it, and is tried again', async () => {
  const { store, days, north, south } = await ready()
  const rae = await north.write(make.member, startsMonday(northside.schools.middle))
  const ren = await south.write(make.member, startsMonday(southside.schools.elementary))
  const failures: unknown[] = []

  await setTimeZone(store, 'Nowhere/Land')
  await reevaluateOnNewDays(store, days, MONDAY, (error) => failures.push(error))
  const meanwhile = [await pathwaysOf(north, rae.id), await pathwaysOf(south, ren.id)]
  await setTimeZone(store, 'America/New_York')
  await reevaluateOnNewDays(store, days, MONDAY, unexpected)

  expect(failures).toEqual([expect.any(RangeError)])
  expect(meanwhile.map((pathways) => pathways.length > 0)).toEqual([false, true])
  expect(await pathwaysOf(north, rae.id)).not.toEqual([])
})

const setTimeZone = (store: TestStore, timeZone: string) =>
  store.write(async (tx) => {
    await tx.update(districts).set({ timeZone }).where(eq(districts.id, northside.id))
  })
