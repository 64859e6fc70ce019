import { type Day, daysBetween } from '../calendar'

/** From so many days before it lapses a completion is said to be expiring. */
export const EXPIRING_DAYS = 90

/**
 * How many people of an audience are in each of the four states of a pathway on a day. The states are
 * independent of each other; together they are never a score.
 */
export type Counts = {
  /**
   * The denominator: active staff on the day whom the pathway was mandated for or recommended to by an
   * assignment in force then, and those who joined it where it was offered. Each person once.
   */
  audience: number
  /** On the pathway. */
  assigned: number
  /** Something counts for a step. */
  engaged: number
  /** Completed it at some time. */
  demonstrated: number
  /** Completed it, and the completion had not expired. */
  current: number
  /** Current, and expiring within 90 days of then. */
  expiring: number
  /** Engaged, and never completed it. */
  underWay: number
  /** On the pathway, not engaged, and never completed it. */
  notBegun: number
}

/** Who was hired after a pathway was assigned: a part of the counts, shown apart too. */
export type Newcomers = Pick<
  Counts,
  'audience' | 'assigned' | 'engaged' | 'demonstrated' | 'current'
>

/** What waits for a decision that would count for the pathway. */
export type Waiting = { waiting: number; oldestOn: Day | null }

/** The states one can ask the people of, and what their absence is called. */
export const PEOPLE_STATES = {
  assigned: 'Assigned',
  engaged: 'Engaged',
  demonstrated: 'Demonstrated',
  current: 'Current',
  not_assigned: 'Not on it yet',
  under_way: 'Under way',
  not_engaged: 'Not begun',
  lapsed: 'No longer current',
  expiring: 'Expiring',
} as const

export type PeopleState = keyof typeof PEOPLE_STATES

/**
 * The parts of a thin bar: everybody of the audience in exactly one, the furthest first. Who completed
 * it and starts again stays in the part of the completion.
 */
export function partsOf(counts: Omit<Counts, 'assigned' | 'engaged' | 'expiring'>) {
  const { audience, demonstrated, current, underWay, notBegun } = counts
  return {
    current,
    lapsed: demonstrated - current,
    underWay,
    notBegun,
    notAssigned: audience - demonstrated - underWay - notBegun,
  }
}

/** The one thing that would help most, as a sentence. What waits for us comes first. */
export function whatHelpsMost(row: Counts & Waiting, today: Day) {
  const { current, lapsed, underWay, notBegun, notAssigned } = partsOf(row)
  if (row.audience === 0) return 'Nobody is in the audience.'
  if (row.waiting > 0 && row.oldestOn) return waitingInWords(row.waiting, row.oldestOn, today)
  if (current === row.audience && row.expiring === 0) return 'Everybody is current.'
  const most = Math.max(lapsed, underWay, notBegun, notAssigned, row.expiring)
  if (most === notBegun) return `${counted(notBegun, 'has', 'have')} not begun.`
  if (most === underWay) return `${counted(underWay, 'is', 'are')} on the way.`
  if (most === lapsed) {
    return `${counted(lapsed, 'was', 'were')} current and may start again.`
  }
  if (most === notAssigned) return `${counted(notAssigned, 'is', 'are')} not on it yet.`
  return `${counted(row.expiring, 'stays', 'stay')} current for less than ${EXPIRING_DAYS} days.`
}

function waitingInWords(waiting: number, oldestOn: Day, today: Day) {
  const days = daysBetween(oldestOn, today)
  const what = waiting === 1 ? '1 submission is' : `${waiting} submissions are`
  const age = days === 0 ? 'from today' : days === 1 ? '1 day old' : `${days} days old`
  return `${what} waiting for a review; ${waiting === 1 ? 'it is' : 'the oldest is'} ${age}.`
}

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 person ${one}` : `${count} people ${many}`
