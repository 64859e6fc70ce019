import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { creditClaims, creditShares } from '#db/schema'
import { Invalid } from '../errors'
import type { WriteScope } from '../scope.server'
import { readCategoryKey } from './claim'
import type { ClaimInput } from './inputs.server'
import { type Claim, type ClaimSubject, claimOn, findClaim } from './queries.server'

/** How much there is to divide: minutes, where there are any yet. */
type Whole = { memberId: string; minutes: number | null }

/**
 * Keeps what an educator claims of something of their own; the caller has authorized it. A claim that
 * says nothing is none.
 *
 * @throws Invalid when another credit has no amount, or the parts are more than the whole
 */
export async function saveClaim(
  scope: WriteScope,
  subject: ClaimSubject,
  whole: Whole,
  input: ClaimInput,
) {
  if (!input.claims) return
  const shares = sharesOf(input)
  checkAmount(input)
  checkParts(input, whole, shares)
  const values = {
    topic: input.topic ?? null,
    providerKind: input.providerKind ?? null,
    credit: input.credit ?? null,
    amountThousandths: input.credit ? input.amount! : null,
    courseLevel: input.credit ? (input.courseLevel ?? null) : null,
    proof: input.proof ?? null,
    isAligned: input.aligned === undefined ? null : input.aligned === 'yes',
  }
  const existing = await findClaim(scope, subject)
  const saysNothing = shares.length === 0 && Object.values(values).every((value) => value === null)
  if (saysNothing) {
    if (existing) await removeClaim(scope, existing)
    return
  }
  const id = existing?.id ?? newId(scope.now)
  if (existing) await scope.db.update(creditClaims).set(values).where(claimOn(subject))
  else
    await scope.db
      .insert(creditClaims)
      .values({ id, memberId: whole.memberId, ...subject, ...values })
  await scope.db.delete(creditShares).where(eq(creditShares.claimId, id))
  if (shares.length > 0) {
    await scope.db.insert(creditShares).values(shares.map((share) => ({ claimId: id, ...share })))
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

function checkAmount({ credit, amount }: ClaimInput) {
  if (credit && amount === undefined) {
    throw new Invalid('amount', 'Say how many, such as 3.')
  }
  if (!credit && amount !== undefined) {
    throw new Invalid('credit', 'Say what it is an amount of, such as semester hours.')
  }
}

function checkParts(
  { credit, amount, parts }: ClaimInput,
  { minutes }: Whole,
  shares: ReturnType<typeof sharesOf>,
) {
  const whole = credit ? amount! : minutes
  if (whole === null || whole === undefined) return
  const sums = new Map<string, number>()
  for (const { jurisdiction, share } of shares) {
    sums.set(jurisdiction, (sums.get(jurisdiction) ?? 0) + (share ?? 0))
  }
  for (const [jurisdiction, sum] of sums) {
    if (sum <= whole) continue
    const first = parts.findIndex(({ category }) => category.startsWith(`${jurisdiction}/`))
    throw new Invalid(
      `parts[${Math.max(0, first)}].part`,
      'The parts are more than the whole. Lower one of them, or leave it empty.',
    )
  }
}
