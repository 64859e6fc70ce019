import { JURISDICTIONS, type Jurisdiction } from '../rule-sets/jurisdictions'
import { type RuleSet, rulesOf } from '../rule-sets/rule-set'

export type Choice = { code: string; label: string }

/** What can be said of a license of a jurisdiction; empty where there are no rules for it. */
export type LicenseChoices = {
  kinds: Choice[]
  classes: Choice[]
  endorsements: Choice[]
  /** Whether a cycle may begin with the month of birth. */
  asksBirthMonth: boolean
}

/** The choices of a jurisdiction, of all versions of its rules; the newest one's words hold. */
export function licenseChoices(
  ruleSets: readonly RuleSet[],
  jurisdiction: string,
): LicenseChoices | null {
  const ours = ruleSets.filter((it) => it.jurisdiction === jurisdiction).toReversed()
  if (ours.length === 0) return null
  return {
    kinds: distinct(ours.flatMap(({ licenseKinds }) => licenseKinds)),
    classes: distinct(ours.flatMap(({ classes = [] }) => classes)),
    endorsements: distinct(ours.flatMap(({ endorsements = [] }) => endorsements)),
    asksBirthMonth: ours.some(({ cycle }) => cycle.begins === 'birth_month'),
  }
}

/** The states to choose from: those with rules here first. */
export function jurisdictionChoices(ruleSets: readonly RuleSet[]) {
  const withRules = new Set<string>(ruleSets.map(({ jurisdiction }) => jurisdiction))
  const all = (Object.keys(JURISDICTIONS) as Jurisdiction[]).map((code) => ({
    code,
    label: JURISDICTIONS[code],
  }))
  return {
    withRules: all.filter(({ code }) => withRules.has(code)),
    others: all.filter(({ code }) => !withRules.has(code)),
  }
}

/** The attestation that the plan of the cycle was approved. */
export const PLAN_APPROVED = 'plan_approved'

/** What somebody can say of themselves in a cycle under a version of the rules. */
export type FactChoices = { facts: Choice[]; attestations: Choice[]; metOnce: Choice[] }

/** The facts, the attestations and the categories asked once in a career that a rule set knows. */
export function factChoices({ facts = [], rules, categories }: RuleSet): FactChoices {
  const once = new Set(
    rulesOf(rules, 'minimum').flatMap(({ oneTime, category }) => (oneTime ? [category] : [])),
  )
  return {
    facts,
    attestations: distinct([
      ...rulesOf(rules, 'plan').map(({ label }) => ({
        code: PLAN_APPROVED,
        label: `Plan approved: ${label}`,
      })),
      ...rulesOf(rules, 'attestation').map(({ code, label }) => ({ code, label })),
    ]),
    metOnce: categories.flatMap(({ code, label }) => (once.has(code) ? [{ code, label }] : [])),
  }
}

/** The label of a code; a code nobody knows shows as it is. */
export const labelOf = (choices: readonly Choice[] | undefined, code: string) =>
  choices?.find((choice) => choice.code === code)?.label ?? code

const distinct = (choices: Choice[]) =>
  choices.filter(({ code }, at) => choices.findIndex((other) => other.code === code) === at)
