import { addDays, addMonths, type Day } from '../calendar'
import type { Rule, RuleSet } from '../rule-sets/rule-set'
import type { EvaluatedCycle } from './input'

/** The last day of a cycle, its extension included: where credit is earned for longer, that day. */
export function lastDayOf({ endsOn, earnUntil }: EvaluatedCycle): Day | undefined {
  if (endsOn === undefined || earnUntil === undefined) return earnUntil ?? endsOn
  return earnUntil > endsOn ? earnUntil : endsOn
}

/**
 * The cycle with credit that counts until the renewal, where a rule asks for something of those who renew
 * after a day of the year: what they lack can then still be earned.
 *
 * @param rules those that apply
 */
export function untilRenewal(cycle: EvaluatedCycle, rules: readonly Rule[], asOf: Day) {
  const earnUntil = cycle.earnUntil ?? cycle.endsOn
  const renewsOn = cycle.renewedOn ?? asOf
  const isLate = rules.some(({ when }) => when?.renewsAfter !== undefined)
  if (!isLate || earnUntil === undefined || renewsOn <= earnUntil) return cycle
  return { ...cycle, earnUntil: renewsOn }
}

/** Whether a day lies in a cycle, its extension included; a day that is not stated does. */
export function isInCycle(cycle: EvaluatedCycle, on: Day | undefined) {
  const { startsOn = '', endsOn = '9999-12-31' } = { ...cycle, endsOn: lastDayOf(cycle) }
  return on === undefined || (on >= startsOn && on <= endsOn)
}

export type Span = { startsOn: Day; endsOn: Day }

export const isWithin = ({ startsOn, endsOn }: Span, on: Day) => on >= startsOn && on <= endsOn

/**
 * The years of a cycle that have begun by a day; none where its first day is not stated. They begin on the
 * day of the year on which cycles begin by convention, such as 1 July, so that the first may be shorter; or
 * else on that of the first day. An extension belongs to the last of them.
 */
export function yearsBegun(
  cycle: EvaluatedCycle,
  { begins }: Pick<RuleSet['cycle'], 'begins'>,
  asOf: Day,
): Span[] {
  const { startsOn, endsOn } = cycle
  if (startsOn === undefined) return []
  const isDayOfYear = begins !== 'issue' && begins !== 'birth_month'
  const firstYear = isDayOfYear ? lastBefore(begins, startsOn) : startsOn
  const years: Span[] = []
  for (let at = 0; ; at++) {
    const first = at === 0 ? startsOn : addMonths(firstYear, 12 * at)
    if (first > asOf || (endsOn !== undefined && first > endsOn)) return years
    const next = addMonths(firstYear, 12 * (at + 1))
    const isLast = endsOn !== undefined && next > endsOn
    years.push({ startsOn: first, endsOn: isLast ? lastDayOf(cycle)! : addDays(next, -1) })
  }
}

/** The last time that a day of the year came, on a day or before it. */
function lastBefore(monthDay: string, on: Day): Day {
  const ofThisYear = `${on.slice(0, 4)}-${monthDay}`
  return ofThisYear <= on ? ofThisYear : addMonths(ofThisYear, -12)
}
