import {
  and,
  anyWhere,
  asc,
  count,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  lte,
  maxOf,
  type SQL,
  sumOf,
} from '#db/query.server'
import { affiliations, members, obligations, organizations } from '#db/schema'
import { LEARNING_ROLES } from '../audiences/roles'
import { pageOf, window } from '../listing'
import { longListById, ownersOf } from '../long-list'
import { organizationsAt, placePath, withPlaceNames } from '../people/places.server'
import { holdsOn } from '../people/actor.server'
import { fullName } from '../people/name'
import { workplacesOf } from '../pathways/workplaces.server'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import type { AskedFilter, AskedSort, AskedState } from './asked'
import { stillAsked } from './asking.server'
import { requireMandate } from './building.server'
import { findShort } from './short.server'

/** The people who are asked for a training, a page of them, and how each school stands. @throws NotFound */
export async function getAsked(scope: Scope, mandateId: string, filter: AskedFilter) {
  authorize(scope.actor, 'mandate.view')
  await requireMandate(scope, mandateId)
  const condition = askedOf(scope, mandateId, filter)
  const { limit, offset } = window(filter.page)
  const [rows, total, schools] = await Promise.all([
    askedRows(scope, condition)
      .orderBy(...orderOf(filter.sort))
      .limit(limit)
      .offset(offset),
    countAsked(scope, condition),
    countBySchool(scope, mandateId),
  ])
  return { people: pageOf(await readable(scope, mandateId, rows), total, filter.page), schools }
}

/** Everybody who is asked, by the same filter and in the same order, for a file. The caller has authorized. */
export async function listAllAsked(
  scope: Scope,
  mandateId: string,
  filter: Omit<AskedFilter, 'page'>,
) {
  const all = await scope.db
    .select({ id: obligations.id, memberId: obligations.memberId })
    .from(obligations)
    .innerJoin(members, eq(members.id, obligations.memberId))
    .where(askedOf(scope, mandateId, filter))
    .orderBy(...orderOf(filter.sort))
  const list = longListById(all, async (ids) =>
    readable(scope, mandateId, await askedRows(scope, inArray(obligations.id, ids))),
  )
  return { ...list, memberIds: ownersOf(all) }
}

export type Asked = Awaited<ReturnType<typeof readable>>[number]

const askedOf = (
  scope: Scope,
  mandateId: string,
  { state, organizationId }: Pick<AskedFilter, 'state' | 'organizationId'>,
) =>
  and(
    eq(obligations.mandateId, mandateId),
    stillAsked,
    state && inState(scope, state),
    organizationId ? worksAt(scope, organizationId) : undefined,
  )

function inState({ today }: Scope, state: AskedState): SQL {
  if (state === 'overdue') return lte(obligations.lateOn, today)
  if (state === 'ahead') return gt(obligations.opensOn, today)
  return and(lte(obligations.opensOn, today), gt(obligations.lateOn, today))!
}

const worksAt = (scope: Scope, organizationId: string) =>
  exists(
    scope.db
      .select({ id: affiliations.id })
      .from(affiliations)
      .where(
        and(
          eq(affiliations.memberId, obligations.memberId),
          inArray(affiliations.organizationId, organizationsAt(scope, organizationId)),
          inArray(affiliations.role, LEARNING_ROLES),
          holdsOn(scope.today),
        ),
      ),
  )

function orderOf(sort: AskedSort) {
  const column = sort.endsWith('due') ? obligations.dueOn : members.sortName
  const direction = sort.startsWith('-') ? desc : asc
  return [direction(column), asc(members.sortName), asc(obligations.id)]
}

const askedRows = (scope: Scope, condition: SQL | undefined) =>
  scope.db
    .select({
      id: obligations.id,
      mandateId: obligations.mandateId,
      memberId: obligations.memberId,
      topicId: obligations.topicId,
      givenName: members.givenName,
      familyName: members.familyName,
      opensOn: obligations.opensOn,
      dueOn: obligations.dueOn,
      lateOn: obligations.lateOn,
      because: obligations.because,
      noticed: obligations.noticed,
    })
    .from(obligations)
    .innerJoin(members, eq(members.id, obligations.memberId))
    .where(condition)

const countAsked = (scope: Scope, condition: SQL | undefined) =>
  scope.db.count(obligations, condition)

async function readable(
  scope: Scope,
  mandateId: string,
  rows: Awaited<ReturnType<typeof askedRows>>,
) {
  const ids = rows.map(({ memberId }) => memberId)
  const [workplaces, lastMet, shortOf] = await Promise.all([
    workplacesOf(scope, ids),
    lastMetOf(scope, mandateId, ids),
    findShort(scope, rows),
  ])
  return rows.map(({ givenName, familyName, ...row }) => ({
    ...row,
    name: fullName({ givenName, familyName }),
    workplace: workplaces.get(row.memberId) ?? null,
    lastMetOn: lastMet.get(row.memberId) ?? null,
    /** What was done and does not count, for want of a stronger proof. */
    short: shortOf.get(row.id) ?? null,
  }))
}

async function lastMetOf(scope: Scope, mandateId: string, memberIds: string[]) {
  if (memberIds.length === 0) return new Map<string, string | null>()
  const rows = await scope.db
    .select({ memberId: obligations.memberId, metOn: maxOf(obligations.metOn) })
    .from(obligations)
    .where(
      and(
        eq(obligations.mandateId, mandateId),
        inArray(obligations.memberId, memberIds),
        isNotNull(obligations.metOn),
      ),
    )
    .groupBy(obligations.memberId)
  return new Map(rows.map(({ memberId, metOn }) => [memberId, metOn]))
}

/** How the people of each school stand, its departments included; who works at two schools counts in both. */
async function countBySchool(scope: Scope, mandateId: string) {
  const { today } = scope
  const place = (await placePath(scope)).as('place')
  const people = scope.db
    .select({
      place,
      overdue: anyWhere(lte(obligations.lateOn, today)).as('overdue'),
      ahead: anyWhere(gt(obligations.opensOn, today)).as('ahead'),
    })
    .from(obligations)
    .innerJoin(affiliations, eq(affiliations.memberId, obligations.memberId))
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(
      and(
        eq(obligations.mandateId, mandateId),
        stillAsked,
        holdsOn(today),
        inArray(affiliations.role, LEARNING_ROLES),
      ),
    )
    .groupBy(() => [place, obligations.id])
    .as('people')
  const counts = await scope.db
    .selectFrom(people, {
      place: people.place,
      asked: count(),
      overdue: sumOf(people.overdue),
      ahead: sumOf(people.ahead),
    })
    .groupBy(() => [people.place])
  const schools = await withPlaceNames(scope, counts)
  return schools.map(({ place: _, ...row }) => ({
    ...row,
    due: row.asked - row.overdue - row.ahead,
  }))
}
