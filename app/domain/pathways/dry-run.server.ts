import { newId } from '#db/id'
import { and, eq, inArray, isNull, or, type SQL } from '#db/query.server'
import { enrollments, members } from '#db/schema'
import { possibleAudienceOf } from '../audiences/audience.server'
import { textsOf } from '../audiences/texts.server'
import { addDays, type Day } from '../calendar'
import { pageOf, window } from '../listing'
import { fullName } from '../people/name'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { checkAssignment, requireRunning } from './assigning.server'
import { type Calendar, decide, type Deed, dueFor, type InForce, isHeldDone } from './deciding'
import type { AssignmentInput } from './inputs.server'
import { daysNeeded } from './path'
import {
  assignmentsInForce,
  calendarOf,
  type PathwaySituation,
  situationsOn,
} from './situations.server'
import { findPublished, pathOf } from './versions.server'
import { workplacesOf } from './workplaces.server'

/**
 * The groups that a dry run puts people in. Everybody is in one of them, but for those who would be enrolled
 * and have not enough time: they need attention as well.
 */
export const GROUPS = ['added', 'kept', 'changed', 'removed', 'attention'] as const
export type Group = (typeof GROUPS)[number]

/** Why somebody needs a decision. */
export type Attention =
  'no_hire_date' | 'completed' | 'due_passed' | 'other_mandate' | 'not_enough_time'

export type DryRun = Awaited<ReturnType<typeof dryRun>>
export type Counts = DryRun['counts']

type Shown = { group: Group; page: number }
type Outcome = { group: Group; attention: Attention | null; deed: Deed | null; dueOn: Day | null }
type Row = Outcome & { situation: PathwaySituation }

/**
 * What an assignment would do, without doing it: how many would be enrolled, stay as they are, get
 * another due date or other grounds, be taken off, or need a decision and why; and the people of one
 * group by name. What it says comes from the same decisions that making the assignment takes.
 *
 * @param assignmentId an assignment that the input changes; without one it is new
 * @throws NotFound when the pathway, the assignment or an organization is not there
 * @throws Invalid · Conflict as `makeAssignment` and `editAssignment`
 */
export async function dryRun(
  scope: Scope,
  pathwayId: string,
  input: AssignmentInput,
  shown: Shown,
  assignmentId?: string,
) {
  authorize(scope.actor, 'pathway.assign')
  const before = assignmentId === undefined ? null : await requireRunning(scope, assignmentId)
  const target: InForce = {
    id: assignmentId ?? newId(),
    pathwayId,
    createdAt: before?.createdAt ?? scope.now,
    ...(await checkAssignment(scope, pathwayId, input)),
  }
  const others = (await assignmentsInForce(scope, pathwayId)).filter(({ id }) => id !== target.id)
  const situations = await situationsOn(scope, pathwayId, [...others, target], {
    where: or(await possibleAudienceOf(scope, target.audience), heldBy(target.id))!,
  })
  const calendar = calendarOf(scope, target.id)
  const rows = situations.flatMap((situation): Row[] => {
    const outcome = outcomeOf(situation, target, calendar)
    return outcome ? [{ ...outcome, situation }] : []
  })
  const daysNeeded = await daysNeededFor(scope, pathwayId)
  const marked = rows.map((row) =>
    isTooShort(row, scope.today, daysNeeded)
      ? { ...row, attention: 'not_enough_time' as const }
      : row,
  )
  return { ...(await summed(scope, marked, shown)), audience: target.audience, daysNeeded }
}

/**
 * What ending an assignment and taking the pathway back would do.
 *
 * @throws NotFound · Forbidden · Conflict when it has ended already
 */
export async function dryRunEnding(scope: Scope, assignmentId: string, shown: Shown) {
  authorize(scope.actor, 'pathway.assign')
  const { pathwayId } = await requireRunning(scope, assignmentId)
  const inForce = await assignmentsInForce(scope, pathwayId)
  const situations = await situationsOn(
    scope,
    pathwayId,
    inForce.filter(({ id }) => id !== assignmentId),
    { where: heldBy(assignmentId), takenBackId: assignmentId },
  )
  const calendar = calendarOf(scope)
  const rows = situations.map((situation): Row => {
    const deed = decide(situation, calendar)
    return { ...byDeed(deed, situation), situation }
  })
  return summed(scope, rows, shown)
}

/** How many days the steps of the published version take at least. */
async function daysNeededFor(scope: Scope, pathwayId: string) {
  const published = await findPublished(scope, pathwayId)
  return published ? daysNeeded(await pathOf(scope, published.id)) : 0
}

const isTooShort = ({ group, dueOn }: Row, today: Day, days: number) =>
  group === 'added' && dueOn !== null && addDays(today, days) > dueOn

const heldBy = (assignmentId: string) =>
  and(eq(enrollments.assignmentId, assignmentId), isNull(enrollments.completedOn)) as SQL

