import {
  and,
  asc,
  count,
  countWhere,
  eq,
  gt,
  inArray,
  lte,
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

/** So many names at most; a school has fewer. */
const MOST_NAMED = 200

export type SchoolTrainings = Awaited<ReturnType<typeof listSchoolTrainings>>

/**
 * How the people of an organization stand on each required training today, by title; with the names of
 * those who are overdue, for those who may see staff, and whether the actor may open its page.
 *
 * @throws NotFound when the actor may not look into the organization
 */
export async function listSchoolTrainings(scope: Scope, organizationId: string) {
  const { path } = await requireOrganization(scope, organizationId)
  const { today } = scope
  const atWork = inArray(obligations.memberId, atWorkIn(scope, path))
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
    .where(and(stillAsked, atWork))
    .groupBy(mandates.id, mandates.title, mandates.proof)
    .orderBy(asc(withoutCase(mandates.title)), asc(mandates.id))
  const names = can(scope.actor, 'staff.list') ? await overdueIn(scope, path) : null
  const canOpen = can(scope.actor, 'mandate.view')
  return rows.map((row) => ({ ...row, names: names && (names.get(row.id) ?? []), canOpen }))
}

/** Who is overdue in a part of the district, by training. */
async function overdueIn(scope: Scope, path: string) {
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
    .where(
      and(
        stillAsked,
        lte(obligations.lateOn, scope.today),
        inArray(obligations.memberId, atWorkIn(scope, path)),
      ),
    )
    .orderBy(asc(members.sortName), asc(members.id), asc(obligations.id))
    .limit(MOST_NAMED)
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
