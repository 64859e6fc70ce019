import type { Db } from '#db/client.server'
import { and, eq, isNotNull, ne } from '#db/query.server'
import { enrollments, pathways } from '#db/schema'
import { districtsWith } from '#db/tenant.server'
import type { Scope, WriteScope } from '../scope.server'
import { assessMove, move } from './moving.server'
import { isUnderWay, openInBatches } from './progress.server'
import { findPublished, pathOf } from './versions.server'

/** How many people follow a new version at once, and in each turn where there are more. */
export const FOLLOWERS_A_TURN = 2000

/**
 * Takes those under way on a pathway to its newest version: at once where they are few, otherwise in turns
 * that others can write between.
 *
 * @returns how many follow it now, and how many have still to
 */
export async function beginToFollow(scope: WriteScope, pathwayId: string) {
  const behind = await countBehind(scope, pathwayId)
  const isMany = behind > FOLLOWERS_A_TURN
  await scope.db
    .update(pathways)
    .set({ followingStartedAt: isMany ? scope.now : null })
    .where(eq(pathways.id, pathwayId))
  if (isMany) return { followed: 0, waiting: behind }
  return { followed: await followNewest(scope, pathwayId), waiting: 0 }
}

/** Takes the next people to the newest version of a pathway. @returns whether more wait */
export async function takeFollowingTurn(scope: WriteScope, pathwayId: string) {
  const followed = await followNewest(scope, pathwayId)
  if (followed === FOLLOWERS_A_TURN) return true
  await scope.db
    .update(pathways)
    .set({ followingStartedAt: null })
    .where(eq(pathways.id, pathwayId))
  return false
}

const isFollowing = isNotNull(pathways.followingStartedAt)

/** The ids of the districts where the people of a pathway are being taken to a new version in turns. */
export const listDistrictsFollowing = (db: Db) => districtsWith(db, pathways, isFollowing)

/** The ids of the pathways whose people are being taken to a new version in turns. */
export async function listFollowing(scope: Scope) {
  const rows = await scope.db
    .select({ id: pathways.id })
    .from(pathways)
    .where(isFollowing)
    .orderBy(pathways.id)
  return rows.map(({ id }) => id)
}

/** How many are under way on an earlier version of a pathway than the newest. */
export async function countBehind(scope: Scope, pathwayId: string) {
  const newest = await findPublished(scope, pathwayId)
  return newest ? scope.db.count(enrollments, isBehind(pathwayId, newest.id)) : 0
}

async function followNewest(scope: WriteScope, pathwayId: string) {
  const newest = await findPublished(scope, pathwayId)
  if (!newest) return 0
  const path = await pathOf(scope, newest.id)
  const behind = openInBatches(scope, isBehind(pathwayId, newest.id), FOLLOWERS_A_TURN)
  let followed = 0
  for await (const batch of behind) {
    await move(scope, await assessMove(scope, batch, path), newest.id)
    followed += batch.length
  }
  return followed
}

const isBehind = (pathwayId: string, newestId: string) =>
  and(eq(enrollments.pathwayId, pathwayId), ne(enrollments.versionId, newestId), isUnderWay())
