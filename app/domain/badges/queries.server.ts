import { and, desc, eq, gte, inArray, lt, lte, ne, or } from '#db/query.server'
import { awards, members, organizations } from '#db/schema'
import { addDays, type Day } from '../calendar'
import { NotFound } from '../errors'
import { asSeenBy, listEvidence } from '../evidence/queries.server'
import { pageOf, window } from '../listing'
import { fullName } from '../people/name'
import { type Actor, can, seesWholeDistrict } from '../policy'
import { listHistory } from '../reviews/history.server'
import { findReopenable } from '../reviews/reopenable.server'
import { findStandings } from '../reviews/standing.server'
import type { Scope } from '../scope.server'
import { type AwardState, EXPIRING_DAYS } from './award'

/** The SQL twin of the permission `award.view`. */
export const visibleTo = (actor: Actor) =>
  seesWholeDistrict(actor)
    ? undefined
    : or(eq(awards.memberId, actor.id), inArray(awards.organizationId, actor.supervises))

const fields = {
  id: awards.id,
  memberId: awards.memberId,
  organizationId: awards.organizationId,
  achievementId: awards.achievementId,
  title: awards.title,
  issuer: awards.issuer,
  awardedOn: awards.awardedOn,
  expiresOn: awards.expiresOn,
  url: awards.url,
  verification: awards.verification,
}

/**
 * One badge with its evidence, where it stands, how it got there, and the other times it was earned.
 *
 * @throws NotFound when there is none that the actor may see
 */
export async function getAward(scope: Scope, id: string) {
  const [row] = await scope.db
    .select({
      ...fields,
      givenName: members.givenName,
      familyName: members.familyName,
      organization: organizations.name,
    })
    .from(awards)
    .innerJoin(members, eq(members.id, awards.memberId))
    .innerJoin(organizations, eq(organizations.id, awards.organizationId))
    .where(and(eq(awards.id, id), visibleTo(scope.actor)))
  if (!row) throw new NotFound('No award.')
  const { givenName, familyName, ...award } = row
  const [evidence, history, standings, reopenable, others] = await Promise.all([
    listEvidence(scope, { awardId: id }),
    listHistory(scope, { awardId: id }),
    findStandings(scope, 'award', [id]),
    findReopenable(scope, { awardId: id }),
    listOtherTimes(scope, award),
  ])
  const standing = standings.get(id)!
  const isOwn = award.memberId === scope.actor.id
  const isWaiting = standing.waiting !== null
  const submission = { ...award, status: isWaiting ? ('waiting' as const) : ('approved' as const) }
  return {
    ...award,
    ...standing,
    owner: fullName({ givenName, familyName }),
    isOwn,
    evidence: asSeenBy(scope.actor, evidence, award),
    history,
    reopenable,
    others,
    can: {
      correct: can(scope.actor, 'award.edit', { ...award, isWaiting }),
      withdraw: can(scope.actor, 'submission.withdraw', submission),
      decide: can(scope.actor, 'submission.decide', submission),
      renew: isOwn && award.verification === 'verified_by_person',
    },
  }
}

export type AwardPage = Awaited<ReturnType<typeof getAward>>

/** The same badge of the same person at other times, newest first. */
const listOtherTimes = (
  scope: Scope,
  award: Pick<typeof awards.$inferSelect, 'id' | 'memberId' | 'achievementId' | 'title' | 'issuer'>,
) =>
  scope.db
    .select({ id: awards.id, awardedOn: awards.awardedOn, expiresOn: awards.expiresOn })
    .from(awards)
    .where(
      and(
        eq(awards.memberId, award.memberId),
        ne(awards.id, award.id),
        award.achievementId
          ? eq(awards.achievementId, award.achievementId)
          : and(eq(awards.title, award.title), eq(awards.issuer, award.issuer)),
        inArray(awards.verification, ['not_verified', 'verified_by_person']),
        visibleTo(scope.actor),
      ),
    )
    .orderBy(desc(awards.awardedOn), desc(awards.id))

/** A badge of the actor's own, or null when there is none yet under this id. */
export async function findOwnAward(scope: Scope, id: string) {
  const [award] = await scope.db
    .select(fields)
    .from(awards)
    .where(and(eq(awards.id, id), eq(awards.memberId, scope.actor.id)))
  if (!award) return null
  const standing = (await findStandings(scope, 'award', [id])).get(id)!
  return { ...award, isWaiting: standing.waiting !== null }
}

/** A page of the actor's own badges, newest first, each with its standing. */
export async function listOwnAwards(scope: Scope, filter: { state?: AwardState; page: number }) {
  const condition = and(
    eq(awards.memberId, scope.actor.id),
    filter.state && inState(filter.state, scope.today),
  )
  const { limit, offset } = window(filter.page)
  const [rows, total] = await Promise.all([
    scope.db
      .select(fields)
      .from(awards)
      .where(condition)
      .orderBy(desc(awards.awardedOn), desc(awards.id))
      .limit(limit)
      .offset(offset),
    scope.db.count(awards, condition),
  ])
  const standings = await findStandings(
    scope,
    'award',
    rows.map(({ id }) => id),
  )
  return pageOf(
    rows.map((row) => ({ ...row, ...standings.get(row.id)! })),
    total,
    filter.page,
  )
}

/** The condition that picks the badges in a state on a day; those refused or withdrawn are in none. */
function inState(state: AwardState, today: Day) {
  const stands = inArray(awards.verification, ['not_verified', 'verified_by_person'])
  if (state === 'verified') return eq(awards.verification, 'verified_by_person')
  if (state === 'not_verified') return eq(awards.verification, 'not_verified')
  if (state === 'expired') return and(stands, lt(awards.expiresOn, today))
  return and(
    stands,
    gte(awards.expiresOn, today),
    lte(awards.expiresOn, addDays(today, EXPIRING_DAYS)),
  )
}
