import { asc, eq, inArray } from '#db/query.server'
import { creditClaims, creditShares } from '#db/schema'
import { batchesOf, groupBy } from '../grouping'
import type { Scope } from '../scope.server'

/** Something an educator did that can be claimed for license renewal. */
export type ClaimSubject = { activityId: string } | { completionId: string } | { awardId: string }

/** The condition that picks the claim of one subject. */
export function claimOn(subject: ClaimSubject) {
  if ('activityId' in subject) return eq(creditClaims.activityId, subject.activityId)
  if ('completionId' in subject) return eq(creditClaims.completionId, subject.completionId)
  return eq(creditClaims.awardId, subject.awardId)
}

const fields = {
  id: creditClaims.id,
  activityId: creditClaims.activityId,
  completionId: creditClaims.completionId,
  awardId: creditClaims.awardId,
  topic: creditClaims.topic,
  providerKind: creditClaims.providerKind,
  credit: creditClaims.credit,
  amountThousandths: creditClaims.amountThousandths,
  courseLevel: creditClaims.courseLevel,
  proof: creditClaims.proof,
  isAligned: creditClaims.isAligned,
}

export type Claim = NonNullable<Awaited<ReturnType<typeof findClaim>>>

/** The claim about something the actor may see, with its shares; null where nothing is claimed. */
export async function findClaim(scope: Scope, subject: ClaimSubject) {
  const rows = await scope.db.select(fields).from(creditClaims).where(claimOn(subject))
  const [claim] = await withShares(scope, rows)
  return claim ?? null
}

const AT_ONCE = 400

/** The claims about many things of one kind, by the id of each. The caller has decided who may see them. */
export async function claimsOf(
  scope: Scope,
  kind: 'activityId' | 'completionId' | 'awardId',
  ids: string[],
): Promise<Map<string, Claim>> {
  const found = await Promise.all(
    batchesOf(ids, AT_ONCE).map((batch) =>
      scope.db.select(fields).from(creditClaims).where(inArray(creditClaims[kind], batch)),
    ),
  )
  const claims = await withShares(scope, found.flat())
  return new Map(claims.map((claim) => [claim[kind]!, claim]))
}

/**
 * All claims of members, by the id of what each is about, with two queries. The caller has decided who may see
 * them, and of how many members at a time.
 */
export async function claimsOfMembers(
  scope: Scope,
  memberIds: string[],
): Promise<Map<string, Claim>> {
  const [claims, shares] = await Promise.all([
    scope.db.select(fields).from(creditClaims).where(inArray(creditClaims.memberId, memberIds)),
    scope.db
      .select(shareFields)
      .from(creditShares)
      .innerJoin(creditClaims, eq(creditClaims.id, creditShares.claimId))
      .where(inArray(creditClaims.memberId, memberIds))
      .orderBy(
        asc(creditShares.claimId),
        asc(creditShares.jurisdiction),
        asc(creditShares.category),
      ),
  ])
  return new Map(withTheirs(claims, shares).map((claim) => [subjectOf(claim), claim]))
}

const subjectOf = ({ activityId, completionId, awardId }: Claim) =>
  (activityId ?? completionId ?? awardId)!

const shareFields = {
  claimId: creditShares.claimId,
  jurisdiction: creditShares.jurisdiction,
  category: creditShares.category,
  share: creditShares.share,
}

async function withShares<T extends { id: string }>(scope: Scope, claims: T[]) {
  const found = await Promise.all(
    batchesOf(
      claims.map(({ id }) => id),
      AT_ONCE,
    ).map((batch) =>
      scope.db
        .select(shareFields)
        .from(creditShares)
        .where(inArray(creditShares.claimId, batch))
        .orderBy(
          asc(creditShares.claimId),
          asc(creditShares.jurisdiction),
          asc(creditShares.category),
        ),
    ),
  )
  return withTheirs(claims, found.flat())
}

type Share = Pick<
  typeof creditShares.$inferSelect,
  'claimId' | 'jurisdiction' | 'category' | 'share'
>

function withTheirs<T extends { id: string }>(claims: T[], shares: Share[]) {
  const sharesOf = groupBy(shares, ({ claimId }) => claimId)
  return claims.map((claim) => ({
    ...claim,
    shares: (sharesOf.get(claim.id) ?? []).map(({ claimId: _, ...share }) => share),
  }))
}
