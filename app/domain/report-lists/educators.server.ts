import { asc } from '#db/query.server'
import { members } from '#db/schema'
import { groupBy } from '../grouping'
import { pageOf, pageWithin, window } from '../listing'
import { longListOf, ownersOf } from '../long-list'
import { fullName } from '../people/name'
import { EQUITY_LINES } from '../reports/equity-lines'
import type { ReportFrame } from '../reports/frame.server'
import { listEquityPeople } from '../reports/sections/equity.server'
import { readReached } from '../reports/sections/participation.server'
import type { Scope } from '../scope.server'
import { type EducatorSort, groupKey, type Reached, type ReachedInYears } from './list'
import { hasName, type Part, placePart } from './part.server'

/** Which educators of the report are asked for, and in which order. */
export type EducatorFilter = Part & {
  /** Nobody is at or above the yardstick of a district without one, nor below it. */
  reached?: Reached
  inThreeYears?: ReachedInYears
  /** A group of an equity line, as `groupKey` names it. */
  group?: string
  /** Words of the person's name. */
  text?: string
  sort: EducatorSort
}

/**
 * A page of the educators that the report counts as of a day, with their minutes of the school year and of
 * the three that end with it, and what can be chosen to narrow them.
 *
 * @throws Forbidden, Invalid, NotFound
 */
export async function listReportEducators(
  scope: Scope,
  { page, ...filter }: EducatorFilter & { page: number },
) {
  const { places, frame } = await placePart(scope, filter)
  const { all, shown } = await findEducators(scope, frame, filter)
  const last = pageWithin(page, all.length)
  const { limit, offset } = window(last)
  return {
    educators: pageOf(all.slice(offset, offset + limit).map(shown), all.length, last),
    places,
    yardstick: frame.yardstick,
  }
}

/** All of them in their order, for a file. @throws Forbidden, Invalid, NotFound */
export async function listAllReportEducators(scope: Scope, filter: EducatorFilter) {
  const { frame } = await placePart(scope, filter)
  const { all, shown } = await findEducators(scope, frame, filter)
  return { ...longListOf(all, async (some) => some.map(shown)), memberIds: ownersOf(all) }
}

export type ReportEducator = ReturnType<Awaited<ReturnType<typeof findEducators>>['shown']>

async function findEducators(scope: Scope, frame: ReportFrame, filter: EducatorFilter) {
  const [everybody, reached] = await Promise.all([
    listCounted(scope, { ...frame, organizationIds: undefined }),
    readReached(scope, frame),
  ])
  const isAsked = isNarrowedTo(filter, reached)
  const nameOf = new Map(frame.places.map(({ id, name }) => [id, name]))
  return {
    all: everybody.filter(isAsked).toSorted(orderOf(filter.sort)),
    shown({ memberId, sortName: _, affiliations, ...person }: Counted) {
      const held = affiliations.filter(isAt(filter))
      return {
        ...person,
        id: memberId,
        memberId,
        organization: [...new Set(held.map(({ placeId }) => nameOf.get(placeId)))].join(', '),
        roles: [...new Set(held.map(({ role }) => role))],
        isNew: person.hiredOn !== null && person.hiredOn >= frame.from,
        minutes: reached.minutesOf(memberId),
        minutesInYears: reached.minutesInYears(memberId),
        reaches: reached.reaches(memberId),
        reachesInYears: reached.reachesInYears(memberId),
      }
    },
  }
}

/** Everybody whom participation counts on the day of a report, by name. */
async function listCounted(scope: Scope, frame: ReportFrame) {
  const [rows, names] = await Promise.all([listEquityPeople(scope, frame), listNames(scope)])
  const held = groupBy(rows, ({ memberId }) => memberId)
  return names.flatMap((person) => {
    const affiliations = held.get(person.memberId)
    return affiliations ? [{ ...person, affiliations }] : []
  })
}

/** The names of all there ever were, in their order. */
const listNames = (scope: Scope) =>
  scope.db.keepUntilWritten('report/names', async () => {
    const rows = await scope.db
      .select({
        memberId: members.id,
        givenName: members.givenName,
        familyName: members.familyName,
        sortName: members.sortName,
        hiredOn: members.hiredOn,
      })
      .from(members)
      .orderBy(asc(members.sortName), asc(members.id))
    return rows.map(({ givenName, familyName, ...person }) => ({
      ...person,
      name: fullName({ givenName, familyName }),
    }))
  })

type Counted = Awaited<ReturnType<typeof listCounted>>[number]
type Held = Counted['affiliations'][number]
type ReachedBy = Awaited<ReturnType<typeof readReached>>

const isAt =
  ({ organizationId }: EducatorFilter) =>
  ({ placeId }: Held) =>
    organizationId === undefined || placeId === organizationId

function isNarrowedTo(filter: EducatorFilter, by: ReachedBy) {
  const { group, reached, inThreeYears, text } = filter
  const isNamed = hasName(text)
  const isHere = isAt(filter)
  const isInGroup = belongsTo(group)
  const counts = (held: Held) => isHere(held) && isInGroup(held)
  return (person: Counted) =>
    isNamed(person) &&
    person.affiliations.some(counts) &&
    (reached === undefined || FAR[reached](person.memberId, by)) &&
    (inThreeYears === undefined ||
      by.reachesInYears(person.memberId) === (inThreeYears === 'atOrAbove'))
}

function belongsTo(group: string | undefined) {
  const [line] = EQUITY_LINES.filter(({ key }) => group?.startsWith(groupKey(key, '')))
  return (held: Held) => line === undefined || groupKey(line.key, line.of(held)) === group
}

const FAR: Record<Reached, (memberId: string, by: ReachedBy) => boolean> = {
  atOrAbove: (memberId, { reaches }) => reaches(memberId) === true,
  below: (memberId, { reaches }) => reaches(memberId) === false,
  none: (memberId, { minutesOf }) => minutesOf(memberId) === 0,
}

/** They come by name, and stay in this order where they are equal; whose day of hire is not known comes last. */
function orderOf(sort: EducatorSort) {
  const direction = sort.startsWith('-') ? -1 : 1
  const valueOf = ({ sortName, hiredOn }: Counted) =>
    sort.endsWith('name') ? sortName : (hiredOn ?? '9999-12-31')
  return (one: Counted, other: Counted) => {
    const [a, b] = [valueOf(one), valueOf(other)]
    return a === b ? 0 : a < b ? -direction : direction
  }
}
