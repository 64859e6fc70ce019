import { and, asc, count, desc, eq, isNull, isWord, lte, minOf } from '#db/query.server'
import { activities, enrollments, goals, pathways, submissions } from '#db/schema'
import { findOldest } from '../approvals/showing.server'
import { waitingFor } from '../approvals/waiting.server'
import { addDays, dayIn } from '../calendar'
import { listAsked } from '../comments/asked.server'
import { listDueTrainings } from '../mandates/queries.server'
import { findWaitingRequests } from '../pathways/requests.server'
import { can } from '../policy'
import type { Scope } from '../scope.server'
import { mostUrgent, type Next, NEXT_DAYS, NEXT_SHOWN } from './next'
import { listReturned } from './returned.server'

/** What waits for the actor, at most five, most urgent first. */
export async function listNext(scope: Scope): Promise<Next[]> {
  const lists = await Promise.all([
    approvals(scope),
    requests(scope),
    listReturned(scope),
    dueTrainings(scope),
    duePathways(scope),
    dueGoals(scope),
    askedForComment(scope),
    drafts(scope),
  ])
  return mostUrgent(lists.flat())
}

async function approvals(scope: Scope): Promise<Next[]> {
  if (!can(scope.actor, 'queue.view')) return []
  const [waiting] = await scope.db
    .select({ count: count(), dueOn: minOf(submissions.dueOn) })
    .from(submissions)
    .where(await waitingFor(scope))
  if (!waiting?.dueOn) return []
  const oldest = await findOldest(scope)
  return [{ kind: 'approvals', count: waiting.count, dueOn: waiting.dueOn, id: oldest! }]
}

async function requests(scope: Scope): Promise<Next[]> {
  if (!can(scope.actor, 'pathway.assign')) return []
  const { count: waiting, since } = await findWaitingRequests(scope)
  if (since === null) return []
  return [
    {
      kind: 'requests',
      id: 'waiting',
      count: waiting,
      since: dayIn(scope.district.timeZone, since),
    },
  ]
}

async function dueTrainings(scope: Scope): Promise<Next[]> {
  const rows = await listDueTrainings(scope, addDays(scope.today, NEXT_DAYS))
  return rows.map(({ id, title, dueOn, lateOn }) => ({
    kind: 'training',
    id,
    title,
    dueOn,
    isOverdue: lateOn <= scope.today,
  }))
}

async function duePathways(scope: Scope): Promise<Next[]> {
  const rows = await scope.db
    .select({
      id: enrollments.id,
      title: pathways.title,
      dueOn: enrollments.dueOn,
      done: enrollments.stepsCompleted,
      required: enrollments.stepsRequired,
    })
    .from(enrollments)
    .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
    .where(
      and(
        eq(enrollments.memberId, scope.actor.id),
        isNull(enrollments.endedOn),
        isNull(enrollments.completedOn),
        lte(enrollments.dueOn, addDays(scope.today, NEXT_DAYS)),
      ),
    )
    .orderBy(asc(enrollments.dueOn), asc(enrollments.id))
    .limit(NEXT_SHOWN)
  return rows.map(({ id, title, dueOn, done, required }) => ({
    kind: 'pathway',
    id,
    title,
    dueOn: dueOn!,
    stepsLeft: required - done,
  }))
}

async function dueGoals(scope: Scope): Promise<Next[]> {
  const rows = await scope.db
    .select({ id: goals.id, title: goals.title, dueOn: goals.dueOn })
    .from(goals)
    .where(
      and(
        eq(goals.memberId, scope.actor.id),
        eq(goals.status, 'open'),
        lte(goals.dueOn, addDays(scope.today, NEXT_DAYS)),
      ),
    )
    .orderBy(asc(goals.dueOn), asc(goals.id))
    .limit(NEXT_SHOWN)
  return rows.map((goal) => ({ kind: 'goal', ...goal }))
}

async function askedForComment(scope: Scope): Promise<Next[]> {
  const rows = await listAsked(scope, 'unanswered')
  return rows.map(({ id, title, by, question }) => ({ kind: 'comment', id, title, by, question }))
}

async function drafts(scope: Scope): Promise<Next[]> {
  const rows = await scope.db
    .select({ id: activities.id, title: activities.title })
    .from(activities)
    .where(and(eq(activities.memberId, scope.actor.id), isWord(activities.status, 'draft')))
    .orderBy(desc(activities.updatedAt), desc(activities.id))
    .limit(NEXT_SHOWN)
  return rows.map((draft) => ({ kind: 'draft', ...draft }))
}
