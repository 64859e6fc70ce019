import { and, asc, count, desc, eq, gt, gte, inArray, lt, lte, ne } from '#db/query.server'
import { reviews, submissions } from '#db/schema'
import type { Decision } from '#db/words'
import { daysUntil, lastDayAt, lastDayOfDecision } from '../approvals/clock.server'
import { listSubmissions } from '../approvals/queue.server'
import { decisionsByPlace } from '../approvals/sums.server'
import { addDays, type Day, dayIn, endOfDay } from '../calendar'
import { nearWindow, pageOf, pageWithin } from '../listing'
import { longListOf, ownersOf } from '../long-list'
import type { ReportFrame } from '../reports/frame.server'
import { waitedAt } from '../reviews/standing-then.server'
import { isWaiting } from '../reviews/waiting.server'
import type { Scope } from '../scope.server'
import type { DecisionCounted, DecisionSort } from './list'
import { type Part, peopleNamed, placePart } from './part.server'

/** Which decisions of the report are asked for, or what waited for one; and in which order. */
export type DecisionFilter = Part & {
  state: DecisionCounted
  /** Words of the person's name. */
  text?: string
  sort: DecisionSort
}

/**
 * A page of the decisions of the school year up to a day, or of what waited at its end, as the report
 * counts them, with what can be chosen to narrow them.
 *
 * @throws Forbidden, Invalid, NotFound
 */
export async function listReportDecisions(
  scope: Scope,
  { page, ...filter }: DecisionFilter & { page: number },
) {
  const { places, frame } = await placePart(scope, filter)
  const total = await countAll(scope, frame, filter)
  const last = pageWithin(page, total)
  const found = await listAll(scope, frame, filter, nearWindow(last, total))
  return { decisions: pageOf(await shown(scope, filter, found), total, last), places }
}

/**
 * All of them for a file, day by day of the decisions.
 *
 * @throws Forbidden, Invalid, NotFound
 */
export async function listAllReportDecisions(scope: Scope, filter: DecisionFilter) {
  const { frame } = await placePart(scope, filter)
  if (isOfWaiting(filter)) {
    const all = await listAll(scope, frame, filter)
    return {
      ...longListOf(all, (some) => shown(scope, filter, some)),
      memberIds: ownersOf(all),
    }
  }
  const [size, owners] = await Promise.all([
    countAll(scope, frame, filter),
    listOwners(scope, frame, filter),
  ])
  const ofDay = async ([day]: Day[]) =>
    shown(scope, filter, await listAll(scope, { ...frame, from: day!, asOf: day! }, filter))
  const list = longListOf(daysOf(frame, filter), ofDay, { size, atOnce: 1 })
  return { ...list, memberIds: ownersOf(owners) }
}

export type ReportDecision = Awaited<ReturnType<typeof shown>>[number]

const isOfWaiting = ({ state }: DecisionFilter) => state === 'waiting' || state === 'late'

function daysOf({ from, asOf }: ReportFrame, { sort }: DecisionFilter) {
  const days = []
  for (let day = from; day <= asOf; day = addDays(day, 1)) days.push(day)
  return sort.startsWith('-') ? days.toReversed() : days
}

type Window = ReturnType<typeof nearWindow>
type Found = {
  submissionId: string
  memberId: string
  /** The last day that the reviewer had, or has. */
  lastOn: Day
  decidedAt: Date | null
  decision: Decision | null
}

const WHOLE: Window = { limit: 2 ** 31 - 1, offset: 0, isTurned: false }

async function listAll(
  scope: Scope,
  frame: ReportFrame,
  filter: DecisionFilter,
  window = WHOLE,
): Promise<Found[]> {
  const list = isOfWaiting(filter) ? listWaiting : listDecided
  const found = await list(scope, frame, filter, window)
  return window.isTurned ? found.toReversed() : found
}

const directionOf = ({ sort }: DecisionFilter, { isTurned }: Window) =>
  sort.startsWith('-') !== isTurned ? desc : asc

async function listWaiting(
  scope: Scope,
  frame: ReportFrame,
  filter: DecisionFilter,
  window: Window,
): Promise<Found[]> {
  const direction = directionOf(filter, window)
  const rows = await scope.db
    .select({
      submissionId: submissions.id,
      memberId: submissions.memberId,
      lastOn: lastDayAt(scope, endOf(scope, frame.asOf)),
    })
    .from(submissions)
    .where(waits(scope, frame, filter))
    .orderBy(direction(submissions.submittedAt), direction(submissions.id))
    .limit(window.limit)
    .offset(window.offset)
  return rows.map((row) => ({ ...row, decidedAt: null, decision: null }))
}

