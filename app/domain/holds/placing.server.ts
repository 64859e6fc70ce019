import { newId } from '#db/id'
import { and, eq, isNull } from '#db/query.server'
import { legalHolds, members } from '#db/schema'
import { Conflict, NotFound } from '../errors'
import { nameOf } from '../people/named.server'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { listStandingHolds } from './holds.server'
import type { HoldInput, ReleaseInput } from './inputs.server'

/**
 * What the form says that places a hold: whom it would be about, and the holds there are.
 *
 * @param memberId nobody for a hold on everybody
 * @throws Forbidden · NotFound
 */
export async function openHoldForm(scope: Scope, memberId: string | undefined) {
  authorize(scope.actor, 'hold.place')
  if (memberId === undefined) return { person: null, standing: [] }
  await requireMember(scope, memberId)
  const [name, standing] = await Promise.all([
    nameOf(scope, memberId),
    listStandingHolds(scope, memberId),
  ])
  return { person: { id: memberId, name }, standing }
}

/**
 * Places a legal hold, from now on: nothing of the person, or of anybody, is deleted while it stands.
 *
 * @param memberId nobody for a hold on everybody
 * @throws Forbidden · NotFound
 */
export async function placeHold(
  scope: WriteScope,
  memberId: string | undefined,
  { matter }: HoldInput,
) {
  authorize(scope.actor, 'hold.place')
  if (memberId !== undefined) await requireMember(scope, memberId)
  const id = newId()
  await scope.db.insert(legalHolds).values({
    id,
    memberId: memberId ?? null,
    matter,
    placedById: scope.actor.id,
    placedOn: scope.today,
  })
  await scope.record('hold.placed', id, { memberId: memberId ?? null, matter })
  return id
}

/**
 * Releases a legal hold: the retention schedule takes its course again.
 *
 * @throws Conflict when it was released already
 * @throws Forbidden · NotFound
 */
export async function releaseHold(scope: WriteScope, id: string, { reason }: ReleaseInput) {
  authorize(scope.actor, 'hold.place')
  const [hold] = await scope.db
    .select({ releasedOn: legalHolds.releasedOn })
    .from(legalHolds)
    .where(eq(legalHolds.id, id))
  if (!hold) throw new NotFound('No legal hold.')
  if (hold.releasedOn) throw new Conflict('This hold was released already. Nothing was changed.')
  await scope.db
    .update(legalHolds)
    .set({ releasedById: scope.actor.id, releasedOn: scope.today, releaseReason: reason })
    .where(and(eq(legalHolds.id, id), isNull(legalHolds.releasedOn)))
  await scope.record('hold.released', id, { reason })
}

async function requireMember(scope: Scope, id: string) {
  if ((await scope.db.count(members, eq(members.id, id))) === 0) throw new NotFound('No member.')
}
