import { newId } from '#db/id'
import { and, eq, inArray, isNull } from '#db/query.server'
import { enrollments, pathways } from '#db/schema'
import { addDays, type Day } from '../calendar'
import { recordMany } from '../events/recording.server'
import type { WriteScope } from '../scope.server'
import { batchesOf } from '../grouping'
import { BATCH, keepSteps } from './progress.server'
import { assess } from './standing.server'
import { findPublished } from './versions.server'

/** Because of what somebody is enrolled; without an assignment it is by choice. */
export type Grounds = {
  id: string | null
  pathwayId: string
  dueOn: Day | null
  dueDays: number | null
}

/**
 * Enrolls members in the newest published version of a pathway. What they have done already counts
 * at once. Who is on it, or has a completion that is still current, is left as they are; a completion
 * that is no longer current gives way to the new enrollment.
 *
 * @returns how many were enrolled
 */
export async function enrollMembers(scope: WriteScope, grounds: Grounds, memberIds: string[]) {
  const [pathway] = await scope.db
    .select({ validMonths: pathways.validMonths })
    .from(pathways)
    .where(and(eq(pathways.id, grounds.pathwayId), eq(pathways.status, 'published')))
  const version = pathway && (await findPublished(scope, grounds.pathwayId))
  if (!version) return 0

  let enrolled = 0
  for (const batch of batchesOf([...new Set(memberIds)], BATCH)) {
    const free = await withoutCurrent(scope, grounds.pathwayId, batch)
    const enrollees = free.map((memberId) => ({
      id: null,
      memberId,
      pathwayId: grounds.pathwayId,
      versionId: version.id,
      requiredSteps: version.requiredSteps,
      validMonths: pathway.validMonths,
      enrolledOn: scope.today,
      engagedOn: null,
    }))
    await insert(scope, grounds, await assess(scope, enrollees))
    enrolled += free.length
  }
  return enrolled
}

/** The due date of somebody enrolled on a day; a fixed date that has passed by then is none. */
export function dueDateOf(grounds: Pick<Grounds, 'dueOn' | 'dueDays'>, enrolledOn: Day) {
  if (grounds.dueOn !== null) return grounds.dueOn >= enrolledOn ? grounds.dueOn : null
  return grounds.dueDays === null ? null : addDays(enrolledOn, grounds.dueDays)
}

/** The members who may be enrolled; what kept them from it, but has lapsed, is ended. */
async function withoutCurrent(scope: WriteScope, pathwayId: string, memberIds: string[]) {
  const rows = await scope.db
    .select({
      id: enrollments.id,
      memberId: enrollments.memberId,
      completedOn: enrollments.completedOn,
      expiresOn: enrollments.expiresOn,
    })
    .from(enrollments)
    .where(
      and(
        inArray(enrollments.memberId, memberIds),
        eq(enrollments.pathwayId, pathwayId),
        isNull(enrollments.endedOn),
      ),
    )
  const lapsed = rows.filter(
    ({ completedOn, expiresOn }) =>
      completedOn !== null && expiresOn !== null && expiresOn <= scope.today,
  )
  await endEnrollments(
    scope,
    lapsed.map(({ id }) => id),
  )
  const lapsedIds = new Set(lapsed.map(({ id }) => id))
  const busy = new Set(rows.filter(({ id }) => !lapsedIds.has(id)).map((row) => row.memberId))
  return memberIds.filter((id) => !busy.has(id))
}

/** Ends enrollments as of today: taken back, or followed by a new one. */
export async function endEnrollments(scope: WriteScope, ids: string[]) {
  for (const batch of batchesOf(ids, BATCH)) {
    await scope.db
      .update(enrollments)
      .set({ endedOn: scope.today })
      .where(inArray(enrollments.id, batch))
  }
  await recordMany(
    scope,
    'enrollment.ended',
    ids.map((subjectId) => ({ subjectId })),
  )
}

type Fresh = Awaited<ReturnType<typeof assess>>

async function insert(scope: WriteScope, grounds: Grounds, assessed: Fresh) {
  const opened = assessed.map((each) => ({
    ...each,
    enrollee: { ...each.enrollee, id: newId(scope.now) },
  }))
  await scope.db.insertMany(
    enrollments,
    opened.map(({ enrollee, standing }) => ({
      id: enrollee.id,
      memberId: enrollee.memberId,
      pathwayId: enrollee.pathwayId,
      versionId: enrollee.versionId,
      assignmentId: grounds.id,
      enrolledOn: enrollee.enrolledOn,
      dueOn: dueDateOf(grounds, enrollee.enrolledOn),
      ...standing,
    })),
  )
  await recordMany(
    scope,
    'enrollment.opened',
    opened.map(({ enrollee }) => ({
      subjectId: enrollee.id,
      details: { memberId: enrollee.memberId, assignmentId: grounds.id },
    })),
  )
  await keepSteps(scope, opened)
}
