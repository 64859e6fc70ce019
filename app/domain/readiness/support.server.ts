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
import { addDays } from '../calendar'
import { NotFound } from '../errors'
import { pageOf, window } from '../listing'
import { LEARNING_ROLES } from '../audiences/roles'
import { isInState, isOpen } from '../pathways/enrolled-where.server'
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
  const { limit, offset } = window(page, PAGE)
  const [rows, total] = await Promise.all([
    scope.db
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
        rank,
      })
      .from(enrollments)
      .innerJoin(members, eq(members.id, enrollments.memberId))
      .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
      .where(condition)
      .orderBy(asc(rank), asc(members.sortName), asc(enrollments.id))
      .limit(limit)
      .offset(offset),
    scope.db.count(enrollments, condition),
  ])
  const people = rows.map(({ givenName, familyName, rank, ...row }) => ({
    ...row,
    name: fullName({ givenName, familyName }),
    group: SUPPORT_GROUPS[rank] ?? 'due',
  }))
  const { id, name } = school
  return {
    school: { id, name },
    schools: choices.map((choice) => ({ id: choice.id, name: choice.name })),
    people: pageOf(people, total, page, PAGE),
    can: { decide: can(scope.actor, 'queue.view') },
  }
}

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
