import {
  and,
  asc,
  eq,
  exists,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  rankOf,
  startsWith,
} from '#db/query.server'
import { affiliations, enrollments, members, organizations, pathways } from '#db/schema'
import { addDays, type Day } from '../calendar'
import { NotFound } from '../errors'
import { pageOf, pageWithin, window } from '../listing'
import { LEARNING_ROLES } from '../audiences/roles'
import { waitingSince } from '../pathways/blocked.server'
import { isInState, isOpen } from '../pathways/enrolled-where.server'
import { isOverdue } from '../pathways/enrollment'
import { holdsOn } from '../people/actor.server'
import { fullName } from '../people/name'
import { authorize, can } from '../policy'
import type { Scope } from '../scope.server'
import { SUPPORT_DUE_DAYS, SUPPORT_GROUPS } from './support'

const PAGE = 50

export type Support = Awaited<ReturnType<typeof listSupport>>

/**
 * Whom of a school a hand would help with a pathway that was given to them: what waits for us first,
 * then who is stuck, then what is due; by name within, and in no other order.
 *
 * @param asked.organizationId the first school the actor may look into when absent
 * @throws Forbidden
 * @throws NotFound when the actor may not look into the school
 */
export async function listSupport(
  scope: Scope,
  { organizationId, page }: { organizationId?: string; page: number },
) {
  authorize(scope.actor, 'staff.list')
  const choices = await listSchools(scope)
  const school = organizationId ? choices.find(({ id }) => id === organizationId) : choices[0]
  if (!school) throw new NotFound('No school.')

  const waiting = isInState(scope, 'waiting')
  const stuck = isInState(scope, 'stuck')
  const rank = rankOf(waiting, stuck)
  const condition = and(
    isOpen,
    isNull(enrollments.endedOn),
    isNotNull(enrollments.assignmentId),
    inArray(enrollments.memberId, staffWithin(scope, school.path)),
    or(waiting, stuck, lte(enrollments.dueOn, addDays(scope.today, SUPPORT_DUE_DAYS))),
  )
  const total = await scope.db.count(enrollments, condition)
  const last = pageWithin(page, total, PAGE)
  const { limit, offset } = window(last, PAGE)
  const rows = await scope.db
    .select({
      id: enrollments.id,
      memberId: enrollments.memberId,
      givenName: members.givenName,
      familyName: members.familyName,
      pathway: pathways.title,
      stepsCompleted: enrollments.stepsCompleted,
      stepsRequired: enrollments.stepsRequired,
      enrolledOn: enrollments.enrolledOn,
      dueOn: enrollments.dueOn,
      lateOn: enrollments.lateOn,
      completedOn: enrollments.completedOn,
      lastStepOn: enrollments.lastStepOn,
      rank,
    })
    .from(enrollments)
    .innerJoin(members, eq(members.id, enrollments.memberId))
    .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
    .where(condition)
    .orderBy(asc(rank), asc(members.sortName), asc(enrollments.id))
    .limit(limit)
    .offset(offset)
  const since = await waitingSince(
    scope,
    rows.map((row) => row.id),
  )
  const people = rows.map((row) => ({
    id: row.id,
    memberId: row.memberId,
    name: fullName(row),
    group: SUPPORT_GROUPS[row.rank] ?? 'due',
    pathway: row.pathway,
    stepsCompleted: row.stepsCompleted,
    stepsRequired: row.stepsRequired,
    dueOn: row.dueOn,
    isOverdue: isOverdue(row, scope.today),
    /** Since when something waits for a decision of ours. */
    waitsSince: since.get(row.id) ?? null,
    /** When they took their last step; the day of enrollment where there is none. */
    lastOn: later(row.lastStepOn, row.enrolledOn),
  }))
  const { id, name } = school
  return {
    school: { id, name },
    schools: choices.map((choice) => ({ id: choice.id, name: choice.name })),
    people: pageOf(people, total, last, PAGE),
    can: { decide: can(scope.actor, 'queue.view') },
  }
}

const later = (day: Day | null, other: Day) => (day !== null && day > other ? day : other)

/** The schools the actor may look into, by name; other places where there is no school among them. */
async function listSchools(scope: Scope) {
  const rows = await scope.db
    .select({
      id: organizations.id,
      name: organizations.name,
      path: organizations.path,
      kind: organizations.kind,
    })
    .from(organizations)
    .where(isNull(organizations.closedOn))
    .orderBy(asc(organizations.sortName), asc(organizations.id))
  const visible = rows.filter(({ id }) => can(scope.actor, 'readiness.of', { organizationId: id }))
  const schools = visible.filter(({ kind }) => kind === 'school')
  return schools.length > 0 ? schools : visible
}

const staffWithin = (scope: Scope, path: string) =>
  scope.db
    .select({ memberId: affiliations.memberId })
    .from(affiliations)
    .where(
      and(
        holdsOn(scope.today),
        inArray(affiliations.role, LEARNING_ROLES),
        exists(
          scope.db
            .select({ id: organizations.id })
            .from(organizations)
            .where(
              and(
                eq(organizations.id, affiliations.organizationId),
                startsWith(organizations.path, path),
              ),
            ),
        ),
      ),
    )
