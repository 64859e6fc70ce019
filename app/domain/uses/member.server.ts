import { eq } from '#db/query.server'
import { members } from '#db/schema'
import { NotFound } from '../errors'
import { fullName } from '../people/name'
import { can } from '../policy'
import type { Scope } from '../scope.server'

/**
 * Whose uses of credit are asked for.
 *
 * @throws NotFound when there is nobody whose uses the actor may see
 */
export async function getMemberOfUses(scope: Scope, id: string) {
  const [member] = await scope.db
    .select({ id: members.id, givenName: members.givenName, familyName: members.familyName })
    .from(members)
    .where(eq(members.id, id))
  if (!member || !can(scope.actor, 'use.view', { memberId: id })) throw new NotFound('No member.')
  return {
    id,
    name: fullName(member),
    isOwn: id === scope.actor.id,
    can: { record: can(scope.actor, 'use.record', { memberId: id }) },
  }
}
