import { newId } from '#db/id'
import { and, eq } from '#db/query.server'
import { enrollments, members } from '#db/schema'
import { startDraft } from '~/domain/pathways/building.server'
import {
  FOLLOWERS_A_TURN,
  listFollowing,
  takeFollowingTurn,
} from '~/domain/pathways/following.server'
import { publishPathway, retirePathway } from '~/domain/pathways/publishing.server'
import { getPathway } from '~/domain/pathways/queries.server'
import { addStep } from '~/domain/pathways/steps.server'
import { findPublished } from '~/domain/pathways/versions.server'
import type { WriteScope } from '~/domain/scope.server'
import { enrollWaiting } from '~/jobs/enroller.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_NOW, WORLD_TODAY } from '../../support/world'
import { courseStep, hoursStep, publish } from './published'

const { ming } = world.northside
const MORE = 60

/** So many people on a pathway who have done nothing yet. */
async function put(scope: WriteScope, given: { pathwayId: string; versionId: string }) {
  const ids = Array.from({ length: FOLLOWERS_A_TURN + MORE }, () => newId())
  const name = { givenName: 'New', familyName: 'Hire', sortName: 'hire new' }
  await scope.db.insertMany(
    members,
    ids.map((id) => ({ id, ...name, createdAt: scope.now })),
  )
  await scope.db.insertMany(
    enrollments,
    ids.map((memberId) => ({
      id: newId(),
      memberId,
      ...given,
      enrolledOn: WORLD_TODAY,
      stepsCompleted: 0,
      stepsRequired: 1,
      share: 0,
    })),
  )
}

/** A pathway with more people than follow a version at once, and a second version of it published. */
async function largePathway() {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const { id } = await publish(coordinator, [courseStep('coding')])
  const first = (await findPublished(coordinator.scope, id))!
  await coordinator.write(put, { pathwayId: id, versionId: first.id })
  await coordinator.write(startDraft, id)
  await coordinator.write(addStep, id, hoursStep('3.1', 120))
  return { store, coordinator, id }
}

const refuse = (error: unknown) => {
  throw error
}

const on = async ({ scope }: TestMember, pathwayId: string, versionId: string) =>
  scope.db.count(
    enrollments,
    and(eq(enrollments.pathwayId, pathwayId), eq(enrollments.versionId, versionId)),
  )

test('more people than one turn takes follow a new version in turns, and one sees how far', async () => {
  const { store, coordinator, id } = await largePathway()

  const published = await coordinator.write(publishPathway, id)

  const all = FOLLOWERS_A_TURN + MORE
  expect(published).toMatchObject({ followed: 0, waiting: all })
  expect((await coordinator.read(getPathway, id)).following).toBe(all)
  const newest = (await findPublished(coordinator.scope, id))!
  expect(await coordinator.write(takeFollowingTurn, id)).toBe(true)
  expect(await on(coordinator, id, newest.id)).toBe(FOLLOWERS_A_TURN)
  expect((await coordinator.read(getPathway, id)).following).toBe(MORE)
  await enrollWaiting(store, () => WORLD_NOW, refuse)
  expect(await on(coordinator, id, newest.id)).toBe(all)
  expect((await coordinator.read(getPathway, id)).following).toBe(null)
})

test('a version that is published meanwhile is the one that all are taken to', async () => {
  const { store, coordinator, id } = await largePathway()
  await coordinator.write(publishPathway, id)
  await coordinator.write(takeFollowingTurn, id)
  await coordinator.write(startDraft, id)
  await coordinator.write(addStep, id, hoursStep('5.1', 60))

  await coordinator.write(publishPathway, id)
  await enrollWaiting(store, () => WORLD_NOW, refuse)

  const newest = (await findPublished(coordinator.scope, id))!
  expect(newest.number).toBe(3)
  expect(await on(coordinator, id, newest.id)).toBe(FOLLOWERS_A_TURN + MORE)
})

test('a pathway that is retired meanwhile takes nobody further', async () => {
  const { coordinator, id } = await largePathway()
  await coordinator.write(publishPathway, id)

  await coordinator.write(retirePathway, id)

  expect(await coordinator.read(listFollowing)).toEqual([])
})
