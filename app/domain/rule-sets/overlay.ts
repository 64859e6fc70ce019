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

/** What is wrong with an overlay, and the rule, the figure or the conversion it is about where it is about one. */
export type OverlayFault = { sentence: string; rule?: string; figure?: string; conversion?: string }

/** What is wrong with an overlay: a sentence each, none when it may be used. */
export const overlayFaults = (ruleSet: RuleSet, overlay: Overlay): string[] =>
  placedFaults(ruleSet, overlay).map(({ sentence }) => sentence)

/** Like `overlayFaults`, with what each is about. */
export function placedFaults(ruleSet: RuleSet, overlay: Overlay): OverlayFault[] {
  const faults: OverlayFault[] = []
  if (overlay.ruleSet !== ruleSet.id)
    faults.push({ sentence: `It adds to ${overlay.ruleSet}, not to ${ruleSet.id}.` })
  const taken = new Set(ruleSet.rules.map(({ id }) => id))
  for (const rule of overlay.rules) {
    const fault = (sentence: string) => void faults.push({ sentence, rule: rule.id })
    if (taken.has(rule.id)) fault(`“${rule.id}” is already the id of a rule.`)
    taken.add(rule.id)
    if (!MAY_ADD.includes(rule.kind)) {
      fault(`“${rule.label}” cannot be added by a district: only the state can say so.`)
    }
  }
  for (const category of overlay.categories) {
    if (ruleSet.categories.some(({ code }) => code === category.code)) {
      faults.push({ sentence: `“${category.code}” is already a category.` })
    }
    if (dimensionOf(category) !== DISTRICT_DIMENSION) {
      const sentence = `The category “${category.label}” must have the dimension “${DISTRICT_DIMENSION}”.`
      faults.push({ sentence })
    }
  }
  return [
    ...faults,
    ...lowered(ruleSet, overlay),
    ...settled(ruleSet, overlay),
    ...figureFaults(withOverlay(ruleSet, overlay)).map((sentence) => ({
      sentence,
      rule: overlay.rules.findLast(({ id }) => sentence.includes(`“${id}”`))?.id,
    })),
  ]
}

/** Totals and minimums below those of the state. */
function lowered(ruleSet: RuleSet, overlay: Overlay): OverlayFault[] {
  const faults: OverlayFault[] = []
  const fault = (rule: Rule, sentence: string) => void faults.push({ sentence, rule: rule.id })
  const known = [...ruleSet.categories, ...overlay.categories].map(({ code }) => code)
  const total = Math.max(0, ...rulesOf(ruleSet.rules, 'total').map(({ amount }) => amount ?? 0))
  for (const rule of rulesOf(overlay.rules, 'total')) {
    if (rule.amount === null || rule.amount < total) {
      fault(rule, `“${rule.label}” may not be lower than the ${total} that the state asks for.`)
    }
  }
  for (const rule of rulesOf(overlay.rules, 'minimum')) {
    if (!known.includes(rule.category)) fault(rule, `There is no category “${rule.category}”.`)
    const ofState = rulesOf(ruleSet.rules, 'minimum').filter(
      ({ category, amount }) => category === rule.category && amount != null,
    )
    const least = Math.max(0, ...ofState.map(({ amount }) => amount ?? 0))
    if (rule.amount != null && rule.amount < least) {
      fault(rule, `“${rule.label}” may not be lower than the ${least} that the state asks for.`)
    }
  }
  return faults
}

/** Figures that are not open, and so not the district's to set. */
function settled(ruleSet: RuleSet, overlay: Overlay): OverlayFault[] {
  const rules = openFigures(ruleSet).map(({ id }) => id)
  const conversions = openConversions(ruleSet).map(creditOf)
  const closed = (name: string) =>
    `The figure of “${name}” is not open, so a district cannot set it.`
  return [
    ...overlay.figures
      .filter(({ rule }) => !rules.includes(rule))
      .map(({ rule }) => ({ sentence: closed(rule), figure: rule })),
    ...(overlay.conversions ?? [])
      .map(creditOf)
      .filter((credit) => !conversions.includes(credit))
      .map((credit) => ({ sentence: closed(credit), conversion: credit })),
  ]
}

/** `semester_hour`, or `semester_hour (graduate)`. */
export const creditOf = ({ from, level }: Pick<Conversion, 'from' | 'level'>) =>
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
