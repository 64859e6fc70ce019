import type { Day } from '../calendar'
import type { EvaluatedCycle } from './input'

/** The last day of a cycle, its extension included: where credit is earned for longer, that day. */
export function lastDayOf({ endsOn, earnUntil }: EvaluatedCycle): Day | undefined {
  if (endsOn === undefined || earnUntil === undefined) return earnUntil ?? endsOn
  return earnUntil > endsOn ? earnUntil : endsOn
}

/** Whether a day lies in a cycle, its extension included; a day that is not stated does. */
export function isInCycle(cycle: EvaluatedCycle, on: Day | undefined) {
  const { startsOn = '', endsOn = '9999-12-31' } = { ...cycle, endsOn: lastDayOf(cycle) }
  return on === undefined || (on >= startsOn && on <= endsOn)
}
