import type { Day } from '../calendar'
import type { RuleSet } from '../rule-sets/rule-set'
import { selectRuleSet } from '../rule-sets/selecting'
import { type CycleDays, cycleDates, type LicenseDays, nextCycleDates } from './cycle-dates'

/** The days of a cycle and the version of the rules it is to be judged by. */
export type CyclePlan = { ruleSet: RuleSet; days: CycleDays }

type PlannedLicense = { jurisdiction: string; kind: string }

/**
 * The cycle a license is in. A version of the rules may be chosen by the day the cycle begins, and that
 * day follows from the version's convention: so the version in force now says where to look first.
 *
 * @returns null where there are no rules for the license and its days, or the days do not suffice
 */
export function planCycle(
  ruleSets: readonly RuleSet[],
  license: PlannedLicense & LicenseDays,
): CyclePlan | null {
  return plan(ruleSets, license, license.expiresOn ?? undefined, ({ cycle }) =>
    cycleDates(cycle, license),
  )
}

/** The cycle that follows on one that was renewed. @returns null where there are no rules for it */
export function planNextCycle(
  ruleSets: readonly RuleSet[],
  license: PlannedLicense,
  last: { lastEndsOn: Day; renewedOn: Day; expiresOn?: Day | null },
): CyclePlan | null {
  return plan(ruleSets, license, last.expiresOn ?? undefined, ({ cycle }) =>
    nextCycleDates(cycle, last),
  )
}

function plan(
  ruleSets: readonly RuleSet[],
  { jurisdiction, kind }: PlannedLicense,
  expiresOn: Day | undefined,
  daysOf: (ruleSet: RuleSet) => CycleDays | null,
): CyclePlan | null {
  const select = (days: { expiresOn?: Day; cycleStartsOn?: Day }) =>
    selectRuleSet(ruleSets, jurisdiction, { ...days, licenseKind: kind })
  const current = select({ expiresOn }) ?? ruleSets.find((it) => it.jurisdiction === jurisdiction)
  const about = current && daysOf(current)
  if (!about) return null
  const ruleSet = select({
    expiresOn: expiresOn ?? about.endsOn,
    cycleStartsOn: about.startsOn,
  })
  const days = ruleSet && daysOf(ruleSet)
  return ruleSet && days ? { ruleSet, days } : null
}
