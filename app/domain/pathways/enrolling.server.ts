import { newId } from '#db/id'
import { and, eq, inArray, isNull } from '#db/query.server'
import { enrollments } from '#db/schema'
import type { EndReason } from '#db/words'
import { recordMany } from '../events/recording.server'
import { batchesOf } from '../grouping'
import type { Scope, WriteScope } from '../scope.server'
import { type Grounds, isHeldDone } from './deciding'
import { BATCH, keepSteps } from './progress.server'
import { askedIn, assess, type Assessed, type Enrollee } from './standing.server'
import { findHolders } from './step-kinds/registry.server'
import { pathsOf, type VersionInUse, type VersionPath, versionsInUse } from './versions.server'

export type Opening = {
  memberId: string
  pathwayId: string
  grounds: Grounds
  /** The completion that gives way, where it is no longer current. */
  lapsedId: string | null
}

/**
 * Enrolls members in the newest published version of a pathway. Who is on it, or has a completion that
 * is still current, is left as they are; a completion that is no longer current gives way.
 *
 * @returns how many were enrolled
 */
export async function enrollMembers(
  scope: WriteScope,
  { pathwayId, ...grounds }: Grounds & { pathwayId: string },
  memberIds: string[],
) {
  let enrolled = 0
  for (const batch of batchesOf([...new Set(memberIds)], BATCH)) {
    const held = await heldOf(scope, pathwayId, batch)
    const openings = batch.flatMap((memberId): Opening[] => {
      const row = held.get(memberId) ?? null
      const isFree = row === null || (row.completedOn !== null && !isHeldDone(row, scope.today))
      return isFree ? [{ memberId, pathwayId, grounds, lapsedId: row?.id ?? null }] : []
    })
    enrolled += await openEnrollments(scope, openings)
  }
  return enrolled
}

/**
 * Opens enrollments in the newest published versions for people who are free. What they have done
 * already counts at once; only who has done anything that could count is looked at one by one.
 *
 * @returns how many were opened: none on a pathway without a published version
 */
export async function openEnrollments(scope: WriteScope, openings: Opening[]) {
  if (openings.length === 0) return 0
  const versions = await versionsInUse(scope, [...new Set(openings.map((it) => it.pathwayId))])
  const fresh = openings.flatMap((opening) => {
    const version = versions.get(opening.pathwayId)
    return version ? [toFresh(scope, opening, version)] : []
  })
  if (fresh.length === 0) return 0

  await endEnrollments(
    scope,
    fresh.flatMap(({ lapsedId }) => lapsedId ?? []),
    'started_again',
  )
  const paths = await pathsOf(scope, [...new Set(fresh.map(({ versionId }) => versionId))])
  const having = await findHolders(
    scope,
    [...new Set(fresh.map(({ memberId }) => memberId))],
    askedIn([...paths.values()]),
  )
  const [some, none] = [[] as Fresh[], [] as Fresh[]]
  for (const one of fresh) (having.has(one.memberId) || one.lapsedId ? some : none).push(one)
  for (const batch of batchesOf(some, BATCH)) {
    await insert(scope, await assess(scope, batch, paths))
  }
  await insertUntouched(scope, none, paths)
  return fresh.length
}

type Fresh = Enrollee & Pick<Opening, 'grounds' | 'lapsedId'>

const toFresh = (
  scope: Scope,
  { memberId, pathwayId, grounds, lapsedId }: Opening,
  { versionId, validMonths }: VersionInUse,
): Fresh => ({
  id: null,
  memberId,
  pathwayId,
  versionId,
  validMonths,
  enrolledOn: scope.today,
  engagedOn: null,
  grounds,
  lapsedId,
})

/** Opens for people who have done nothing that counts: on one pathway they all stand alike. */
async function insertUntouched(scope: WriteScope, fresh: Fresh[], paths: Map<string, VersionPath>) {
  if (fresh.length === 0) return
  const first = new Map(fresh.toReversed().map((enrollee) => [enrollee.versionId, enrollee]))
  const assessed = await assess(scope, [...first.values()], paths)
  const alike = new Map(assessed.map((each) => [each.enrollee.versionId, each]))
  await insert(
    scope,
    fresh.map((enrollee) => ({ ...alike.get(enrollee.versionId)!, enrollee })),
  )
}

async function insert(scope: WriteScope, assessed: Assessed<Fresh>[]) {
  const opened = assessed.map((each) => ({
    ...each,
    enrollee: { ...each.enrollee, id: newId() },
  }))
  await scope.db.insertMany(
    enrollments,
    opened.map(({ enrollee, standing }) => ({
      id: enrollee.id,
      memberId: enrollee.memberId,
      pathwayId: enrollee.pathwayId,
      versionId: enrollee.versionId,
      enrolledOn: enrollee.enrolledOn,
      ...enrollee.grounds,
      ...standing,
    })),
  )
  await recordMany(
    scope,
    'enrollment.opened',
    opened.map(({ enrollee }) => ({
      subjectId: enrollee.id,
      details: { memberId: enrollee.memberId, assignmentId: enrollee.grounds.assignmentId },
    })),
  )
  await keepSteps(
    scope,
    opened.filter(({ standing }) => standing.engagedOn !== null),
  )
}

/** What some members hold of a pathway, the ended left out, by the member. */
async function heldOf(scope: Scope, pathwayId: string, memberIds: string[]) {
  const rows = await scope.db
    .select(heldFields)
    .from(enrollments)
    .where(
      and(
        inArray(enrollments.memberId, memberIds),
        eq(enrollments.pathwayId, pathwayId),
        isNull(enrollments.endedOn),
      ),
    )
  return new Map(rows.map((row) => [row.memberId, row]))
}

/** The columns of what somebody holds. */
export const heldFields = {
  id: enrollments.id,
  memberId: enrollments.memberId,
  pathwayId: enrollments.pathwayId,
  assignmentId: enrollments.assignmentId,
  assignedOn: enrollments.assignedOn,
  dueOn: enrollments.dueOn,
  inheritedDueOn: enrollments.inheritedDueOn,
  lateOn: enrollments.lateOn,
  engagedOn: enrollments.engagedOn,
  completedOn: enrollments.completedOn,
  expiresOn: enrollments.expiresOn,
}

/** Ends enrollments as of today: taken back, or followed by a new one. */
export async function endEnrollments(scope: WriteScope, ids: string[], endedFor: EndReason) {
  for (const batch of batchesOf(ids, BATCH)) {
    await scope.db
      .update(enrollments)
      .set({ endedOn: scope.today, endedFor })
      .where(inArray(enrollments.id, batch))
  }
  await recordMany(
    scope,
    'enrollment.ended',
    ids.map((subjectId) => ({ subjectId, details: { endedFor } })),
  )
}
