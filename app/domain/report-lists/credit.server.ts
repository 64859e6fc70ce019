import { and, asc, count, desc, eq, exists, inArray, type SQL, sumOf } from '#db/query.server'
import { activities, completions, ledgerEntries, members, organizations } from '#db/schema'
import type { ActivityKind, ActivityStatus, Strength } from '#db/words'
import { bookedUntil, bookedWithin, countsFor } from '../credit/sums.server'
import { NotFound } from '../errors'
import { nearWindow, pageOf, pageWithin } from '../listing'
import { inTheirOrder, longListOf } from '../long-list'
import { fullName } from '../people/name'
import { nameOf } from '../people/named.server'
import { can } from '../policy'
import type { ReportFrame } from '../reports/frame.server'
import { countedIn } from '../reports/sections/hours.server'
import type { Scope } from '../scope.server'
import type { CreditSort } from './list'
import { type Part, peopleNamed, placePart } from './part.server'

const PEOPLE_AT_ONCE = 10

/** Which credit of the report is asked for, and in which order. */
export type CreditFilter = Part & {
  kind?: ActivityKind
  strength?: Strength
  /** A competency that the activity names. */
  competency?: string
  /** The person whose credit it is. */
  memberId?: string
  /** Words of the person's name. */
  text?: string
  sort: CreditSort
}

/**
 * A page of the credit of the school year that the report counts as of a day, what was taken back as a row
 * of its own; with the minutes of all pages together, and what can be chosen to narrow it.
 *
 * @throws Forbidden, Invalid, NotFound
 */
export async function listReportCredit(
  scope: Scope,
  { page, ...filter }: CreditFilter & { page: number },
) {
  const { places, frame } = await placePart(scope, filter)
  const person = await findPerson(scope, filter)
  const total = await sumUp(scope, frame, filter)
  const last = pageWithin(page, total.entries)
  const found = await listPage(scope, frame, filter, { page: last, entries: total.entries })
  const rows = await readRows(scope, inArray(ledgerEntries.id, idsOf(found)))
  return {
    credit: pageOf(inTheirOrder(found, rows), total.entries, last),
    minutes: total.minutes,
    places,
    person,
  }
}

/**
 * All of it for a file, one person after the other by name: no more than some people's is read at once.
 *
 * @throws Forbidden, Invalid, NotFound
 */
export async function listAllReportCredit(scope: Scope, filter: CreditFilter) {
  const { frame } = await placePart(scope, filter)
  await findPerson(scope, filter)
  const condition = conditionByOwner(scope, frame, filter)
  const [owners, { entries }] = await Promise.all([
    listOwners(scope, condition),
    sumUp(scope, frame, filter),
  ])
  const memberIds = idsOf(owners)
  const list = longListOf(
    memberIds,
    (some) => readRows(scope, and(condition, inArray(ledgerEntries.memberId, some))),
    { size: entries, atOnce: PEOPLE_AT_ONCE },
  )
  return { ...list, memberIds }
}

export type ReportCredit = Awaited<ReturnType<typeof readRows>>[number]

async function findPerson(scope: Scope, { memberId: id }: CreditFilter) {
  if (id === undefined) return null
  const name = await nameOf(scope, id)
  if (!name) throw new NotFound('No such person.')
  return { id, name }
}

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)

/** The ids of a page, read from the end that is nearer. */
async function listPage(
  scope: Scope,
  frame: ReportFrame,
  filter: CreditFilter,
  { page, entries }: { page: number; entries: number },
) {
  const { limit, offset, isTurned } = nearWindow(page, entries)
  const found = await listIds(scope, frame, filter, isTurned).limit(limit).offset(offset)
  return isTurned ? found.toReversed() : found
}

/** By the day of booking it is read from the ledger, by name from the people: no more than a page is sorted. */
function listIds(scope: Scope, frame: ReportFrame, filter: CreditFilter, isTurned: boolean) {
  const { bookedOn, id } = ledgerEntries
  const isFalling = filter.sort.startsWith('-') !== isTurned
  const direction = isFalling ? desc : asc
  if (filter.sort.endsWith('booked')) {
    return scope.db
      .select({ id })
      .from(ledgerEntries)
      .where(conditionOf(scope, frame, filter))
      .orderBy(direction(bookedOn), direction(id))
  }
  const latestFirst = isTurned ? asc : desc
  return scope.db
    .select({ id })
    .from(members)
    .innerJoin(ledgerEntries, eq(ledgerEntries.memberId, members.id))
    .where(conditionByOwner(scope, frame, filter))
    .orderBy(
      direction(members.sortName),
      direction(members.id),
      latestFirst(bookedOn),
      latestFirst(id),
    )
}

