import { eq } from '#db/query.server'
import { enrollments } from '#db/schema'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { OWN_CHOICE } from '~/domain/pathways/deciding'
import { enrollMembers } from '~/domain/pathways/enrolling.server'
import { followUpWaiting, startFollower } from '~/jobs/follower.server'
import { expect, test, vi } from 'vitest'
import { completed, requireTraining, turnsOf } from '../domain/mandates/required'
import { courseStep, forEducators, publish } from '../domain/pathways/published'
import { openTestStore } from '../support/database'
import { asMember, type TestMember } from '../support/members'
import { world, WORLD_NOW, WORLD_TODAY } from '../support/world'

const { ana, ben, ming, rosa } = world.northside
const unexpected = (error: unknown) => {
  throw error
}

/**
 * A pathway of a course that Ben has completed already, a training that is met by it, and a second
 * pathway for those who have completed the first.
 */
async function ready() {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  await completed(await asMember(store, rosa), ben.id, '2026-11-10')
  const first = await publish(coordinator, [courseStep('coding')])
  const second = await publish(coordinator, [courseStep('media')])
  const training = await requireTraining(coordinator, {}, [
    { kind: 'pathway', pathwayId: first.id },
  ])
  await coordinator.write(makeAssignment, second.id, {
    ...forEducators,
    audience: {
      any: [[{ kind: 'pathway', not: false, pathwayId: first.id, state: 'completed' }]],
      except: [],
    },
  })
  return { store, coordinator, first, second, training }
}

const firstTurnOf = async (...asked: Parameters<typeof turnsOf>) => (await turnsOf(...asked))[0]

const pathwaysOf = async ({ scope }: TestMember, memberId: string) => {
  const rows = await scope.db
    .select({ pathwayId: enrollments.pathwayId })
    .from(enrollments)
    .where(eq(enrollments.memberId, memberId))
  return rows.map(({ pathwayId }) => pathwayId)
}

test('who has a pathway completed by being enrolled is given what follows from it', async () => {
  const { store, coordinator, first, second, training } = await ready()
  await coordinator.write(enrollMembers, { pathwayId: first.id, ...OWN_CHOICE }, [ana.id, ben.id])
  const before = await firstTurnOf(coordinator, training.id, ben.id)

  const about = await followUpWaiting(store, WORLD_NOW, unexpected)
  const again = await followUpWaiting(store, WORLD_NOW, unexpected)

  expect(before).toMatchObject({ metOn: null })
  expect([about, again]).toEqual([1, 0])
  expect(await firstTurnOf(coordinator, training.id, ben.id)).toMatchObject({ metOn: WORLD_TODAY })
  expect(await firstTurnOf(coordinator, training.id, ana.id)).toMatchObject({ metOn: null })
  expect(await pathwaysOf(coordinator, ben.id)).toContain(second.id)
  expect(await pathwaysOf(coordinator, ana.id)).not.toContain(second.id)
})

test('what follows from a pathway that this completes is done at the next look', async () => {
  const { store, coordinator, first, second } = await ready()
  const third = await publish(coordinator, [courseStep('coding')])
  await coordinator.write(makeAssignment, third.id, {
    ...forEducators,
    audience: {
      any: [[{ kind: 'pathway', not: false, pathwayId: first.id, state: 'current' }]],
      except: [],
    },
  })
  await coordinator.write(enrollMembers, { pathwayId: first.id, ...OWN_CHOICE }, [ben.id])

  const looks = []
  for (let look = 0; look < 3; look++) {
    looks.push(await followUpWaiting(store, WORLD_NOW, unexpected))
  }

  expect(looks).toEqual([1, 1, 0])
  expect(await pathwaysOf(coordinator, ben.id)).toEqual(
    expect.arrayContaining([second.id, third.id]),
  )
})

test('it goes on by itself until it is stopped', async () => {
  const { store, coordinator, first, training } = await ready()
  await coordinator.write(enrollMembers, { pathwayId: first.id, ...OWN_CHOICE }, [ben.id])

  const follower = startFollower(store, { pause: 5, report: unexpected, now: () => WORLD_NOW })
  await vi.waitFor(async () => {
    expect(await firstTurnOf(coordinator, training.id, ben.id)).toMatchObject({
      metOn: WORLD_TODAY,
    })
  })
  await follower.stop()
})
