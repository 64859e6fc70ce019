import { type Day, dayInWords } from '../calendar'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import type { RuleSet } from '../rule-sets/rule-set'
import { selectRuleSet } from '../rule-sets/selecting'
import { effectiveWords } from '../rule-sets/showing'
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
  const about = daysAbout(ruleSets, { jurisdiction, kind }, expiresOn, daysOf)
  if (!about) return null
  const ruleSet = selectRuleSet(ruleSets, jurisdiction, {
    expiresOn: expiresOn ?? about.endsOn,
    cycleStartsOn: about.startsOn,
    licenseKind: kind,
  })
  const days = ruleSet && daysOf(ruleSet)
  return ruleSet && days ? { ruleSet, days } : null
}

/** The days by the version that seems to hold before the first day of the cycle is known. */
function daysAbout(
  ruleSets: readonly RuleSet[],
  { jurisdiction, kind }: PlannedLicense,
  expiresOn: Day | undefined,
  daysOf: (ruleSet: RuleSet) => CycleDays | null,
) {
  const current =
    selectRuleSet(ruleSets, jurisdiction, { expiresOn, licenseKind: kind }) ??
    ruleSets.find((it) => it.jurisdiction === jurisdiction)
  return current ? daysOf(current) : null
}

/**
 * Why a license has no cycle, and what to do about it, in one sentence; null where it could have one, or there
 * are no rules of its state at all.
 */
export function whyNoCycle(
  ruleSets: readonly RuleSet[],
  license: PlannedLicense & LicenseDays,
): string | null {
  const ofState = ruleSets.filter(({ jurisdiction }) => jurisdiction === license.jurisdiction)
  if (ofState.length === 0 || planCycle(ofState, license)) return null
  const { issuedOn, expiresOn } = license
  const about = daysAbout(ofState, license, expiresOn ?? undefined, ({ cycle }) =>
    cycleDates(cycle, license),
  )
  if (!about) return `Add the day on which it expires${issuedOn ? '' : ' or was issued'}.`
  const state = jurisdictionName(license.jurisdiction)
  const versions = ofState.map((ruleSet) => lowerFirst(effectiveWords(ruleSet))).join(', and for ')
  const known = `Cairn has rules of ${state} only for ${versions}`
  if (ofState.every(({ effective }) => effective.keyedOn !== 'cycle_start')) {
    return `${known}: check with your state.`
  }
  const began = dayInWords(about.startsOn)
  return about.startsOn === issuedOn
    ? `${known}, and this one began on ${began}: check with your state.`
    : `${known}, and by its day of expiry this one began on ${began}: if it began later, enter that as its day of issue; otherwise check with your state.`
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