/** First which they are, then what there is to say of them: of those that are skipped, nothing is read. */
async function listDecided(
  scope: Scope,
  frame: ReportFrame,
  filter: DecisionFilter,
  window: Window,
): Promise<Found[]> {
  const direction = directionOf(filter, window)
  const found = await scope.db
    .select({ submissionId: reviews.submissionId, decidedAt: reviews.decidedAt })
    .from(reviews)
    .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
    .where(wereDecided(scope, frame, filter))
    .orderBy(direction(reviews.decidedAt), direction(reviews.submissionId))
    .limit(window.limit)
    .offset(window.offset)
  const ids = found.map(({ submissionId }) => submissionId)
  const rows = await scope.db
    .select({
      submissionId: reviews.submissionId,
      memberId: submissions.memberId,
      lastOn: lastDayOfDecision(scope),
      decidedAt: reviews.decidedAt,
      decision: reviews.decision,
    })
    .from(reviews)
    .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
    .where(and(inArray(reviews.submissionId, ids), ne(reviews.decision, 'reopened')))
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  return found
    .flatMap((row) => byKey.get(keyOf(row)) ?? [])
    .map((row) => ({ ...row, decision: row.decision as Decision }))
}

const keyOf = ({ submissionId, decidedAt }: Pick<Found, 'submissionId' | 'decidedAt'>) =>
  `${submissionId}/${decidedAt?.getTime() ?? ''}`

function listOwners(scope: Scope, frame: ReportFrame, filter: DecisionFilter) {
  return scope.db
    .selectDistinct({ memberId: submissions.memberId })
    .from(reviews)
    .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
    .where(wereDecided(scope, frame, filter))
}

/** How many there are: from the sums of the report, as far as these say it. */
async function countAll(scope: Scope, frame: ReportFrame, filter: DecisionFilter) {
  if (isOfWaiting(filter)) return scope.db.count(submissions, waits(scope, frame, filter))
  if (filter.text !== undefined) {
    const [row] = await scope.db
      .select({ count: count() })
      .from(reviews)
      .innerJoin(submissions, eq(submissions.id, reviews.submissionId))
      .where(wereDecided(scope, frame, filter))
    return row!.count
  }
  const here = frame.organizationIds && new Set(frame.organizationIds)
  const sums = await decisionsByPlace(scope, frame.from, frame.asOf)
  return sums
    .filter(({ organizationId }) => !here || here.has(organizationId))
    .reduce((sum, row) => sum + countIn(filter, row), 0)
}

function countIn({ state }: DecisionFilter, row: { decided: number; inTime: number }) {
  if (state === 'decided') return row.decided
  return state === 'inTime' ? row.inTime : row.decided - row.inTime
}

const isOf = (scope: Scope, { organizationIds }: ReportFrame, { text }: DecisionFilter) =>
  and(
    organizationIds && inArray(submissions.organizationId, organizationIds),
    text === undefined ? undefined : inArray(submissions.memberId, peopleNamed(scope, text)),
  )

const endOf = ({ district }: Scope, day: Day) => endOfDay(day, district.timeZone)

const waits = (scope: Scope, frame: ReportFrame, filter: DecisionFilter) =>
  and(
    frame.asOf === scope.today ? isWaiting : waitedAt(scope, endOf(scope, frame.asOf)),
    isOf(scope, frame, filter),
    filter.state === 'late'
      ? lt(lastDayAt(scope, endOf(scope, frame.asOf)), frame.asOf)
      : undefined,
  )

function wereDecided(scope: Scope, frame: ReportFrame, filter: DecisionFilter) {
  const { from, asOf } = frame
  return and(
    gte(reviews.decidedAt, endOf(scope, addDays(from, -1))),
    lt(reviews.decidedAt, endOf(scope, asOf)),
    ne(reviews.decision, 'reopened'),
    isOf(scope, frame, filter),
    filter.state === 'decided' ? undefined : keptClock(scope, frame, filter),
  )
}

function keptClock(scope: Scope, frame: ReportFrame, { state }: DecisionFilter) {
  const dayOf = daysUntil(scope, frame.schoolYear)
  const decidedOn = dayOf(reviews.decidedAt)
  return state === 'inTime'
    ? lte(decidedOn, lastDayOfDecision(scope))
    : gt(decidedOn, lastDayOfDecision(scope))
}

/** With what was sent, and by whom. */
async function shown(scope: Scope, { asOf }: DecisionFilter, found: readonly Found[]) {
  const { timeZone } = scope.district
  const sent = await listSubmissions(scope, [...new Set(found.map((row) => row.submissionId))])
  const byId = new Map(sent.map((row) => [row.id, row]))
  return found.flatMap(({ submissionId, memberId, decidedAt, decision, lastOn }) => {
    const about = byId.get(submissionId)
    if (!about) return []
    const decidedOn = decidedAt && dayIn(timeZone, decidedAt)
    return {
      id: keyOf({ submissionId, decidedAt }),
      submissionId,
      memberId,
      name: about.member,
      organization: about.organization,
      title: about.title,
      kind: about.kind,
      sentOn: dayIn(timeZone, about.submittedAt),
      lastOn,
      decidedOn,
      decision,
      /** Decided after the last day of the clock, or waiting longer. */
      isLate: (decidedOn ?? asOf) > lastOn,
    }
  })
}
