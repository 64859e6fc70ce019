import { and, asc, desc, eq, gte, inArray, isNull, lte, or } from '#db/query.server'
import { affiliations, licenses, members, organizations } from '#db/schema'
import { groupBy } from '../grouping'
import type { Scope } from '../scope.server'
import { numberKey, type Period } from './state-file'

/** The ISO 3166-2 code of the state a district is in. */
export const jurisdictionOf = ({ district }: Scope) => `US-${district.state}`

/** Who they are, by member. */
export async function peopleNamed(scope: Scope, memberIds: string[]) {
  const rows = await scope.db
    .select({
      memberId: members.id,
      givenName: members.givenName,
      familyName: members.familyName,
      sortName: members.sortName,
      hiredOn: members.hiredOn,
    })
    .from(members)
    .where(inArray(members.id, memberIds))
  return new Map(rows.map((row) => [row.memberId, row]))
}

/** The license by which the state knows somebody, its number if it has one, and who else has that number. */
export type Known = { licenseId: string; stateNumber: string | null; sharedWith: string[] }

/**
 * The number by which the state knows each member of the district: the one on the license of the state,
 * of the primary one where there are several with a number.
 */
export async function stateNumbers(scope: Scope): Promise<Map<string, Known>> {
  const rows = await scope.db
    .select({ memberId: licenses.memberId, licenseId: licenses.id, number: licenses.number })
    .from(licenses)
    .where(and(eq(licenses.jurisdiction, jurisdictionOf(scope)), isNull(licenses.withdrawnOn)))
    .orderBy(asc(licenses.memberId), desc(licenses.isPrimary), asc(licenses.id))
  const known = [...groupBy(rows, ({ memberId }) => memberId)].map(([memberId, own]) => {
    const { licenseId, number } = own.find((row) => row.number?.trim()) ?? own[0]!
    return { memberId, licenseId, stateNumber: number?.trim() || null }
  })
  const having = groupBy(known, ({ stateNumber }) => stateNumber && numberKey(stateNumber))
  const membersHaving = new Map(
    [...having].map(([key, all]) => [key, all.map(({ memberId }) => memberId)]),
  )
  return new Map(
    known.map(({ memberId, licenseId, stateNumber }) => {
      const all = stateNumber === null ? [] : membersHaving.get(numberKey(stateNumber))!
      return [memberId, { licenseId, stateNumber, sharedWith: all.length > 1 ? all : [] }]
    }),
  )
}

/** The school each organization belongs to, with its number; the district itself for its office. */
export async function schoolsOf(scope: Scope) {
  const rows = await scope.db
    .select({
      id: organizations.id,
      kind: organizations.kind,
      path: organizations.path,
      name: organizations.name,
      identifier: organizations.identifier,
    })
    .from(organizations)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    rows.map((row) => {
      const above = row.path.split('/').flatMap((id) => byId.get(id) ?? [])
      const school = above.findLast(({ kind }) => kind === 'school') ?? above[0] ?? row
      return [
        row.id,
        { id: school.id, name: school.name, number: school.identifier?.trim() || null },
      ] as const
    }),
  )
}

/** When each member worked here, as far as it touches the period. */
export async function affiliationsIn(scope: Scope, { first, last }: Period) {
  const rows = await scope.db
    .select({
      memberId: affiliations.memberId,
      startedOn: affiliations.startedOn,
      endedOn: affiliations.endedOn,
    })
    .from(affiliations)
    .where(
      and(
        lte(affiliations.startedOn, last),
        or(isNull(affiliations.endedOn), gte(affiliations.endedOn, first)),
      ),
    )
  return groupBy(rows, ({ memberId }) => memberId)
}
