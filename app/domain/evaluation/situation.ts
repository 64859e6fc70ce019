import type { Day } from '../calendar'
import { type Condition, rulesOf } from '../rule-sets/rule-set'
import { lastDayOf } from './cycle-days'
import type { EvaluatedLicense, EvaluationInput } from './input'

/** Who is judged, by which rules, and on which day; without a day as if before the license expires. */
export type Judged = Pick<EvaluationInput, 'ruleSet' | 'licenses' | 'cycle' | 'educator'> &
  Partial<Pick<EvaluationInput, 'asOf'>>

/** What conditions are asked about. */
export type Situation = {
  classes: string[]
  endorsements: string[]
  licenseKinds: string[]
  facts: string[]
  employed: boolean
  /** The share of a full position, in percent. */
  fte: number
  startsOn: Day
  endsOn: Day
  expiresOn: Day
  /** The day of the renewal; as long as there is none, the first on which it can be. */
  renewsOn: Day
}

/* A day that nobody has stated lies in the future: the rules of today apply. */
const NOT_STATED: Day = '9999-12-31'

/** The licenses that are renewed with credit: all but those that the rules exempt, unless they exempt all. */
export function licensesToRenew(judged: Judged): EvaluatedLicense[] {
  const exemptions = rulesOf(judged.ruleSet.rules, 'exemption')
  const isExempt = (license: EvaluatedLicense) =>
    situationsOf(judged, license).every((it) => exemptions.some(({ when }) => applies(when, it)))
  const due = judged.licenses.filter((license) => !isExempt(license))
  return due.length > 0 ? due : judged.licenses
}

/** The primary one of the licenses to renew: the first, unless another says so. */
export function primaryOf(judged: Judged): EvaluatedLicense | undefined {
  const due = licensesToRenew(judged)
  return due.find(({ isPrimary }) => isPrimary) ?? due[0]
}

/** The licenses to renew beside the primary one. */
export function additionalOf(judged: Judged): EvaluatedLicense[] {
  const primary = primaryOf(judged)
  return licensesToRenew(judged).filter((license) => license !== primary)
}

/**
 * The situation of an educator with regard to one license; endorsements count on whichever license they are.
 * For a license without a class there is one for each class that it may be of.
 */
export function situationsOf(judged: Judged, license = primaryOf(judged)): Situation[] {
  const { ruleSet, licenses, cycle, educator, asOf = '' } = judged
  const expiresOn = license?.expiresOn ?? cycle.endsOn ?? NOT_STATED
  const kind = license?.kind ?? ruleSet.licenseKinds[0]?.code
  const situation = {
    licenseKinds: kind === undefined ? [] : [kind],
    endorsements: licenses.flatMap(({ endorsements = [] }) => endorsements),
    facts: educator.facts ?? [],
    employed: educator.employed ?? true,
    fte: Math.round((educator.fte ?? 1) * 1000) / 10,
    startsOn: cycle.startsOn ?? NOT_STATED,
    endsOn: lastDayOf(cycle) ?? expiresOn,
    expiresOn,
    renewsOn: cycle.renewedOn ?? (asOf > expiresOn ? asOf : expiresOn),
  }
  const known = (ruleSet.classes ?? []).map(({ code }) => code)
  const classes = license?.class === undefined ? known : [license.class]
  if (classes.length === 0) return [{ ...situation, classes: [] }]
  return classes.map((code) => ({ ...situation, classes: [code] }))
}

/** Whether a rule with this condition applies. */
export function applies(condition: Condition | undefined, situation: Situation): boolean {
  if (!condition) return true
  const { unless, ...tests } = condition
  return holds(tests, situation) && !(unless && holds(unless, situation))
}

function holds(tests: Omit<Condition, 'unless'>, it: Situation) {
  const anyOf = (wanted: string[] | undefined, given: string[]) =>
    wanted === undefined || wanted.some((code) => given.includes(code))
  return (
    anyOf(tests.classes, it.classes) &&
    anyOf(tests.endorsements, it.endorsements) &&
    anyOf(tests.licenseKinds, it.licenseKinds) &&
    anyOf(tests.facts, it.facts) &&
    (tests.employed === undefined || tests.employed === it.employed) &&
    (tests.fteFrom === undefined || it.fte >= tests.fteFrom) &&
    (tests.startsFrom === undefined || it.startsOn >= tests.startsFrom) &&
    (tests.startsBefore === undefined || it.startsOn < tests.startsBefore) &&
    (tests.expiresFrom === undefined || it.expiresOn >= tests.expiresFrom) &&
    (tests.expiresBefore === undefined || it.expiresOn < tests.expiresBefore) &&
    (tests.renewsFrom === undefined || it.renewsOn >= tests.renewsFrom) &&
    (tests.renewsAfter === undefined || isAfterThatYear(it, tests.renewsAfter))
  )
}

const isAfterThatYear = ({ renewsOn, endsOn }: Situation, monthDay: string) =>
  renewsOn !== NOT_STATED && renewsOn > `${endsOn.slice(0, 4)}-${monthDay}`
