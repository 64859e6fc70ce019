import { and, asc, count, eq, isNull, minOf, orElse } from '#db/query.server'
import { enrollments, pathways, submissions } from '#db/schema'
import type { Scope } from '../scope.server'
import { isWaiting } from '../reviews/waiting.server'

const PATHWAYS_SHOWN = 4

/** How much of the actor's own waits for a decision, and since when. */
export async function summarizeWaiting(scope: Scope) {
  const [waiting] = await scope.db
    .select({
      count: count(),
      since: minOf(submissions.submittedAt),
      dueOn: minOf(submissions.dueOn),
    })
    .from(submissions)
    .where(and(eq(submissions.memberId, scope.actor.id), isWaiting))
  return waiting?.since && waiting.dueOn
    ? { count: waiting.count, since: waiting.since, dueOn: waiting.dueOn }
    : null
}

/** The pathways the actor is on, the one that is due next first. */
export async function listOpenPathways(scope: Scope) {
  return scope.db
    .select({
      id: enrollments.id,
      title: pathways.title,
      done: enrollments.stepsCompleted,
      required: enrollments.stepsRequired,
      dueOn: enrollments.dueOn,
    })
    .from(enrollments)
    .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
    .where(
      and(
        eq(enrollments.memberId, scope.actor.id),
        isNull(enrollments.endedOn),
        isNull(enrollments.completedOn),
      ),
    )
    .orderBy(asc(orElse(enrollments.dueOn, '9999-12-31')), asc(enrollments.id))
    .limit(PATHWAYS_SHOWN)
}
