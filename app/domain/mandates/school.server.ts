import {
  and,
  asc,
  count,
  countWhere,
  eq,
  gt,
  inArray,
  lte,
  placeAmong,
  startsWith,
  withoutCase,
} from '#db/query.server'
import { affiliations, mandates, members, obligations, organizations } from '#db/schema'
import { LEARNING_ROLES } from '../audiences/roles'
import { groupBy } from '../grouping'
import { holdsOn } from '../people/actor.server'
import { fullName } from '../people/name'
import { can } from '../policy'
import { requireOrganization } from '../readiness/queries.server'
import type { Scope } from '../scope.server'
import { stillAsked } from './asking.server'
import { findShort } from './short.server'

/** So many names of each training at most: fewer where the rest of them is a click away. */
const NAMED = { whereListed: 25, elsewhere: 200 }

export type SchoolTrainings = Awaited<ReturnType<typeof listSchoolTrainings>>

/**
 * How the people of an organization stand on each required training today, by title; with the names of
 * the first of those who are overdue, for those who may see staff, and the list of all of them for those who
 * may open it.
 *
 * @throws NotFound when the actor may not look into the organization
 */
export async function listSchoolTrainings(scope: Scope, organizationId: string) {
  const { path } = await requireOrganization(scope, organizationId)
  const { today } = scope
  const rows = await scope.db
    .select({
      id: mandates.id,
      title: mandates.title,
      proof: mandates.proof,
      asked: count(),
      overdue: countWhere(lte(obligations.lateOn, today)),
      due: countWhere(and(lte(obligations.opensOn, today), gt(obligations.lateOn, today))),
    })
    .from(obligations)
    .innerJoin(mandates, eq(mandates.id, obligations.mandateId))
    .where(and(stillAsked, inArray(obligations.memberId, atWorkIn(scope, path))))
    .groupBy(mandates.id, mandates.title, mandates.proof)
    .orderBy(asc(withoutCase(mandates.title)), asc(mandates.id))
  const canOpen = can(scope.actor, 'mandate.view')
  const names = can(scope.actor, 'staff.list')
    ? await overdueIn(scope, path, canOpen ? NAMED.whereListed : NAMED.elsewhere)
    : null
  return rows.map((row) => ({
    ...row,
    names: names && (names.get(row.id) ?? []),
    canOpen,
    /** What its list is narrowed by, to those who are named here; by nothing where they are all. */
    listedAt: path === `${organizationId}/` ? null : organizationId,
  }))
}

/** The first of those who are overdue in a part of the district, by training. */
async function overdueIn(scope: Scope, path: string, most: number) {
  const rows = await scope.db
    .select({
      turnId: obligations.id,
      mandateId: obligations.mandateId,
      topicId: obligations.topicId,
      opensOn: obligations.opensOn,
      id: members.id,
      givenName: members.givenName,
      familyName: members.familyName,
      dueOn: obligations.dueOn,
    })
    .from(obligations)
    .innerJoin(members, eq(members.id, obligations.memberId))
    .where(inArray(obligations.id, firstOverdue(scope, path, most)))
    .orderBy(asc(members.sortName), asc(members.id), asc(obligations.id))
  const shortOf = await findShort(
    scope,
    rows.map(({ turnId, id: memberId, ...turn }) => ({ ...turn, id: turnId, memberId })),
  )
  return groupBy(
    rows.map(({ id, mandateId, turnId, dueOn, ...named }) => ({
      id,
      mandateId,
      dueOn,
      name: fullName(named),
      /** What was done and does not count, for want of a stronger proof. */
      short: shortOf.get(turnId) ?? null,
    })),
    ({ mandateId }) => mandateId,
  )
}

/** The ids of the first so many overdue turns of each training, by name, as a query. */
function firstOverdue(scope: Scope, path: string, most: number) {
  const { mandateId, id } = obligations
  const late = scope.db
    .select({
      id,
      place: placeAmong(mandateId, asc(members.sortName), asc(members.id), asc(id)).as('place'),
    })
    .from(obligations)
    .innerJoin(members, eq(members.id, obligations.memberId))
    .where(
      and(
        stillAsked,
        lte(obligations.lateOn, scope.today),
        inArray(obligations.memberId, atWorkIn(scope, path)),
      ),
    )
    .as('late')
  return scope.db.selectFrom(late, { id: late.id }).where(lte(late.place, most))
}

const atWorkIn = (scope: Scope, path: string) =>
  scope.db
    .select({ id: affiliations.memberId })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(
      and(
        inArray(affiliations.role, LEARNING_ROLES),
        holdsOn(scope.today),
        startsWith(organizations.path, path),
      ),
    )
