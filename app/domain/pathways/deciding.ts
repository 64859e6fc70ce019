import type { AssignmentKind, Audience, EndReason } from '#db/words'
import type { Day } from '../calendar'
import { type Due, dueOf, type DueRule, earlier, lateOnOf } from './due'

/** An assignment that enrolls people by itself. */
export type InForce = {
  id: string
  pathwayId: string
  kind: AssignmentKind
  audience: Audience
  due: DueRule
  graceDays: number
  createdAt: Date
}

/** An enrollment that has not ended. */
export type Held = {
  id: string
  assignmentId: string | null
  assignedOn: Day | null
  dueOn: Day | null
  inheritedDueOn: Day | null
  lateOn: Day | null
  engagedOn: Day | null
  completedOn: Day | null
  expiresOn: Day | null
}

/** Everything that decides what becomes of one person on one pathway. */
export type Situation = {
  memberId: string
  hiredOn: Day | null
  held: Held | null
  /** The assignments of the pathway that are for them, the oldest first. */
  fitting: InForce[]
  /** The grounds of what they hold are in force, and no longer for them. */
  hasLeft: boolean
  /** The grounds of what they hold have ended, and take it back. */
  isTakenBack: boolean
  /** The last completion of a pathway. */
  completionOf: (pathwayId: string) => Day | null
  /** When a waiver was granted that still holds. */
  waivedAt: Date | null
  /** The last day that an extension gives them. */
  extendedTo: Day | null
}

export type Calendar = {
  today: Day
  schoolYearStartsOn: string
  /** The assignment whose due rule was just changed. */
  editedId?: string
}

/** What an enrollment rests on. */
export type Grounds = {
  assignmentId: string | null
  assignedOn: Day | null
  dueOn: Day | null
  /** The day it was due before the assignment took it over: it is due no later, whatever the rule says anew. */
  inheritedDueOn: Day | null
  lateOn: Day | null
}

export type Deed =
  | {
      kind: 'open'
      memberId: string
      pathwayId: string
      lapsedId: string | null
      grounds: Grounds
    }
  | { kind: 'move'; memberId: string; held: Held; grounds: Grounds }
  | { kind: 'end'; memberId: string; held: Held; endedFor: EndReason }

/** Whether a completion keeps somebody from being enrolled. */
export const isHeldDone = (held: Held | null, today: Day) =>
  held !== null && held.completedOn !== null && (held.expiresOn === null || held.expiresOn > today)

/**
 * What is to be done about one person on one pathway; null is nothing.
 *
 * Who fits an assignment and is free is enrolled by the strongest: mandated before recommended, then
 * the earlier due date. Who no longer fits what they have it by goes over to the strongest that still
 * fits; without one, who has begun keeps it as their own choice, and who has not is taken off.
 */
export function decide(situation: Situation, calendar: Calendar): Deed | null {
  const { held } = situation
  if (isHeldDone(held, calendar.today)) return null
  if (held === null || held.completedOn !== null) return opening(situation, calendar)
  if (situation.hasLeft || situation.isTakenBack) return leaving(situation, held, calendar)
  const own = situation.fitting.find(({ id }) => id === held.assignmentId)
  return own
    ? (takeover(situation, held, own, calendar) ?? refreshed(situation, held, own, calendar))
    : takeover(situation, held, null, calendar)
}

/** The due date that an assignment gives somebody. */
export const dueFor = (
  { hiredOn, completionOf }: Situation,
  { due }: InForce,
  assignedOn: Day,
  { schoolYearStartsOn }: Calendar,
): Due =>
  dueOf(due, {
    assignedOn,
    hiredOn,
    schoolYearStartsOn,
    otherCompletedOn: due.pathwayId === null ? null : completionOf(due.pathwayId),
  })

type Candidate = { assignment: InForce; due: Due }

function strongest(situation: Situation, calendar: Calendar): Candidate | null {
  const candidates = situation.fitting
    .filter(({ createdAt }) => situation.waivedAt === null || createdAt > situation.waivedAt)
    .map((assignment) => ({
      assignment,
      due: dueFor(situation, assignment, calendar.today, calendar),
    }))
    .filter(({ due }) => !due.isLeftOut)
  return candidates.toSorted(byStrength)[0] ?? null
}

const LAST = '9999-12-31'

