import { listStandingUses, reverseUse } from '../credit/uses.server'
import { Conflict, NotFound } from '../errors'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import type { TakingBackInput } from './inputs.server'
import { getMemberOfUses } from './member.server'
import { listUses } from './queries.server'

/**
 * A use that can be taken back, for the form that does so.
 *
 * @throws NotFound when the member has no such use, or the actor may not see it
 * @throws Forbidden
 * @throws Conflict when it was taken back already, or belongs to a renewal
 */
export async function openTakingBack(scope: Scope, memberId: string, id: string) {
  const member = await getMemberOfUses(scope, memberId)
  const [use] = await listUses(scope, memberId, { id })
  if (!use) throw new NotFound('No use.')
  authorize(scope.actor, 'use.record', { memberId })
  if (!use.isStanding) throw takenBackAlready(use.subject.title)
  if (use.purpose === 'renewal') throw ofRenewal(use.subject.title)
  return { member, use }
}

/**
 * Takes a use back with a reason: its opposite is booked, and the hours can be used again.
 *
 * @throws NotFound · Forbidden · Conflict like `openTakingBack`
 */
export async function takeBackUse(
  scope: WriteScope,
  memberId: string,
  id: string,
  { reason }: TakingBackInput,
) {
  const { use } = await openTakingBack(scope, memberId, id)
  const standing = (await listStandingUses(scope, [memberId])).find((it) => it.id === id)
  if (!standing) throw takenBackAlready(use.subject.title)
  await reverseUse(scope, standing, reason)
  return use.subject.title
}

const takenBackAlready = (title: string) =>
  new Conflict(`The use of “${title}” was taken back already.`)

const ofRenewal = (title: string) =>
  new Conflict(
    `“${title}” was used for a renewal that is recorded: a closed cycle stays as it was.`,
  )
