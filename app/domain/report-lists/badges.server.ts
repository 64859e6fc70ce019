import { and, asc, count, desc, eq, flagOf, inArray, or, orElse, type SQL } from '#db/query.server'
import { awards, formerAwards, members, organizations } from '#db/schema'
import { validityOf } from '../badges/award'
import { listAchievements } from '../badges/catalog.server'
import { awardsThen } from '../badges/counting.server'
import { awardThen, formerThen } from '../reviews/awards-then.server'
import { pageOf, pageWithin, window } from '../listing'
import { longListById, ownersOf } from '../long-list'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'
import { type AwardCounted, type AwardSort, AWARDS_COUNTED } from './list'
import { isNamed, type Part, placePart } from './part.server'

/** Which badges of the report are asked for, and in which order. */
export type AwardFilter = Part & {
  state?: AwardCounted
  /** The badge of the catalog that was awarded. */
  achievementId?: string
  /** Words of the person's name. */
  text?: string
  sort: AwardSort
}

/**
 * A page of the badges that the report counts as of a day, each as it stood then, with what can be chosen
 * to narrow them.
 *
 * @throws Forbidden, Invalid, NotFound
 */
export async function listReportBadges(
  scope: Scope,
  { page, ...filter }: AwardFilter & { page: number },
) {
  const { places, organizationIds } = await placePart(scope, filter)
  const [[counted], achievements] = await Promise.all([
    scope.db
      .select({ count: count() })
      .from(awards)
      .leftJoin(formerAwards, formerThen(scope, filter.asOf))
      .innerJoin(members, eq(members.id, awards.memberId))
      .where(conditionOf(scope, filter, organizationIds)),
    listAchievements(scope),
  ])
  const total = counted!.count
  const last = pageWithin(page, total)
  const { limit, offset } = window(last)
  const rows = await select(scope, filter, conditionOf(scope, filter, organizationIds))
    .orderBy(...orderOf(filter.sort))
    .limit(limit)
    .offset(offset)
  return {
    badges: pageOf(
      rows.map((row) => shown(row, filter)),
      total,
      last,
    ),
    places,
    achievements,
  }
}

/** All of them in their order, for a file. @throws Forbidden, Invalid, NotFound */
export async function listAllReportBadges(scope: Scope, filter: AwardFilter) {
  const { organizationIds } = await placePart(scope, filter)
  const all = await scope.db
    .select({ id: awards.id, memberId: awards.memberId })
    .from(awards)
    .leftJoin(formerAwards, formerThen(scope, filter.asOf))
    .innerJoin(members, eq(members.id, awards.memberId))
    .where(conditionOf(scope, filter, organizationIds))
    .orderBy(...orderOf(filter.sort))
  const list = longListById(all, async (ids) => {
    const rows = await select(scope, filter, inArray(awards.id, ids))
    return rows.map((row) => shown(row, filter))
  })
  return { ...list, memberIds: ownersOf(all) }
}

export type ReportBadge = ReturnType<typeof shown>

const select = (scope: Scope, filter: AwardFilter, condition: SQL | undefined) =>
  scope.db
    .select({
      id: awards.id,
      memberId: awards.memberId,
      givenName: members.givenName,
      familyName: members.familyName,
      organization: organizations.name,
      title: awardThen.title,
      issuer: awardThen.issuer,
      awardedOn: awardThen.awardedOn,
      expiresOn: awardThen.expiresOn,
      isVerified: flagOf(awardsThen(scope, filter.asOf).standing.verified),
    })
    .from(awards)
    .leftJoin(formerAwards, formerThen(scope, filter.asOf))
    .innerJoin(members, eq(members.id, awards.memberId))
    .innerJoin(organizations, eq(organizations.id, awardThen.organizationId))
    .where(condition)

/** What was refused or taken back is in no figure, and not in the list. */
function conditionOf(scope: Scope, filter: AwardFilter, organizationIds: string[] | undefined) {
  const { asOf, state, achievementId, text } = filter
  const { isThere, standing } = awardsThen(scope, asOf)
  return and(
    isThere,
    state ? standing[state] : or(standing.verified, standing.notVerified),
    organizationIds && inArray(awardThen.organizationId, organizationIds),
    achievementId === undefined ? undefined : eq(awardThen.achievementId, achievementId),
    ...isNamed(text),
  )
}

function orderOf(sort: AwardSort) {
  const direction = sort.startsWith('-') ? desc : asc
  const byName = [members.sortName, members.id]
  if (sort.endsWith('name')) {
    return [...byName.map(direction), desc(awardThen.awardedOn), asc(awards.id)]
  }
  const day = sort.endsWith('awarded')
    ? awardThen.awardedOn
    : orElse(awardThen.expiresOn, '9999-12-31')
  return [direction(day), ...byName.map(asc), asc(awards.id)]
}

type Row = Awaited<ReturnType<typeof select>>[number]

function shown({ givenName, familyName, isVerified, ...row }: Row, { asOf }: Part) {
  return {
    ...row,
    name: fullName({ givenName, familyName }),
    /** How it stood at the end of the day, in words. */
    standing: AWARDS_COUNTED[isVerified === 1 ? stateOf(row, asOf) : 'notVerified'],
  }
}

function stateOf(row: Pick<Row, 'expiresOn'>, asOf: string): AwardCounted {
  const validity = validityOf(row, asOf)
  return validity === 'lasting' ? 'current' : validity
}
