import {
  and,
  asc,
  contains,
  desc,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  isWord,
  notExists,
  notInArray,
  or,
  orElse,
  type SQL,
  startsWith,
} from '#db/query.server'
import { affiliations, events, members, organizations } from '#db/schema'
import type { Role } from '#db/words'
import { pageOf, window } from '../listing'
import { groupBy } from '../grouping'
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
    filter.role || filter.organizationId ? await worksAs(scope, filter) : undefined,
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
  const people = rows.map(({ userId, ...row }) => {
    const open = places.get(row.id) ?? []
    return {
      ...row,
      name: fullName(row),
      places: open,
      state: open.length > 0 ? stateOf(userId !== null, invited.has(row.id)) : ('left' as const),
    }
  })
  return pageOf(people, total, filter.page)
}

const stateOf = (hasJoined: boolean, isInvited: boolean) =>
  hasJoined ? ('joined' as const) : isInvited ? ('invited' as const) : ('not_invited' as const)

const wordsOf = (text = '') => fold(text).split(' ').filter(Boolean).slice(0, 5)

/** The name or the address has the word, in any order of the words. */
export const hasWord = (word: string) =>
  or(contains(members.sortName, word), contains(members.email, word))

async function worksAs(scope: Scope, { role, organizationId }: MemberFilter) {
  const [top] = organizationId
    ? await scope.db
        .select({ path: organizations.path })
        .from(organizations)
        .where(eq(organizations.id, organizationId))
    : []
  const places = scope.db
    .select({ memberId: affiliations.memberId })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(
      and(
        holdsOn(scope.today),
        role ? eq(affiliations.role, role) : undefined,
        organizationId ? startsWith(organizations.path, top?.path ?? organizationId) : undefined,
      ),
    )
  return inArray(members.id, places)
}

/** Not ended: it holds today, or is going to. */
const isOpen = (scope: Scope) =>
  or(isNull(affiliations.endedOn), gte(affiliations.endedOn, scope.today))

function inState(scope: Scope, state: MemberState): SQL | undefined {
  const open = scope.db
    .select({ memberId: affiliations.memberId })
    .from(affiliations)
    .where(isOpen(scope))
  if (state === 'left') return notInArray(members.id, open)
  if (state === 'joined') return and(isNotNull(members.userId), inArray(members.id, open))
  const invitation = scope.db
    .select({ id: events.subjectId })
    .from(events)
    .where(and(eq(events.subjectId, members.id), isWord(events.type, 'member.invited')))
  return and(
    isNull(members.userId),
    inArray(members.id, open),
    state === 'invited' ? exists(invitation) : notExists(invitation),
  )
}

function orderOf(sort: MemberSort) {
  const direction = sort.startsWith('-') ? desc : asc
  const isByName = sort.endsWith('name')
  const hired = isByName ? [] : [direction(orElse(members.hiredOn, '0001-01-01'))]
  const byName = isByName ? direction : asc
  return [...hired, byName(members.sortName), byName(members.id)]
}

/** Where members work, or are going to, by the member's id. */
async function placesOf(scope: Scope, memberIds: string[]) {
  if (memberIds.length === 0) return new Map<string, never[]>()
  const rows = await scope.db
    .select({
      id: affiliations.id,
      memberId: affiliations.memberId,
      role: affiliations.role,
      organization: organizations.name,
      startedOn: affiliations.startedOn,
    })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(and(inArray(affiliations.memberId, memberIds), isOpen(scope)))
    .orderBy(asc(organizations.sortName), asc(affiliations.role), asc(affiliations.id))
  return groupBy(rows, ({ memberId }) => memberId)
}

async function invitedAmong(scope: Scope, memberIds: string[]) {
  if (memberIds.length === 0) return new Set<string | null>()
  const rows = await scope.db
    .selectDistinct({ subjectId: events.subjectId })
    .from(events)
    .where(and(inArray(events.subjectId, memberIds), isWord(events.type, 'member.invited')))
  return new Set(rows.map(({ subjectId }) => subjectId))
}
