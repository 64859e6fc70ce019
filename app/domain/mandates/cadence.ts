import type { TurnReason } from '#db/words'

export type { TurnReason }
import { addDays, addMonths, type Day } from '../calendar'

/**
 * Days that those have who come new to what is counted from the last time, where the training does not say:
 * whoever has never taken it has no last time to count from.
 */
export const NEWCOMER_DAYS = 30

/** When a required training is due, and how often. */
export type Cadence = {
  /** How many months lie between two due dates; null when it is asked for once. */
  everyMonths: number | null
  /**
   * The first day on which everybody is due, where all are due on the same day, every year or every few
   * years; null where it is counted from the last time.
   */
  firstDueOn: Day | null
  /** The first day on which the training is asked of anybody. */
  startsOn: Day
  /** How many days those have who come new, from the day they are hired or come to the audience. */
  newHireDays: number | null
  /** From how many days before the due date training counts; null: ever since the last time. */
  windowDays: number | null
  /** How many days after the due date nobody is overdue yet. */
  graceDays: number
}

/** What decides when somebody is due: the day they came to the audience, and when they were hired. */
export type Newcomer = { joinedOn: Day; hiredOn: Day | null }

/** One time that somebody was asked for the training. */
export type Turn = {
  /** Counts from 1. */
  number: number
  /** The fixed day that ends its period; null where it is counted from the last time. */
  periodOn: Day | null
  dueOn: Day
  metOn: Day | null
  /** The day the next one opened while it was not met. */
  missedOn?: Day | null
}

/** The next time that somebody is asked. */
export type NextTurn = {
  number: number
  /** The first day whose training counts. */
  opensOn: Day
  dueOn: Day
  /** The first day on which it is overdue. */
  lateOn: Day
  periodOn: Day | null
  /** Which rule gave the due date. */
  because: TurnReason
}

/**
 * When somebody is asked the next time; null when they are not asked again, or not before what they
 * are asked for now is done.
 *
 * With a fixed day each period has a turn of its own, whether the one before was met or not; counted
 * from the last time, the next turn follows the day the one before was met. Whoever comes new has their
 * own due date in the period in which they come, and the fixed day from the next period on. Counted from the
 * last time, whoever comes new is asked at once, and only those who were there have the whole time.
 *
 * @param last the latest turn of theirs, if there was one
 */
export function nextTurn(cadence: Cadence, newcomer: Newcomer, last: Turn | null): NextTurn | null {
  if (last && cadence.everyMonths === null) return null
  const dates = cadence.firstDueOn
    ? ofFixedDay(cadence, newcomer, last)
    : ofLastTime(cadence, newcomer, last)
  if (!dates) return null
  const number = (last?.number ?? 0) + 1
  const { dueOn } = dates
  return {
    ...dates,
    number,
    lateOn: addDays(dueOn, cadence.graceDays + 1),
  }
}

type Dates = Pick<NextTurn, 'opensOn' | 'dueOn' | 'periodOn' | 'because'>

function ofFixedDay(cadence: Cadence, newcomer: Newcomer, last: Turn | null): Dates {
  if (last) return periodOf(cadence, periodAfter(cadence, last))
  const base = newcomerBase(cadence, newcomer)
  const from = base ?? later(cadence.startsOn, newcomer.joinedOn)
  const around = firstPeriod(cadence, from)
  if (base === null || cadence.newHireDays === null) return periodOf(cadence, around)
  const dueOn = addDays(base, cadence.newHireDays)
  const inPeriod = periodBefore(cadence, around, dueOn)
  const opensOn = earlier(opening(cadence, inPeriod), base)
  return { opensOn, dueOn, periodOn: inPeriod, because: 'newly_hired' }
}

/** Counted from the last time: that counts also where it was before the training was first asked for. */
function ofLastTime(cadence: Cadence, newcomer: Newcomer, last: Turn | null): Dates | null {
  const { everyMonths, windowDays } = cadence
  if (last) {
    const base = last.metOn ?? (last.missedOn ? last.dueOn : null)
    if (base === null || everyMonths === null) return null
    const dueOn = addMonths(base, everyMonths)
    const opensOn = later(addDays(base, 1), opening(cadence, dueOn))
    return { opensOn, dueOn, periodOn: null, because: 'since_last_time' }
  }
  const base = newcomerBase(cadence, newcomer)
  const days = everyMonths === null ? cadence.newHireDays : newcomerDaysOf(cadence)
  const isNew = base !== null && days !== null
  const from = later(cadence.startsOn, newcomer.joinedOn)
  const dueOn = isNew
    ? addDays(base, days)
    : everyMonths === null
      ? addDays(from, days ?? 0)
      : addMonths(from, everyMonths)
  const isCounted = everyMonths !== null && windowDays === null
  const opensOn = isNew
    ? earlier(opening(cadence, dueOn), base)
    : opening(cadence, isCounted ? from : dueOn)
  return { opensOn, dueOn, periodOn: null, because: isNew ? 'newly_hired' : 'first_time' }
}

/**
 * The day from which the time of a newcomer runs: the day of hire, for as long as their days as a new
 * hire last, or else the day they came to the audience; null for those who were there when the training
 * was first asked for.
 */
function newcomerBase(cadence: Cadence, { joinedOn, hiredOn }: Newcomer) {
  const { startsOn } = cadence
  const asked = later(startsOn, joinedOn)
  const days = newcomerDaysOf(cadence) ?? 0
  if (hiredOn !== null && addDays(hiredOn, days) >= asked) return hiredOn
  return joinedOn > startsOn ? joinedOn : null
}

/** Days that those have who come new; null where they are due with everybody else. */
export function newcomerDaysOf({ everyMonths, firstDueOn, newHireDays }: Cadence) {
  const isCounted = firstDueOn === null && everyMonths !== null
  return newHireDays ?? (isCounted ? NEWCOMER_DAYS : null)
}

/** The first fixed day on or after a day. */
function firstPeriod({ firstDueOn, everyMonths }: Cadence, from: Day) {
  if (everyMonths === null) return later(firstDueOn!, from)
  let day = firstDueOn!
  for (let times = 1; day < from; times++) day = addMonths(firstDueOn!, times * everyMonths)
  return day
}

/** The period in which a newcomer is due: the one before, where this one has not opened by then. */
function periodBefore(cadence: Cadence, period: Day, dueOn: Day) {
  if (dueOn >= opening(cadence, period) || cadence.everyMonths === null) return period
  return addMonths(period, -cadence.everyMonths)
}

function periodOf(cadence: Cadence, periodOn: Day): Dates {
  return { opensOn: opening(cadence, periodOn), dueOn: periodOn, periodOn, because: 'fixed_day' }
}

/** The fixed day that is nearest to one cadence after the last, so that it follows where it was moved. */
function periodAfter(cadence: Cadence, { periodOn, dueOn, metOn }: Turn) {
  const isOver = addDays(later(dueOn, periodOn ? dueOn : (metOn ?? dueOn)), 1)
  const half = Math.ceil((cadence.everyMonths ?? 0) / 2)
  return firstPeriod(cadence, periodOn ? later(addMonths(periodOn, half), isOver) : isOver)
}

/** The first day whose training counts for a due date. */
function opening({ windowDays, everyMonths, startsOn }: Cadence, dueOn: Day) {
  if (windowDays !== null) return addDays(dueOn, -windowDays)
  return everyMonths === null
    ? earlier(startsOn, dueOn)
    : addDays(addMonths(dueOn, -everyMonths), 1)
}

const earlier = (a: Day, b: Day) => (a < b ? a : b)
const later = (a: Day, b: Day) => (a > b ? a : b)