/** The people who have any, by name. */
const listOwners = (scope: Scope, condition: SQL | undefined) =>
  scope.db
    .select({ id: members.id })
    .from(members)
    .where(
      exists(
        scope.db
          .select({ id: ledgerEntries.id })
          .from(ledgerEntries)
          .where(and(eq(ledgerEntries.memberId, members.id), condition)),
      ),
    )
    .orderBy(asc(members.sortName), asc(members.id))

/** For rows that are found by whose they are. */
const conditionByOwner = (scope: Scope, frame: ReportFrame, filter: CreditFilter) =>
  and(bookedUntil(frame.schoolYear, frame.asOf), narrowed(scope, frame, filter))

const conditionOf = (scope: Scope, frame: ReportFrame, filter: CreditFilter) =>
  and(bookedWithin(frame.schoolYear, { until: frame.asOf }), narrowed(scope, frame, filter))

function narrowed(
  scope: Scope,
  { organizationIds }: ReportFrame,
  { kind, strength, competency, memberId, text }: CreditFilter,
) {
  return and(
    organizationIds && inArray(ledgerEntries.organizationId, organizationIds),
    kind && eq(ledgerEntries.kind, kind),
    strength && eq(ledgerEntries.strength, strength),
    competency === undefined ? undefined : countsFor(scope, competency),
    memberId === undefined ? undefined : eq(ledgerEntries.memberId, memberId),
    text === undefined ? undefined : inArray(ledgerEntries.memberId, peopleNamed(scope, text)),
  )
}

/** How many rows there are, and their minutes: from the sums of the report, as far as these say it. */
async function sumUp(scope: Scope, frame: ReportFrame, filter: CreditFilter) {
  const { kind, strength, competency, memberId, text } = filter
  const isInSums = [competency, memberId, text].every((narrowed) => narrowed === undefined)
  if (!isInSums) {
    const [sum] = await scope.db
      .select({ entries: count(), minutes: sumOf(ledgerEntries.minutes) })
      .from(ledgerEntries)
      .where(conditionOf(scope, frame, filter))
    return sum!
  }
  const sum = { entries: 0, minutes: 0 }
  for (const row of await countedIn(scope, frame)) {
    if ((kind && row.kind !== kind) || (strength && row.strength !== strength)) continue
    sum.entries += row.entries
    sum.minutes += row.minutes
  }
  return sum
}

async function readRows(scope: Scope, condition: SQL | undefined) {
  const rows = await scope.db
    .select({
      id: ledgerEntries.id,
      memberId: ledgerEntries.memberId,
      givenName: members.givenName,
      familyName: members.familyName,
      organizationId: ledgerEntries.organizationId,
      organization: organizations.name,
      kind: ledgerEntries.kind,
      strength: ledgerEntries.strength,
      minutes: ledgerEntries.minutes,
      earnedOn: ledgerEntries.earnedOn,
      bookedOn: ledgerEntries.bookedOn,
      correctsId: ledgerEntries.correctsId,
      activityId: ledgerEntries.activityId,
      activity: activities.title,
      status: activities.status,
      completionId: ledgerEntries.completionId,
      completion: completions.title,
    })
    .from(ledgerEntries)
    .innerJoin(members, eq(members.id, ledgerEntries.memberId))
    .innerJoin(organizations, eq(organizations.id, ledgerEntries.organizationId))
    .leftJoin(activities, eq(activities.id, ledgerEntries.activityId))
    .leftJoin(completions, eq(completions.id, ledgerEntries.completionId))
    .where(condition)
    .orderBy(
      asc(members.sortName),
      asc(members.id),
      desc(ledgerEntries.bookedOn),
      desc(ledgerEntries.id),
    )
  return rows.map(({ givenName, familyName, correctsId, ...row }) => ({
    ...titled(scope, row),
    name: fullName({ givenName, familyName }),
    isTakenBack: correctsId !== null,
  }))
}

type Source = {
  memberId: string
  organizationId: string
  activity: string | null
  status: ActivityStatus | null
  completion: string | null
}

/** With the title of what it is for; null where its owner withdrew that after its approval was taken back. */
function titled<Row extends Source>(scope: Scope, { activity, status, completion, ...row }: Row) {
  const isSeen =
    status === null
      ? can(scope.actor, 'completion.view', row)
      : can(scope.actor, 'activity.view', { ...row, status })
  return { ...row, title: isSeen ? (activity ?? completion) : null }
}
