import type { Rule, RuleKind, RuleSet } from '../rule-sets/rule-set'
import type { EvaluationInput } from './input'
import { additionalOf, applies, primaryOf, situationsOf } from './situation'
import { asks, totalIn, totalsOf } from './totals'

/** Why a rule was not applied, or not to every row. */
export const UNCHECKED_REASONS = ['not_stated', 'class_not_stated', 'additional_license'] as const

export type Unchecked = {
  rule: Rule
  because: (typeof UNCHECKED_REASONS)[number]
  /** How many rows do not say what it asks about; 1 where it does not ask about rows. */
  rows: number
}

/**
 * The rules and the conversions that apply to an educator, and the rules of which that is open: since the
 * license has no class, or since they are for the class of an additional license, and no source says
 * whether they hold beside those of the primary one (K16).
 */
export function rulingOf(input: EvaluationInput, whole: RuleSet) {
  const situations = situationsOf(input)
  const isSure = ({ when }: Pick<Rule, 'when'>) => situations.every((it) => applies(when, it))
  const isPossible = ({ when }: Pick<Rule, 'when'>) => situations.some((it) => applies(when, it))
  const { least, others } = totalsOf(input, whole)
  const isOpen = (rule: Rule) =>
    rule.kind === 'total' && !input.overlay?.rules.includes(rule)
      ? others.includes(rule)
      : isPossible(rule) && (!isSure(rule) || (others.length > 0 && isShare(rule)))
  const byClass = whole.rules.filter((rule) => decides(rule) && isOpen(rule))
  const ofOthers = situationsOfAdditional(input)
  const isOfAnother = (rule: Rule) =>
    rule.kind === 'total'
      ? asks(rule) > (least ? asks(least) : 0) &&
        ofOthers.some((it) => totalIn(it, input, whole) === rule)
      : !isPossible(rule) && ofOthers.some((it) => applies(rule.when, it))
  const byAdditional = whole.rules.filter(
    (rule) => decides(rule) && !byClass.includes(rule) && isOfAnother(rule),
  )
  const open = [
    ...unchecked(byClass, 'class_not_stated'),
    ...unchecked(byAdditional, 'additional_license'),
  ]
  return {
    ruleSet: { ...whole, conversions: whole.conversions.filter(isPossible) },
    rules: whole.rules.filter((rule) => isSure(rule) && !byClass.includes(rule)),
    open,
  }
}

const unchecked = (rules: Rule[], because: Unchecked['because']): Unchecked[] =>
  rules.map((rule) => ({ rule, because, rows: 1 }))

/** What additional licenses would be judged by in the days of the primary one. */
function situationsOfAdditional(input: EvaluationInput) {
  const expiresOn = primaryOf(input)?.expiresOn
  return additionalOf(input).flatMap((license) => situationsOf(input, { ...license, expiresOn }))
}

const SAY_ONLY: RuleKind[] = ['notice', 'exemption']

const decides = ({ kind }: Rule) => !SAY_ONLY.includes(kind)

/** Whether a rule is about a share of the total. */
const isShare = (rule: Rule) => 'percent' in rule && rule.percent !== undefined
