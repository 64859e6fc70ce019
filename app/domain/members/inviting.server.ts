import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { getMember } from './showing.server'

/** Whom an invitation is for, and whether there was one before. @throws Forbidden · NotFound */
export async function openInvitation(scope: Scope, id: string) {
  const { name, email, invitedAt } = await getMember(scope, id)
  authorize(scope.actor, 'member.invite')
  return { id, name, email, invitedAt }
}