function outcomeOf(
  situation: PathwaySituation,
  target: InForce,
  calendar: Calendar,
): Outcome | null {
  const { held, fitting } = situation
  const fits = fitting.includes(target)
  const dueOn = held?.dueOn ?? null
  const attention = (why: Attention): Outcome => ({
    group: 'attention',
    attention: why,
    deed,
    dueOn,
  })
  const deed = target.kind === 'offered' ? null : decide(situation, calendar)
  if (!fits && held?.assignmentId !== target.id) return attention('no_hire_date')
  if (isHeldDone(held, calendar.today)) return attention('completed')
  const isFree = held === null || held.completedOn !== null
  if (target.kind === 'offered') {
    return { group: isFree ? 'added' : 'kept', attention: null, deed, dueOn }
  }
  if (fits && isFree) {
    const { problem, isLeftOut } = dueFor(situation, target, calendar.today, calendar)
    if (problem !== null && (isLeftOut || target.due.otherwise === null)) return attention(problem)
    if (deed === null) return null
  }
  if (fits && deed === null && isByEarlierMandate(situation, target, calendar)) {
    return attention('other_mandate')
  }
  return byDeed(deed, situation)
}

/** They have it by another mandate, which gives them less time. */
function isByEarlierMandate(situation: PathwaySituation, target: InForce, calendar: Calendar) {
  const { held, fitting } = situation
  if (target.kind !== 'mandated' || held === null || held.assignmentId === target.id) return false
  const { dueOn } = dueFor(situation, target, calendar.today, calendar)
  return (
    fitting.some(({ id, kind }) => id === held.assignmentId && kind === 'mandated') &&
    held.dueOn !== null &&
    (dueOn === null || dueOn > held.dueOn)
  )
}

function byDeed(deed: Deed | null, { held }: PathwaySituation): Outcome {
  if (deed?.kind === 'open')
    return { group: 'added', attention: null, deed, dueOn: deed.grounds.dueOn }
  if (deed?.kind === 'end') return { group: 'removed', attention: null, deed, dueOn: null }
  if (deed?.kind === 'move') {
    return { group: 'changed', attention: null, deed, dueOn: deed.grounds.dueOn }
  }
  return { group: 'kept', attention: null, deed, dueOn: held?.dueOn ?? null }
}

async function summed(scope: Scope, rows: Row[], shown: Shown) {
  const count = (fits: (row: Row) => boolean) => rows.filter(fits).length
  const isIn = (group: Group) => (row: Row) =>
    group === 'attention' ? row.attention !== null : row.group === group
  const inGroup = (group: Group) => count(isIn(group))
  const because = (why: Attention) => count((row) => row.attention === why)
  const counts = {
    added: inGroup('added'),
    kept: inGroup('kept'),
    changed: inGroup('changed'),
    removed: inGroup('removed'),
    attention: inGroup('attention'),
    noHireDate: because('no_hire_date'),
    completed: because('completed'),
    duePassed: because('due_passed'),
    otherMandate: because('other_mandate'),
    notEnoughTime: because('not_enough_time'),
  }
  const group = rows.filter(isIn(shown.group)).toSorted((a, b) => byName(a.situation, b.situation))
  const { offset, limit } = window(shown.page)
  const people = await named(scope, group.slice(offset, offset + limit))
  return { counts, shown: shown.group, people: pageOf(people, group.length, shown.page) }
}

const byName = (a: PathwaySituation, b: PathwaySituation) =>
  a.sortName === b.sortName ? (a.memberId < b.memberId ? -1 : 1) : a.sortName < b.sortName ? -1 : 1

async function named(scope: Scope, rows: Row[]) {
  const ids = rows.map(({ situation }) => situation.memberId)
  const [people, workplaces, texts] = await Promise.all([
    ids.length === 0
      ? []
      : scope.db
          .select({ id: members.id, givenName: members.givenName, familyName: members.familyName })
          .from(members)
          .where(inArray(members.id, ids)),
    workplacesOf(scope, ids),
    textsOf(scope, { any: [], except: ids }),
  ])
  const names = new Map(people.map(({ id, ...person }) => [id, fullName(person)]))
  return rows.map(({ situation, attention, deed, dueOn }) => ({
    id: situation.memberId,
    name: names.get(situation.memberId) ?? '',
    /** How they are written among those whom an audience leaves out. */
    text: texts[situation.memberId] ?? '',
    workplace: workplaces.get(situation.memberId) ?? null,
    hiredOn: situation.hiredOn,
    attention,
    dueOn,
    dueBefore: situation.held?.dueOn ?? null,
    hasBegun: situation.held?.engagedOn != null,
    isTakenBack: deed?.kind === 'end' && deed.endedFor === 'assignment_ended',
    /** They keep it, without an assignment. */
    becomesOwnChoice: deed?.kind === 'move' && deed.grounds.assignmentId === null,
  }))
}
