import {
  and,
  asc,
  contains,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  isNull,
  not,
  notInArray,
  or,
  orElse,
  type SQL,
} from '#db/query.server'
import { affiliations, events, members, organizations } from '#db/schema'
import type { Role } from '#db/words'
import { pageOf, window } from '../listing'
import { groupBy } from '../pathways/grouping'
import { holdsOn } from '../people/actor.server'
import { fold, fullName } from '../people/name'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import type { MemberSort, MemberState } from './member'

export type MemberFilter = {
  text?: string
  role?: Role
  organizationId?: string
  state?: MemberState
  sort: MemberSort
  page: number
}

/**
 * A page of the district's members with where they work today and whether they can sign in.
 *
 * @throws Forbidden
 */
export async function listMembers(scope: Scope, filter: MemberFilter) {
  authorize(scope.actor, 'people.list')
  const condition = and(
    ...wordsOf(filter.text).map(hasWord),
    filter.role || filter.organizationId ? worksAs(scope, filter) : undefined,
    filter.state ? inState(scope, filter.state) : undefined,
  )
  const [rows, total] = await Promise.all([
    scope.db
      .select({
        id: members.id,
        userId: members.userId,
        givenName: members.givenName,
        familyName: members.familyName,
        email: members.email,
        hiredOn: members.hiredOn,
      })
      .from(members)
      .where(condition)
      .orderBy(...orderOf(filter.sort))
      .limit(window(filter.page).limit)
      .offset(window(filter.page).offset),
    scope.db.count(members, condition),
  ])
  const ids = rows.map(({ id }) => id)
  const [places, invited] = await Promise.all([placesOf(scope, ids), invitedAmong(scope, ids)])
  const people = rows.map(({ userId, ...row }) => ({
    ...row,
    name: fullName(row),
    places: places.get(row.id)?.map(({ role, organization }) => ({ role, organization })) ?? [],
    state: stateOf(userId !== null, invited.has(row.id)),
  }))
  return pageOf(people, total, filter.page)
}

const stateOf = (hasJoined: boolean, isInvited: boolean) =>
  hasJoined ? ('joined' as const) : isInvited ? ('invited' as const) : ('not_invited' as const)

const wordsOf = (text = '') => fold(text).split(' ').filter(Boolean).slice(0, 5)

/** The name or the address has the word, in any order of the words. */
export const hasWord = (word: string) =>
  or(contains(members.sortName, word), contains(members.email, word))

function worksAs(scope: Scope, { role, organizationId }: MemberFilter) {
  const places = scope.db
    .select({ memberId: affiliations.memberId })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(
      and(
        holdsOn(scope.today),
        role ? eq(affiliations.role, role) : undefined,
        organizationId ? isWithin(organizationId) : undefined,
      ),
    )
  return inArray(members.id, places)
}

/** The organization or one below it, by its place in the path. */
const isWithin = (organizationId: string) => contains(organizations.path, `${organizationId}/`)

function inState(scope: Scope, state: MemberState): SQL | undefined {
  const current = scope.db
    .select({ memberId: affiliations.memberId })
    .from(affiliations)
    .where(or(isNull(affiliations.endedOn), gte(affiliations.endedOn, scope.today)))
  if (state === 'left') return notInArray(members.id, current)
  if (state === 'joined') return isNotNull(members.userId)
  const invited = inArray(
    members.id,
    scope.db
      .select({ subjectId: events.subjectId })
      .from(events)
      .where(eq(events.type, 'member.invited')),
  )
  return and(
    isNull(members.userId),
    inArray(members.id, current),
    state === 'invited' ? invited : not(invited),
  )
}

function orderOf(sort: MemberSort) {
  const direction = sort.startsWith('-') ? desc : asc
  const isByName = sort.endsWith('name')
  const hired = isByName ? [] : [direction(orElse(members.hiredOn, ''))]
  const byName = isByName ? direction : asc
  return [...hired, byName(members.sortName), byName(members.id)]
}

/** Where members work today, by the member's id. */
export async function placesOf(scope: Scope, memberIds: string[]) {
  if (memberIds.length === 0) return new Map<string, never[]>()
  const rows = await scope.db
    .select({
      memberId: affiliations.memberId,
      role: affiliations.role,
      organization: organizations.name,
    })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(and(inArray(affiliations.memberId, memberIds), holdsOn(scope.today)))
    .orderBy(asc(organizations.sortName), asc(affiliations.role), asc(affiliations.id))
  return groupBy(rows, ({ memberId }) => memberId)
}

async function invitedAmong(scope: Scope, memberIds: string[]) {
  if (memberIds.length === 0) return new Set<string | null>()
  const rows = await scope.db
    .selectDistinct({ subjectId: events.subjectId })
    .from(events)
    .where(and(inArray(events.subjectId, memberIds), eq(events.type, 'member.invited')))
  return new Set(rows.map(({ subjectId }) => subjectId))
}
