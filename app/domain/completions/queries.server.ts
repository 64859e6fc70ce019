import { and, asc, desc, eq, gte, inArray, lte, maxOf, minOf, or } from '#db/query.server'
import { completions, members, organizations } from '#db/schema'
import type { SubmissionStatus } from '#db/words'
import { schoolYearOf, schoolYearSpan } from '../calendar'
import { NotFound } from '../errors'
import { asSeenBy, listEvidence } from '../evidence/queries.server'
import { pageOf, window } from '../listing'
import { fullName } from '../people/name'
import { type Actor, can, seesWholeDistrict } from '../policy'
import { listHistory } from '../reviews/history.server'
import { findReopenable } from '../reviews/reopenable.server'
import { findStandings } from '../reviews/standing.server'
import type { Scope } from '../scope.server'
import type { CompletionSort } from './completion'

/** The SQL twin of the permission `completion.view`. */
export const visibleTo = (actor: Actor) =>
  seesWholeDistrict(actor)
    ? undefined
    : or(eq(completions.memberId, actor.id), inArray(completions.organizationId, actor.supervises))

const fields = {
  id: completions.id,
  memberId: completions.memberId,
  organizationId: completions.organizationId,
  courseId: completions.courseId,
  title: completions.title,
  provider: completions.provider,
  completedOn: completions.completedOn,
  minutes: completions.minutes,
  kind: completions.kind,
  source: completions.source,
  strength: completions.strength,
  status: completions.status,
  version: completions.version,
}

/**
 * One finished course with its evidence, where it stands and how it got there.
 *
 * @throws NotFound when there is none that the actor may see
 */
export async function getCompletion(scope: Scope, id: string) {
  const [row] = await scope.db
    .select({
      ...fields,
      givenName: members.givenName,
      familyName: members.familyName,
      organization: organizations.name,
    })
    .from(completions)
    .innerJoin(members, eq(members.id, completions.memberId))
    .innerJoin(organizations, eq(organizations.id, completions.organizationId))
    .where(and(eq(completions.id, id), visibleTo(scope.actor)))
  if (!row) throw new NotFound('No completion.')
  const { givenName, familyName, ...completion } = row
  const [evidence, history, standings, reopenable] = await Promise.all([
    listEvidence(scope, { completionId: id }),
    listHistory(scope, { completionId: id }),
    findStandings(scope, 'completion', [id]),
    findReopenable(scope, { completionId: id }),
  ])
  return {
    ...completion,
    ...standings.get(id)!,
    owner: fullName({ givenName, familyName }),
    isOwn: completion.memberId === scope.actor.id,
    evidence: asSeenBy(scope.actor, evidence, completion),
    history,
    reopenable,
    can: {
      correct: can(scope.actor, 'completion.edit', completion),
      withdraw: can(scope.actor, 'submission.withdraw', completion),
      decide: can(scope.actor, 'submission.decide', completion),
    },
  }
}

export type CompletionPage = Awaited<ReturnType<typeof getCompletion>>

/** A finished course of the actor's own, or null when there is none yet under this id. */
export async function findOwnCompletion(scope: Scope, id: string) {
  const [completion] = await scope.db
    .select(fields)
    .from(completions)
    .where(and(eq(completions.id, id), eq(completions.memberId, scope.actor.id)))
  return completion ?? null
}

export type CompletionFilter = {
  status?: SubmissionStatus
  /** The calendar year in which the school year began. */
  schoolYear?: number
  sort: CompletionSort
  page: number
}

/** A page of the actor's own finished courses, each with its standing. */
export async function listOwnCompletions(scope: Scope, filter: CompletionFilter) {
  const span = filter.schoolYear
    ? schoolYearSpan(filter.schoolYear, scope.district.schoolYearStartsOn)
    : null
  const condition = and(
    eq(completions.memberId, scope.actor.id),
    filter.status && eq(completions.status, filter.status),
    span ? gte(completions.completedOn, span.first) : undefined,
    span ? lte(completions.completedOn, span.last) : undefined,
  )
  const { limit, offset } = window(filter.page)
  const [rows, total] = await Promise.all([
    scope.db
      .select(fields)
      .from(completions)
      .where(condition)
      .orderBy(orderOf(filter.sort), desc(completions.id))
      .limit(limit)
      .offset(offset),
    scope.db.count(completions, condition),
  ])
  const standings = await findStandings(
    scope,
    'completion',
    rows.map(({ id }) => id),
  )
  return pageOf(
    rows.map((row) => ({ ...row, ...standings.get(row.id)! })),
    total,
    filter.page,
  )
}

/** The school years the actor has finished courses in, newest first. */
export async function listYears(scope: Scope) {
  const [span] = await scope.db
    .select({ first: minOf(completions.completedOn), last: maxOf(completions.completedOn) })
    .from(completions)
    .where(eq(completions.memberId, scope.actor.id))
  if (!span?.first || !span.last) return []
  const first = schoolYearOf(span.first, scope.district.schoolYearStartsOn)
  const last = schoolYearOf(span.last, scope.district.schoolYearStartsOn)
  return Array.from({ length: last - first + 1 }, (_, back) => last - back)
}

function orderOf(sort: CompletionSort) {
  const direction = sort.startsWith('-') ? desc : asc
  const column = {
    date: completions.completedOn,
    title: completions.title,
    hours: completions.minutes,
  }[sort.replace('-', '') as 'date' | 'title' | 'hours']
  return direction(column)
}
