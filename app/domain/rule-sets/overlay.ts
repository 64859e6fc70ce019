import type { z } from 'zod'
import { figureFaults } from './checking'
import { figureLabel } from './figure-label'
import { openConversions, openFigures } from './open-figures'
import { implies, mayMeet } from './overlapping'
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

/** Totals and minimums below those of the state for the same licenses. */
function lowered(ruleSet: RuleSet, overlay: Overlay): OverlayFault[] {
  const faults: OverlayFault[] = []
  const fault = (rule: Rule, sentence: string) => void faults.push({ sentence, rule: rule.id })
  const known = [...ruleSet.categories, ...overlay.categories].map(({ code }) => code)
  for (const rule of rulesOf(overlay.rules, 'total')) {
    const total = Math.max(0, ...totalsBeside(rule, ruleSet).map(({ amount }) => amount ?? 0))
    if (rule.amount === null || rule.amount < total) {
      fault(rule, `“${rule.label}” may not be lower than the ${total} that the state asks for.`)
    }
  }
  for (const rule of rulesOf(overlay.rules, 'minimum')) {
    if (!known.includes(rule.category)) fault(rule, `There is no category “${rule.category}”.`)
    const ofState = rulesOf(ruleSet.rules, 'minimum').filter(
      ({ category, amount, when }) =>
        category === rule.category && amount != null && mayMeet(when, rule.when),
    )
    const least = Math.max(0, ...ofState.map(({ amount }) => amount ?? 0))
    if (rule.amount != null && rule.amount < least) {
      fault(rule, `“${rule.label}” may not be lower than the ${least} that the state asks for.`)
    }
  }
  return faults
}

/** The totals of the state that may hold where one of the district does: of several, the first that applies. */
function totalsBeside({ when }: Rule, ruleSet: RuleSet) {
  const meeting = rulesOf(ruleSet.rules, 'total').filter((total) => mayMeet(total.when, when))
  const last = meeting.findIndex((total) => implies(when, total.when))
  return last < 0 ? meeting : meeting.slice(0, last + 1)
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
  const rules = ruleSet.rules.map((rule) => {
    const amount = figures.get(rule.id)
    return amount === undefined ? rule : withFigure(rule, amount, ruleSet)
  })
  const worth = new Map(overlay.conversions?.map((it) => [creditOf(it), it.units]))
  return {
    ...ruleSet,
    categories: [...ruleSet.categories, ...overlay.categories],
    conversions: ruleSet.conversions.map((it) => {
      const set = worth.get(creditOf(it))
      return set === undefined ? it : { ...it, units: set, note: SET_HERE }
    }),
    rules: [...rules, ...overlay.rules],
  }
}

const SET_HERE = 'The district has set this figure.'

/** A rule with the figure that a district sets, in its label as well. */
function withFigure(rule: Rule, amount: number, ruleSet: RuleSet): Rule {
  const label = figureLabel(rule, amount, ruleSet)
  if (rule.kind === 'total') return { ...rule, amount, label, note: SET_HERE }
  if (rule.kind !== 'minimum' && rule.kind !== 'cap') return rule
  return { ...rule, amount, percent: undefined, label, note: SET_HERE }
}
