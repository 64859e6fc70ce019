import { and, asc, eq, inArray, isNull, orElse } from '#db/query.server'
import { affiliations, enrollments, organizations, pathways } from '#db/schema'
import { holdsOn } from '../people/actor.server'
import type { Scope } from '../scope.server'
import { ROLES } from './staff'

/** The roles of some members, with the organization where it is not the only one, by member. */
export async function listRolesOf(scope: Scope, memberIds: string[]) {
  const rows = memberIds.length
    ? await scope.db
        .select({
          memberId: affiliations.memberId,
          role: affiliations.role,
          organization: organizations.name,
        })
        .from(affiliations)
        .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
        .where(and(inArray(affiliations.memberId, memberIds), holdsOn(scope.today)))
        .orderBy(asc(affiliations.role), asc(organizations.sortName), asc(affiliations.id))
    : []
  const roles = new Map<string, { role: string; organization: string }[]>()
  for (const { memberId, role, organization } of rows) {
    roles.set(memberId, [...(roles.get(memberId) ?? []), { role: ROLES[role], organization }])
  }
  return roles
}

export type Standing = {
  /** The pathway that is due next, or the last one when all are done. */
  pathway: string
  enrollmentId: string
  stepsCompleted: number
  stepsRequired: number
  dueOn: string | null
  isDone: boolean
  /** How many other open pathways there are. */
  others: number
}

/** Where some members stand on their pathways, by member; nobody without one is in it. */
export async function listStandingsOf(scope: Scope, memberIds: string[]) {
  const rows = memberIds.length
    ? await scope.db
        .select({
          enrollmentId: enrollments.id,
          memberId: enrollments.memberId,
          pathway: pathways.title,
          stepsCompleted: enrollments.stepsCompleted,
          stepsRequired: enrollments.stepsRequired,
          dueOn: enrollments.dueOn,
          completedOn: enrollments.completedOn,
        })
        .from(enrollments)
        .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
        .where(and(inArray(enrollments.memberId, memberIds), isNull(enrollments.endedOn)))
        .orderBy(asc(orElse(enrollments.dueOn, '9999-12-31')), asc(enrollments.id))
    : []
  const standings = new Map<string, Standing>()
  for (const id of new Set(rows.map(({ memberId }) => memberId))) {
    const own = rows.filter(({ memberId }) => memberId === id)
    const open = own.filter(({ completedOn }) => completedOn === null)
    const { memberId: _, completedOn, ...shown } = open[0] ?? own.at(-1)!
    standings.set(id, {
      ...shown,
      isDone: completedOn !== null,
      others: Math.max(0, open.length - 1),
    })
  }
  return standings
}
