import type { Day } from '../calendar'
import type { RuleSet } from './rule-set'

/** The days of a license by which a version of the rules is chosen. */
export type KeyDays = {
  expiresOn?: Day
  renewedOn?: Day
  cycleStartsOn?: Day
  licenseKind?: string
}

/**
 * The version of a jurisdiction's rules that applies to a license: each version says which day decides
 * and between which days it holds (K23). A renewal that has not happened is taken to happen on the day
 * of expiry; a day that is not known is taken to be in force now, so that the newest version applies.
 * With several that hold, those for the license's kind come first, and the newest of them.
 */
export function selectRuleSet<
  T extends Pick<RuleSet, 'id' | 'jurisdiction' | 'effective' | 'licenseKinds' | 'revision'>,
>(ruleSets: readonly T[], jurisdiction: string, days: KeyDays): T | undefined {
  const holding = ruleSets.filter(
    (it) => it.jurisdiction === jurisdiction && isWithin(it.effective, keyDay(it, days)),
  )
  const ofKind = holding.filter(({ licenseKinds }) =>
    licenseKinds.some(({ code }) => code === days.licenseKind),
  )
  return (ofKind.length > 0 ? ofKind : holding).toSorted(newestFirst)[0]
}

function keyDay({ effective }: Pick<RuleSet, 'effective'>, days: KeyDays): Day | undefined {
  if (effective.keyedOn === 'cycle_start') return days.cycleStartsOn
  if (effective.keyedOn === 'renewal') return days.renewedOn ?? days.expiresOn
  return days.expiresOn
}

function isWithin({ from, to }: RuleSet['effective'], day: Day | undefined) {
  if (day === undefined) return to === null
  return (from === null || from <= day) && (to === null || day <= to)
}

const newestFirst = (
  a: Pick<RuleSet, 'id' | 'effective' | 'revision'>,
  b: Pick<RuleSet, 'id' | 'effective' | 'revision'>,
) =>
  (b.effective.from ?? '').localeCompare(a.effective.from ?? '') ||
  b.revision - a.revision ||
  a.id.localeCompare(b.id)
