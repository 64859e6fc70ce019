import { and, countDistinct, eq, minOf } from '#db/query.server'
import { awards, completions, enrollments, evidence, organizations, submissions } from '#db/schema'
import { type Day, dayIn } from '../calendar'
import { principalsOf } from '../people/reviewers.server'
import type { Scope } from '../scope.server'
import { isWaitingOfMember, wouldCount } from './blocked-where.server'
import { enrolledWhere, isOpen, type Which } from './enrolled-where.server'

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

/** The places where a decision of ours holds people up, the longest wait first. */
export async function listBlocked(scope: Scope, which: Which): Promise<Blocked[]> {
  const rows = await scope.db
    .select({
      organizationId: submissions.organizationId,
      organization: organizations.name,
      people: countDistinct(enrollments.id),
      oldest: minOf(submissions.submittedAt),
      dueOn: minOf(submissions.dueOn),
    })
    .from(enrollments)
    .innerJoin(submissions, isWaitingOfMember)
    .innerJoin(organizations, eq(organizations.id, submissions.organizationId))
    .leftJoin(evidence, eq(evidence.id, submissions.evidenceId))
    .leftJoin(completions, eq(completions.id, submissions.completionId))
    .leftJoin(awards, eq(awards.id, submissions.awardId))
    .where(and(enrolledWhere(scope, which), isOpen, wouldCount(scope)))
    .groupBy(submissions.organizationId, organizations.name)
  const principals = await principalsOf(
    scope,
    rows.map(({ organizationId }) => organizationId),
  )
  return rows
    .flatMap(({ oldest, dueOn, ...row }) => {
      if (!oldest || !dueOn) return []
      const reviewers = (principals.get(row.organizationId) ?? []).map(({ name }) => ({ name }))
      return [{ ...row, dueOn, since: dayIn(scope.district.timeZone, oldest), reviewers }]
    })
    .sort((a, b) => (a.since === b.since ? byId(a, b) : a.since < b.since ? -1 : 1))
}

const byId = (a: Blocked, b: Blocked) => (a.organizationId < b.organizationId ? -1 : 1)
