import {
  and,
  asc,
  contains,
  desc,
  eq,
  gte,
  inArray,
  lte,
  notInArray,
  or,
  orElse,
} from '#db/query.server'
import { activities, activityCompetencies, members, organizations } from '#db/schema'
import type { ActivityKind, ActivityStatus } from '#db/words'
import { schoolYearSpan } from '../calendar'
import { findClaim } from '../claims/queries.server'
import { claimWords } from '../claims/words'
import { NotFound } from '../errors'
import { pageOf, window } from '../listing'
import { fullName } from '../people/name'
import { type Actor, can, seesWholeDistrict } from '../policy'
import type { Scope } from '../scope.server'

const NOT_SENT: ActivityStatus[] = ['draft', 'withdrawn']

/** The SQL twin of the permission `activity.view`. */
export const visibleTo = (actor: Actor) => {
  const sent = notInArray(activities.status, NOT_SENT)
  return or(
    eq(activities.memberId, actor.id),
    seesWholeDistrict(actor)
      ? sent
      : and(sent, inArray(activities.organizationId, actor.supervises)),
  )
}

const fields = {
  id: activities.id,
  memberId: activities.memberId,
  organizationId: activities.organizationId,
  title: activities.title,
  kind: activities.kind,
  startedOn: activities.startedOn,
  endedOn: activities.endedOn,
  minutes: activities.minutes,
  provider: activities.provider,
  sponsorNumber: activities.sponsorNumber,
  location: activities.location,
  reflection: activities.reflection,
  fundingSource: activities.fundingSource,
  status: activities.status,
  version: activities.version,
  updatedAt: activities.updatedAt,
}

/**
 * One activity with its competencies and the names of its owner and school.
 *
 * @throws NotFound when there is none that the actor may see
 */
export async function getActivity(scope: Scope, id: string) {
  const [activity] = await scope.db
    .select({
      ...fields,
      givenName: members.givenName,
      familyName: members.familyName,
      organization: organizations.name,
    })
    .from(activities)
    .innerJoin(members, eq(members.id, activities.memberId))
    .leftJoin(organizations, eq(organizations.id, activities.organizationId))
    .where(eq(activities.id, id))
  if (!activity || !can(scope.actor, 'activity.view', activity)) throw new NotFound('No activity.')
  const { givenName, familyName, ...rest } = activity
  return {
    ...rest,
    owner: fullName({ givenName, familyName }),
    competencies: await listCompetencies(scope, id),
    claim: claimWords(await findClaim(scope, { activityId: id })),
  }
}

/** An activity of the actor's own, or null when there is none yet under this id. */
export async function findOwnActivity(scope: Scope, id: string) {
  const [activity] = await scope.db
    .select({ ...fields, createdAt: activities.createdAt })
    .from(activities)
    .where(and(eq(activities.id, id), eq(activities.memberId, scope.actor.id)))
  return activity ?? null
}

/** The ids of the competencies an activity names, in the framework's order. */
export async function listCompetencies(scope: Scope, activityId: string) {
  const rows = await scope.db
    .select({ competency: activityCompetencies.competency })
    .from(activityCompetencies)
    .where(eq(activityCompetencies.activityId, activityId))
    .orderBy(asc(activityCompetencies.competency))
  return rows.map(({ competency }) => competency)
}

export const ACTIVITY_SORTS = ['date', '-date', 'title', '-title', 'hours', '-hours'] as const
export type ActivitySort = (typeof ACTIVITY_SORTS)[number]

export type ActivityFilter = {
  status?: ActivityStatus
  kind?: ActivityKind
  schoolYear?: number
  text?: string
  sort: ActivitySort
  page: number
}

/** A page of the actor's own activities, newest first unless sorted otherwise. */
export async function listOwnActivities(scope: Scope, filter: ActivityFilter) {
  const span = filter.schoolYear
    ? schoolYearSpan(filter.schoolYear, scope.district.schoolYearStartsOn)
    : null
  const condition = and(
    eq(activities.memberId, scope.actor.id),
    filter.status && eq(activities.status, filter.status),
    filter.kind ? eq(activities.kind, filter.kind) : undefined,
    span ? gte(activities.startedOn, span.first) : undefined,
    span ? lte(activities.startedOn, span.last) : undefined,
    filter.text ? contains(activities.title, filter.text) : undefined,
  )
  const [rows, total] = await Promise.all([
    scope.db
      .select(fields)
      .from(activities)
      .where(condition)
      .orderBy(...orderOf(filter.sort), desc(activities.id))
      .limit(window(filter.page).limit)
      .offset(window(filter.page).offset),
    scope.db.count(activities, condition),
  ])
  return pageOf(rows, total, filter.page)
}

function orderOf(sort: ActivitySort) {
  const direction = sort.startsWith('-') ? desc : asc
  const column = {
    date: orElse(activities.startedOn, '9999-12-31'),
    title: activities.title,
    hours: orElse(activities.minutes, 0),
  }[sort.replace('-', '') as 'date' | 'title' | 'hours']
  return [direction(column)]
}
