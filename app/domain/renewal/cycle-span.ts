import type { Day } from '../calendar'
import { untilRenewal } from '../evaluation/cycle-days'
import { applies, situationsOf } from '../evaluation/situation'
import type { Cycle } from '../licenses/cycles.server'
import { judgedIn } from '../licenses/judged'
import { lastDayToEarn } from '../licenses/license'

/** The days of a cycle on which credit may be earned: until the renewal where the rules know of a late one. */
export function spanOfCycle(cycle: Cycle, today: Day): { startsOn: Day; lastDay: Day } {
  const { startsOn } = cycle
  return {
    startsOn,
    lastDay: renewalIfLate(cycle, cycle.closedOn ?? today) ?? lastDayToEarn(cycle),
  }
}

function renewalIfLate(cycle: Cycle, asOf: Day) {
  const ofLate = cycle.ruleSet.rules.filter(({ when }) => when?.renewsAfter !== undefined)
  if (ofLate.length === 0) return undefined
  const judged = { ...judgedIn(cycle, cycle.ruleSet), asOf }
  const situations = situationsOf(judged)
  const rules = ofLate.filter(({ when }) => situations.every((it) => applies(when, it)))
  return untilRenewal(judged.cycle, rules, asOf).earnUntil
}