const byStrength = (a: Candidate, b: Candidate) =>
  Number(b.assignment.kind === 'mandated') - Number(a.assignment.kind === 'mandated') ||
  compare(a.due.dueOn ?? LAST, b.due.dueOn ?? LAST) ||
  a.assignment.createdAt.getTime() - b.assignment.createdAt.getTime() ||
  compare(a.assignment.id, b.assignment.id)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function opening(situation: Situation, calendar: Calendar): Deed | null {
  const best = strongest(situation, calendar)
  if (!best) return null
  const grounds = groundsOf(best.assignment, calendar.today, best.due.dueOn)
  const { memberId, held } = situation
  const { pathwayId } = best.assignment
  return { kind: 'open', memberId, pathwayId, lapsedId: held?.id ?? null, grounds }
}

function leaving(situation: Situation, held: Held, calendar: Calendar): Deed {
  const best = strongest(situation, calendar)
  const { memberId, isTakenBack, extendedTo } = situation
  if (best) {
    const dueOn = later(best.due.dueOn, extendedTo)
    return {
      kind: 'move',
      memberId,
      held,
      grounds: groundsOf(best.assignment, calendar.today, dueOn),
    }
  }
  if (isTakenBack) return { kind: 'end', memberId, held, endedFor: 'assignment_ended' }
  if (held.engagedOn === null) return { kind: 'end', memberId, held, endedFor: 'left_audience' }
  return { kind: 'move', memberId, held, grounds: OWN_CHOICE }
}

/** Without an assignment and without a due date. */
export const OWN_CHOICE: Grounds = {
  assignmentId: null,
  assignedOn: null,
  dueOn: null,
  inheritedDueOn: null,
  lateOn: null,
}

/**
 * A stronger assignment takes over, with the earlier of the two due dates; one that has passed without making
 * anybody late makes nobody late now.
 */
function takeover(
  situation: Situation,
  held: Held,
  own: InForce | null,
  calendar: Calendar,
): Deed | null {
  const { memberId, extendedTo } = situation
  const best = strongest(situation, calendar)
  if (!best || best.assignment.id === own?.id) return null
  const { assignment, due } = best
  if (assignment.kind !== 'mandated' && own === null) return null
  const isSameKind = own !== null && own.kind === assignment.kind
  const isEarlier = (due.dueOn ?? LAST) < (held.dueOn ?? LAST)
  if (isSameKind && (!isEarlier || extendedTo !== null)) return null
  const isPast = held.lateOn === null && held.dueOn !== null && held.dueOn < calendar.today
  const inherited = isPast ? null : held.dueOn
  const dueOn = later(earlier(inherited, due.dueOn), extendedTo)
  const grounds = groundsOf(assignment, calendar.today, dueOn, inherited)
  return { kind: 'move', memberId, held, grounds }
}

/**
 * The due date again, where what it is reckoned from may have changed: never later than the day that was taken
 * over, until the rule is edited. Whom an edited rule would leave out keeps the one they have.
 */
function refreshed(
  situation: Situation,
  held: Held,
  own: InForce,
  calendar: Calendar,
): Deed | null {
  const isEdited = calendar.editedId === own.id
  if (!isEdited && own.due.from !== 'hire' && own.due.from !== 'pathway') return null
  const assignedOn = held.assignedOn ?? calendar.today
  const due = dueFor(situation, own, assignedOn, calendar)
  if (!isEdited && (due.problem !== null || due.dueOn === null)) return null
  const inherited = isEdited ? null : held.inheritedDueOn
  const dueOn = due.isLeftOut
    ? held.dueOn
    : later(earlier(due.dueOn, inherited), situation.extendedTo)
  const grounds = groundsOf(own, assignedOn, dueOn, inherited)
  if (keepsAsItIs(grounds, held)) return null
  return { kind: 'move', memberId: situation.memberId, held, grounds }
}

const keepsAsItIs = (grounds: Grounds, held: Held) =>
  grounds.dueOn === held.dueOn &&
  grounds.lateOn === held.lateOn &&
  grounds.inheritedDueOn === held.inheritedDueOn

/** A due date is never before the end of an extension; who has none needs no extension. */
const later = (dueOn: Day | null, extendedTo: Day | null) =>
  dueOn !== null && extendedTo !== null && extendedTo > dueOn ? extendedTo : dueOn

const groundsOf = (
  { id, kind, graceDays }: InForce,
  assignedOn: Day,
  dueOn: Day | null,
  inheritedDueOn: Day | null = null,
): Grounds => ({
  assignmentId: id,
  assignedOn,
  dueOn,
  inheritedDueOn,
  lateOn: lateOnOf(kind, dueOn, graceDays),
})
