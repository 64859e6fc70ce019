import { inArray } from '#db/query.server'
import { members } from '#db/schema'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'
import { type Audience, conditionsOf } from './audience'

/** How the people whom an audience names are written, so that `findPeople` finds them again, by id. */
export async function textsOf(scope: Scope, audience: Audience): Promise<Record<string, string>> {
  const ids = [
    ...audience.except,
    ...conditionsOf([audience], 'people').flatMap(({ memberIds }) => memberIds),
  ]
  if (ids.length === 0) return {}
  const rows = await scope.db
    .select({
      id: members.id,
      givenName: members.givenName,
      familyName: members.familyName,
      email: members.email,
      identifier: members.identifier,
    })
    .from(members)
    .where(inArray(members.id, [...new Set(ids)]))
  return Object.fromEntries(
    rows.map(({ id, email, identifier, ...person }) => {
      const key = email ?? identifier
      return [id, key === null ? fullName(person) : `${fullName(person)} <${key}>`]
    }),
  )
}
