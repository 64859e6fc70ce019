import { newId } from '#db/id'
import { and, eq, maxOf, scalar } from '#db/query.server'
import { awards, evidence, formerAwards } from '#db/schema'
import { Invalid, NotFound } from '../errors'
import { attachFiles } from '../evidence/commands.server'
import type { StoredFile } from '../evidence/file-storage'
import { belongingTo } from '../evidence/queries.server'
import { listReviewers } from '../people/affiliations.server'
import { authorize } from '../policy'
import { sendForReview } from '../reviews/sending.server'
import type { WriteScope } from '../scope.server'
import { refuseTakenId } from '../taken-id.server'
import type { AwardInput } from './inputs.server'
import { findOwnAward } from './queries.server'
import { resolveAward } from './resolving.server'

type Recorded = { id: string; memberId: string; organizationId: string }

/**
 * Records a badge from elsewhere and sends it to whoever checks it; until then it is not verified.
 * The id is made when the form is opened: sending the same form twice records one award.
 *
 * @param files stored already
 * @returns its id, who checks it, and whether it is new: the files of a second sending belong to nothing
 * @throws Invalid when there is no proof and it is not said to be self-reported; see `resolveAward`
 * @throws Forbidden
 * @throws NotFound when the id is somebody else's
 */
export async function recordAward(scope: WriteScope, input: AwardInput, files: StoredFile[]) {
  authorize(scope.actor, 'award.record')
  const earlier = await findOwnAward(scope, input.id)
  if (earlier) return { ...(await sentTo(scope, earlier)), isNew: false }
  await requireProof(scope, input, files)
  const values = await resolveAward(scope, input)

  const award = { id: input.id, memberId: scope.actor.id, ...values }
  await scope.db
    .insert(awards)
    .values({ ...award, verification: 'not_verified', createdAt: scope.now })
    .catch(refuseTakenId('No award.'))
  await scope.record('award.recorded', award.id)
  await send(scope, award, files)
  return { ...(await sentTo(scope, award)), isNew: true }
}

/**
 * Corrects a badge that came back or was withdrawn, and sends it again.
 *
 * @returns its id and who checks it
 * @throws NotFound when it is not the actor's own
 * @throws Forbidden while it waits and once it is decided
 * @throws Invalid like `recordAward`
 */
export async function correctAward(scope: WriteScope, input: AwardInput, files: StoredFile[]) {
  const before = await findOwnAward(scope, input.id)
  if (!before) throw new NotFound('No award.')
  authorize(scope.actor, 'award.edit', before)
  await requireProof(scope, input, files)
  const values = await resolveAward(scope, input)

  await keepFormer(scope, input.id)
  await scope.db
    .update(awards)
    .set({ ...values, verification: 'not_verified', decidedOn: null })
    .where(eq(awards.id, input.id))
  await scope.record('award.edited', input.id)
  const award = { id: before.id, memberId: before.memberId, ...values }
  await send(scope, award, files)
  return sentTo(scope, award)
}

/** What it said until now, for what is told of an earlier day. */
async function keepFormer(scope: WriteScope, awardId: string) {
  const [award] = await scope.db
    .select({
      organizationId: awards.organizationId,
      achievementId: awards.achievementId,
      title: awards.title,
      issuer: awards.issuer,
      awardedOn: awards.awardedOn,
      expiresOn: awards.expiresOn,
      verification: awards.verification,
      decidedOn: awards.decidedOn,
      createdAt: awards.createdAt,
      correctedAt: scalar(
        formerAwards.replacedAt,
        scope.db
          .select({ at: maxOf(formerAwards.replacedAt) })
          .from(formerAwards)
          .where(eq(formerAwards.awardId, awards.id)),
      ),
    })
    .from(awards)
    .where(eq(awards.id, awardId))
  const { createdAt, correctedAt, ...said } = award!
  await scope.db.insert(formerAwards).values({
    id: newId(),
    awardId,
    ...said,
    startedAt: correctedAt ?? createdAt,
    replacedAt: scope.now,
  })
}

async function requireProof(scope: WriteScope, input: AwardInput, files: StoredFile[]) {
  if (input.url || files.length > 0 || input.selfReported) return
  const kept = and(belongingTo({ awardId: input.id }), eq(evidence.kind, 'file'))
  if ((await scope.db.count(evidence, kept)) > 0) return
  throw new Invalid(
    'url',
    'Add the address of the badge or a file that shows it, or tick that you report it yourself.',
  )
}

async function send(scope: WriteScope, award: Recorded, files: StoredFile[]) {
  const { id, memberId, organizationId } = award
  await attachFiles(scope, { awardId: id }, files, { mayShowStudents: false })
  await sendForReview(scope, id, { kind: 'award', memberId, organizationId, minutes: null })
}

type Sent = Pick<Recorded, 'id' | 'memberId' | 'organizationId'>

const sentTo = async (scope: WriteScope, { id, organizationId, memberId }: Sent) => ({
  id,
  reviewers: await listReviewers(scope, organizationId, memberId),
})
