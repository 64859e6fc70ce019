import { eq, inArray } from '#db/query.server'
import { members } from '#db/schema'
import { batchesOf } from '../grouping'
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

const AT_ONCE = 400

/** The names of members, by member. The caller has decided who may see them. */
export async function namesOf(scope: Scope, memberIds: readonly string[]) {
  const found = await Promise.all(
    batchesOf([...new Set(memberIds)], AT_ONCE).map((batch) =>
      scope.db
        .select({ id: members.id, givenName: members.givenName, familyName: members.familyName })
        .from(members)
        .where(inArray(members.id, batch)),
    ),
  )
  return new Map(found.flat().map(({ id, ...name }) => [id, fullName(name)]))
}
