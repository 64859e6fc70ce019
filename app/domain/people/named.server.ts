import { eq } from '#db/query.server'
import { members } from '#db/schema'
import type { Scope } from '../scope.server'
import { fullName } from './name'

/** The name of a member, empty where there is none. The caller has decided who may see it. */
export async function nameOf(scope: Scope, memberId: string) {
  const [member] = await scope.db
    .select({ givenName: members.givenName, familyName: members.familyName })
    .from(members)
    .where(eq(members.id, memberId))
  return member ? fullName(member) : ''
}
