import type { z } from 'zod'
import { figureFaults } from './checking'
import { openConversions, openFigures } from './open-figures'
import type { overlay } from './overlay.server'
import {
  type Conversion,
  dimensionOf,
  type Rule,
  type RuleKind,
  type RuleSet,
  rulesOf,
} from './rule-set'

/** What a district asks beyond its state. */
export type Overlay = z.output<typeof overlay>

/** What a district may add; everything else would take something away from the state's rules. */
const MAY_ADD: RuleKind[] = [
  'total',
  'minimum',
  'cap',
  'preapproval',
  'plan_first',
  'proof',
  'provider',
  'attestation',
  'rotating_topic',
  'notice',
]

/** The dimension in which what a district asks is counted: an hour serves the state as well. */
export const DISTRICT_DIMENSION = 'district'

/** What is wrong with an overlay: a sentence each, none when it may be used. */
export function overlayFaults(ruleSet: RuleSet, overlay: Overlay): string[] {
  const faults: string[] = []
  if (overlay.ruleSet !== ruleSet.id)
    faults.push(`It adds to ${overlay.ruleSet}, not to ${ruleSet.id}.`)
  const taken = new Set(ruleSet.rules.map(({ id }) => id))
  for (const rule of overlay.rules) {
    if (taken.has(rule.id)) faults.push(`“${rule.id}” is already the id of a rule.`)
    taken.add(rule.id)
    if (!MAY_ADD.includes(rule.kind)) {
      faults.push(`“${rule.label}” cannot be added by a district: only the state can say so.`)
    }
  }
  for (const category of overlay.categories) {
    if (ruleSet.categories.some(({ code }) => code === category.code)) {
      faults.push(`“${category.code}” is already a category.`)
    }
    if (dimensionOf(category) !== DISTRICT_DIMENSION) {
      faults.push(
        `The category “${category.label}” must have the dimension “${DISTRICT_DIMENSION}”.`,
      )
    }
  }
  return [
    ...faults,
    ...lowered(ruleSet, overlay),
    ...settled(ruleSet, overlay),
    ...figureFaults(withOverlay(ruleSet, overlay)),
  ]
}

/** Totals and minimums below those of the state. */
function lowered(ruleSet: RuleSet, overlay: Overlay): string[] {
  const faults: string[] = []
  const known = [...ruleSet.categories, ...overlay.categories].map(({ code }) => code)
  const total = Math.max(0, ...rulesOf(ruleSet.rules, 'total').map(({ amount }) => amount ?? 0))
  for (const rule of rulesOf(overlay.rules, 'total')) {
    if (rule.amount === null || rule.amount < total) {
      faults.push(`“${rule.label}” may not be lower than the ${total} that the state asks for.`)
    }
  }
  for (const rule of rulesOf(overlay.rules, 'minimum')) {
    if (!known.includes(rule.category)) faults.push(`There is no category “${rule.category}”.`)
    const ofState = rulesOf(ruleSet.rules, 'minimum').filter(
      ({ category, amount }) => category === rule.category && amount != null,
    )
    const least = Math.max(0, ...ofState.map(({ amount }) => amount ?? 0))
    if (rule.amount != null && rule.amount < least) {
      faults.push(`“${rule.label}” may not be lower than the ${least} that the state asks for.`)
    }
  }
  return faults
}

/** Figures that are not open, and so not the district's to set. */
function settled(ruleSet: RuleSet, overlay: Overlay): string[] {
  const rules = openFigures(ruleSet).map(({ id }) => id)
  const conversions = openConversions(ruleSet).map(creditOf)
  const named = [
    ...overlay.figures.map(({ rule }) => rule).filter((rule) => !rules.includes(rule)),
    ...(overlay.conversions ?? []).map(creditOf).filter((credit) => !conversions.includes(credit)),
  ]
  return named.map((name) => `The figure of “${name}” is not open, so a district cannot set it.`)
}

const creditOf = ({ from, level }: Pick<Conversion, 'from' | 'level'>) =>
  level ? `${from} (${level})` : from

/** The rule set with what the district adds; the rules of the district come last. */
export function withOverlay(ruleSet: RuleSet, overlay: Overlay): RuleSet {
  const figures = new Map(overlay.figures.map(({ rule, amount }) => [rule, amount]))
  const rules = ruleSet.rules.map((rule): Rule => {
    const amount = figures.get(rule.id)
    if (amount === undefined) return rule
    if (rule.kind === 'total') return { ...rule, amount }
    if (rule.kind !== 'minimum' && rule.kind !== 'cap') return rule
    return { ...rule, amount, percent: undefined }
  })
  const worth = new Map(overlay.conversions?.map((it) => [creditOf(it), it.units]))
  return {
    ...ruleSet,
    categories: [...ruleSet.categories, ...overlay.categories],
    conversions: ruleSet.conversions.map((it) => ({
      ...it,
      units: worth.get(creditOf(it)) ?? it.units,
    })),
    rules: [...rules, ...overlay.rules],
  }
}
