import { eq } from '#db/query.server'
import { activities, awards, completions, evidence } from '#db/schema'
import { NotFound } from '../errors'
import { belongingTo } from '../evidence/queries.server'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { openClaimForm } from './form.server'
import type { ClaimInput } from './inputs.server'
import { type ClaimSubject, findClaim } from './queries.server'
import { requireSoundClaim, saveClaim } from './saving.server'

export const CLAIM_KINDS = ['activity', 'completion', 'award'] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]

/** What a claim is made of. */
export const subjectOf = (kind: ClaimKind, id: string): ClaimSubject =>
  kind === 'activity'
    ? { activityId: id }
    : kind === 'completion'
      ? { completionId: id }
      : { awardId: id }

/**
 * What the page about the claim of one thing begins with.
 *
 * @throws NotFound when it is not the actor's own
 */
export async function openClaim(scope: Scope, kind: ClaimKind, id: string) {
  const subject = await findOwnSubject(scope, kind, id)
  return {
    subject: { ...subject, isProofSettled: await isProofSettled(scope, kind, subject) },
    kind,
    form: await openClaimForm(scope, subjectOf(kind, id)),
  }
}

/** What is settled is shown by what was sent, or else by evidence that is there. */
const isProofSettled = async (
  scope: Scope,
  kind: ClaimKind,
  { id, isSettled }: { id: string; isSettled: boolean },
) => isSettled && (await scope.db.count(evidence, belongingTo(subjectOf(kind, id)))) === 0

/**
 * Changes what something of the actor's own is for. Once an activity is sent, and anything else is decided,
 * the credit it brings, who offered it, and what is said to show it stay what whoever decides has seen; but
 * what shows it can be said of evidence that is attached.
 *
 * @throws NotFound when it is not the actor's own
 * @throws Invalid see `requireSoundClaim`
 */
export async function editClaim(scope: WriteScope, kind: ClaimKind, id: string, input: ClaimInput) {
  const subject = await findOwnSubject(scope, kind, id)
  authorize(scope.actor, 'claim.edit', subject)
  const kept = subject.isSettled ? await findClaim(scope, subjectOf(kind, id)) : null
  const settled: Partial<ClaimInput> = subject.isSettled
    ? {
        credit: (kept?.credit ?? undefined) as ClaimInput['credit'],
        amount: kept?.amountThousandths ?? undefined,
        courseLevel: (kept?.courseLevel ?? undefined) as ClaimInput['courseLevel'],
        providerKind: (kept?.providerKind ?? undefined) as ClaimInput['providerKind'],
      }
    : {}
  if (await isProofSettled(scope, kind, subject)) {
    settled.proof = (kept?.proof ?? undefined) as ClaimInput['proof']
  }
  await saveClaim(scope, subjectOf(kind, id), subject.memberId, { ...input, ...settled })
  await requireSoundClaim(scope, subjectOf(kind, id), subject.minutes)
  await scope.record('claim.edited', id)
}

/** The activity is sent, or it has been decided: nobody may change what the decision is about. */
const SETTLED: string[] = ['submitted', 'approved', 'verified_by_person', 'denied']

/** What a claim is about. @throws NotFound when it is not the actor's own */
export async function findOwnSubject(scope: Scope, kind: ClaimKind, id: string) {
  const found = await READERS[kind](scope, id)
  if (!found || found.memberId !== scope.actor.id) throw new NotFound(`No ${kind}.`)
  const { status, ...subject } = found
  return { ...subject, isSettled: SETTLED.includes(status) }
}

const READERS = {
  activity: async (scope: Scope, id: string) => {
    const [row] = await scope.db
      .select({
        id: activities.id,
        memberId: activities.memberId,
        title: activities.title,
        minutes: activities.minutes,
        status: activities.status,
      })
      .from(activities)
      .where(eq(activities.id, id))
    return row
  },
  completion: async (scope: Scope, id: string) => {
    const [row] = await scope.db
      .select({
        id: completions.id,
        memberId: completions.memberId,
        title: completions.title,
        minutes: completions.minutes,
        status: completions.status,
      })
      .from(completions)
      .where(eq(completions.id, id))
    return row
  },
  award: async (scope: Scope, id: string) => {
    const [row] = await scope.db
      .select({
        id: awards.id,
        memberId: awards.memberId,
        title: awards.title,
        status: awards.verification,
      })
      .from(awards)
      .where(eq(awards.id, id))
    return row && { ...row, minutes: null }
  },
}
