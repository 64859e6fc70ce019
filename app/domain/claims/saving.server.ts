import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { creditClaims, creditShares } from '#db/schema'
import { Invalid } from '../errors'
import { groupBy } from '../grouping'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import type { Scope, WriteScope } from '../scope.server'
import { readCategoryKey } from './claim'
import type { ClaimInput } from './inputs.server'
import { type Claim, type ClaimSubject, claimOn, findClaim } from './queries.server'

/**
 * Keeps what an educator claims of something of their own, however far it has been typed; the caller has
 * authorized it. The categories of a state that the form did not offer stay as they are. A claim that says
 * nothing is none.
 *
 * @param memberId whose it is
 */
export async function saveClaim(
  scope: WriteScope,
  subject: ClaimSubject,
  memberId: string,
  input: ClaimInput,
) {
  if (!input.claims) return
  const values = {
    topic: input.topic ?? null,
    providerKind: input.providerKind ?? null,
    credit: input.credit ?? null,
    amountThousandths: input.amount ?? null,
    courseLevel: input.courseLevel ?? null,
    proof: input.proof ?? null,
    isAligned: input.aligned === undefined ? null : input.aligned === 'yes',
  }
  const existing = await findClaim(scope, subject)
  const offered = offeredBy(input)
  const kept = existing?.shares.filter(({ jurisdiction }) => !offered.has(jurisdiction)) ?? []
  const shares = [...kept, ...sharesOf(input)]
  const saysNothing = shares.length === 0 && Object.values(values).every((value) => value === null)
  if (saysNothing) {
    if (existing) await removeClaim(scope, existing)
    return
  }
  const id = existing?.id ?? newId()
  if (existing) await scope.db.update(creditClaims).set(values).where(claimOn(subject))
  else await scope.db.insert(creditClaims).values({ id, memberId, ...subject, ...values })
  await scope.db.delete(creditShares).where(eq(creditShares.claimId, id))
  if (shares.length > 0) {
    await scope.db.insert(creditShares).values(shares.map((share) => ({ claimId: id, ...share })))
  }
}

/**
 * Makes sure that what is claimed of something fits together, before anybody relies on it.
 *
 * @param minutes how much time there is to divide
 * @throws Invalid when another credit has no amount, or the parts are more than the whole
 */
export async function requireSoundClaim(
  scope: Scope,
  subject: ClaimSubject,
  minutes: number | null,
) {
  const claim = await findClaim(scope, subject)
  if (!claim) return
  const { credit, amountThousandths } = claim
  if (credit && amountThousandths === null) {
    throw new Invalid('amount', 'Say how many, such as 3.')
  }
  if (!credit && amountThousandths !== null) {
    throw new Invalid('credit', 'Say what it is an amount of, such as semester hours.')
  }
  const whole = credit ? amountThousandths : minutes
  for (const shares of groupBy(claim.shares, ({ jurisdiction }) => jurisdiction).values()) {
    const sum = shares.reduce((all, { share }) => all + (share ?? 0), 0)
    if (whole === null || sum <= whole) continue
    const state = jurisdictionName(shares[0]!.jurisdiction)
    throw new Invalid(
      null,
      `The parts for ${state} are more than the whole. Lower one of them, or leave it empty.`,
    )
  }
}

/** Forgets what was claimed of something that is deleted. */
export async function removeClaimOn(scope: WriteScope, subject: ClaimSubject) {
  const claim = await findClaim(scope, subject)
  if (claim) await removeClaim(scope, claim)
}

async function removeClaim(scope: WriteScope, claim: Pick<Claim, 'id'>) {
  await scope.db.delete(creditShares).where(eq(creditShares.claimId, claim.id))
  await scope.db.delete(creditClaims).where(eq(creditClaims.id, claim.id))
}

/** Categories with a part, and those it only fits; a part says more than that it fits. */
function sharesOf({ fits, parts, credit }: ClaimInput) {
  const shares = new Map<string, number | null>(fits.map((key) => [key, null]))
  for (const { category, part } of parts) {
    if (part) shares.set(category, credit ? part.thousandths : part.minutes)
  }
  return [...shares].map(([key, share]) => ({ ...readCategoryKey(key), share }))
}

/** The jurisdictions whose categories the form offered. */
const offeredBy = ({ fits, parts }: ClaimInput) =>
  new Set(
    [...fits, ...parts.map(({ category }) => category)].map(
      (key) => readCategoryKey(key).jurisdiction,
    ),
  )
