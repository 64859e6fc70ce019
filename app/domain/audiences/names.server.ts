import { inArray } from '#db/query.server'
import { members, organizations, pathways, peopleLists } from '#db/schema'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'
import { type Audience, conditionsOf } from './audience'
import type { Names } from './words'

/** What everything is called that some audiences name, for `audienceInWords`. */
export async function namesIn(scope: Scope, rules: Audience[]): Promise<Names> {
  const organizationIds = conditionsOf(rules, 'works').map((each) => each.organizationId)
  const pathwayIds = conditionsOf(rules, 'pathway').map((each) => each.pathwayId)
  const listIds = conditionsOf(rules, 'list').map((each) => each.listId)
  const memberIds = [
    ...conditionsOf(rules, 'people').flatMap((each) => each.memberIds),
    ...rules.flatMap(({ except }) => except),
  ]
  const [places, ways, lists, people] = await Promise.all([
    organizationIds.length === 0
      ? []
      : scope.db
          .select({ id: organizations.id, name: organizations.name })
          .from(organizations)
          .where(inArray(organizations.id, [...new Set(organizationIds)])),
    pathwayIds.length === 0
      ? []
      : scope.db
          .select({ id: pathways.id, name: pathways.title })
          .from(pathways)
          .where(inArray(pathways.id, [...new Set(pathwayIds)])),
    listIds.length === 0
      ? []
      : scope.db
          .select({ id: peopleLists.id, name: peopleLists.name })
          .from(peopleLists)
          .where(inArray(peopleLists.id, [...new Set(listIds)])),
    memberIds.length === 0
      ? []
      : scope.db
          .select({
            id: members.id,
            givenName: members.givenName,
            familyName: members.familyName,
          })
          .from(members)
          .where(inArray(members.id, [...new Set(memberIds)])),
  ])
  return Object.fromEntries([
    ...[...places, ...ways, ...lists].map(({ id, name }) => [id, name]),
    ...people.map(({ id, ...person }) => [id, fullName(person)]),
  ])
}
