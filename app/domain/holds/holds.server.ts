import { alias, and, desc, eq, exists, isNotNull, isNull, or } from '#db/query.server'
import { type evidence, legalHolds, members } from '#db/schema'
import { Conflict, NotFound } from '../errors'
import { pageOf, window } from '../listing'
import { fullName } from '../people/name'
import { authorize, can } from '../policy'
import type { Scope } from '../scope.server'
import { HELD } from './hold'

const placer = alias(members, 'placer')
const releaser = alias(members, 'releaser')

const select = (scope: Scope) =>
  scope.db
    .select({
      id: legalHolds.id,
      memberId: legalHolds.memberId,
      matter: legalHolds.matter,
      placedOn: legalHolds.placedOn,
      releasedOn: legalHolds.releasedOn,
      releaseReason: legalHolds.releaseReason,
      givenName: members.givenName,
      familyName: members.familyName,
      placer: { givenName: placer.givenName, familyName: placer.familyName },
      releaser: { givenName: releaser.givenName, familyName: releaser.familyName },
    })
    .from(legalHolds)
    .innerJoin(placer, eq(placer.id, legalHolds.placedById))
    .leftJoin(members, eq(members.id, legalHolds.memberId))
    .leftJoin(releaser, eq(releaser.id, legalHolds.releasedById))

export type LegalHold = ReturnType<typeof shown>

/**
 * A page of the legal holds that stand, or of those that were released, the latest first.
 *
 * @throws Forbidden
 */
export async function listHolds(
  scope: Scope,
  { standing, page }: { standing: boolean; page: number },
) {
  authorize(scope.actor, 'retention.view')
  const condition = (standing ? isNull : isNotNull)(legalHolds.releasedOn)
  const { offset, limit } = window(page)
  const [rows, total, others] = await Promise.all([
    select(scope)
      .where(condition)
      .orderBy(desc(legalHolds.placedOn), desc(legalHolds.id))
      .limit(limit)
      .offset(offset),
    scope.db.count(legalHolds, condition),
    scope.db.count(legalHolds, (standing ? isNotNull : isNull)(legalHolds.releasedOn)),
  ])
  return {
    ...pageOf(rows.map(shown), total, page),
    counts: standing
      ? { standing: total, released: others }
      : { standing: others, released: total },
    can: { place: can(scope.actor, 'hold.place') },
  }
}

/** One legal hold. @throws Forbidden · NotFound */
export async function getHold(scope: Scope, id: string) {
  authorize(scope.actor, 'retention.view')
  const [row] = await select(scope).where(eq(legalHolds.id, id))
  if (!row) throw new NotFound('No legal hold.')
  return { ...shown(row), can: { release: can(scope.actor, 'hold.place') && !row.releasedOn } }
}

/** The holds that stand on a member, those on everybody included. The caller has authorized. */
export async function listStandingHolds(scope: Scope, memberId: string) {
  const rows = await select(scope)
    .where(and(isNull(legalHolds.releasedOn), isAbout(memberId)))
    .orderBy(desc(legalHolds.placedOn), desc(legalHolds.id))
  return rows.map(shown)
}

/**
 * Makes sure that what belongs to a member may be deleted.
 *
 * @throws Conflict while a hold stands on the member or on everybody
 */
export async function requireNoHold(scope: Scope, memberId: string) {
  const standing = and(isNull(legalHolds.releasedOn), isAbout(memberId))
  if ((await scope.db.count(legalHolds, standing)) > 0) throw new Conflict(HELD)
}

/** The condition that a hold stands on whom a piece of evidence belongs to. */
export const isHeld = (scope: Scope, { memberId }: Pick<typeof evidence, 'memberId'>) =>
  exists(
    scope.db
      .select({ id: legalHolds.id })
      .from(legalHolds)
      .where(
        and(
          isNull(legalHolds.releasedOn),
          or(isNull(legalHolds.memberId), eq(legalHolds.memberId, memberId)),
        ),
      ),
  )

const isAbout = (memberId: string) =>
  or(isNull(legalHolds.memberId), eq(legalHolds.memberId, memberId))

type Row = Awaited<ReturnType<typeof select>>[number]

function shown({ givenName, familyName, placer: by, releaser: until, ...hold }: Row) {
  return {
    ...hold,
    /** Whom it is about; nobody where it is about everybody. */
    name: givenName !== null && familyName !== null ? fullName({ givenName, familyName }) : null,
    placedBy: fullName(by),
    releasedBy: until && fullName(until),
  }
}
