import { and, eq, inArray } from '#db/query.server'
import { awards, completions, enrollments, evidence, organizations, submissions } from '#db/schema'
import { type Day, dayIn } from '../calendar'
import { batchesOf, groupBy } from '../grouping'
import { principalsOf } from '../people/reviewers.server'
import type { Scope } from '../scope.server'
import { isWaitingOfMember, wouldCount } from './blocked-where.server'
import { enrolledWhere, type Which } from './enrolled-where.server'

/** Where people wait for a decision of ours. */
export type Blocked = {
  organizationId: string
  organization: string
  people: number
  /** Since when the oldest waits. */
  since: Day
  /** By when the first of them is to be decided. */
  dueOn: Day
  /** Who decides there; nobody where the district office does. */
  reviewers: { name: string }[]
}

const AT_ONCE = 200

/** The places where a decision of ours holds people up, the longest wait first. */
export async function listBlocked(scope: Scope, which: Which): Promise<Blocked[]> {
  const places = groupBy(await listWaits(scope, which), ({ organizationId }) => organizationId)
  const principals = await principalsOf(scope, [...places.keys()])
  return [...places]
    .map(([organizationId, waits]) => {
      const oldest = Math.min(...waits.map(({ submittedAt }) => submittedAt.getTime()))
      return {
        organizationId,
        organization: waits[0]!.organization,
        people: new Set(waits.map(({ enrollmentId }) => enrollmentId)).size,
        since: dayIn(scope.district.timeZone, new Date(oldest)),
        dueOn: waits.map(({ dueOn }) => dueOn).toSorted()[0]!,
        reviewers: (principals.get(organizationId) ?? []).map(({ name }) => ({ name })),
      }
    })
    .sort((a, b) => (a.since === b.since ? byId(a, b) : a.since < b.since ? -1 : 1))
}

/**
 * What waits, each with the enrollment that it would count for. The enrollments are found first: a
 * database that joins all of them with all that waits takes long.
 */
async function listWaits(scope: Scope, which: Which) {
  const waiting = await scope.db
    .select({ id: enrollments.id })
    .from(enrollments)
    .where(enrolledWhere(scope, which, { state: 'waiting' }))
  const batches = batchesOf(
    waiting.map(({ id }) => id),
    AT_ONCE,
  )
  const found = await Promise.all(
    batches.map((ids) =>
      scope.db
        .select({
          enrollmentId: enrollments.id,
          organizationId: submissions.organizationId,
          organization: organizations.name,
          submittedAt: submissions.submittedAt,
          dueOn: submissions.dueOn,
        })
        .from(enrollments)
        .innerJoin(submissions, isWaitingOfMember)
        .innerJoin(organizations, eq(organizations.id, submissions.organizationId))
        .leftJoin(evidence, eq(evidence.id, submissions.evidenceId))
        .leftJoin(completions, eq(completions.id, submissions.completionId))
        .leftJoin(awards, eq(awards.id, submissions.awardId))
        .where(and(inArray(enrollments.id, ids), wouldCount(scope))),
    ),
  )
  return found.flat()
}

const byId = (a: Blocked, b: Blocked) => (a.organizationId < b.organizationId ? -1 : 1)
