import { type Category, type Rule, type RuleOf, type RuleSet, rulesOf } from '../rule-sets/rule-set'
import { type Amount, amountOf, percentOf, shareOf } from './amount'
import type { EvaluatedEducator, EvaluationInput } from './input'
import { additionalOf, type Judged } from './situation'
import { totalsOf } from './totals'

/** What is asked in a category: one minimum. */
export type AskedMinimum = {
  rule: RuleOf<'minimum' | 'additional_license'>
  category: string
  /** Null where no source states an amount: then anything at all will do (`ANYTHING`). */
  need: Amount | null
}

/** What is asked where no source states an amount: the least that can be printed. */
export const ANYTHING: Amount = amountOf(0.001)

/** What a cycle asks of an educator, in the unit of the rule set. */
export type Asked = {
  /** The rule that the total comes from; undefined where no credit is asked. */
  total: RuleOf<'total'> | undefined
  /** Of the primary license alone: what percentages are taken of. */
  ofPrimary: Amount
  /** With what additional licenses add; the least that it can be where a license has no class. */
  required: Amount
  requiredAtMost: Amount
  /** Totals that the district asks instead, at least as high. */
  ofDistrict: RuleOf<'total'>[]
  minimums: AskedMinimum[]
  categories: Category[]
}

/**
 * What is asked (K1 to K3, K7, K15, K16, K18, K19).
 *
 * @param rules the rules that apply
 */
export function askedOf(input: EvaluationInput, ruleSet: RuleSet, rules: readonly Rule[]): Asked {
  const { educator, overlay } = input
  const isOfDistrict = (rule: Rule) => overlay?.rules.includes(rule) ?? false
  const additional = additionalOf(input)
  const adding = rulesOf(rules, 'additional_license').find(({ mode }) => mode === 'add')
  const { least: total, others } = totalsOf(input, ruleSet)
  const ofPrimary = total ? prorated(total, educator) : 0
  const extra = adding ? additional.length * amountOf(adding.total ?? 0) : 0
  const ofAdditional = adding
    ? additional.flatMap((license) =>
        (adding.minimums ?? []).map(({ category, amount }) => ({
          rule: adding,
          category: `${category}:${license.id}`,
          need: amountOf(amount),
        })),
      )
    : []
  return {
    total,
    ofPrimary,
    required: ofPrimary + extra,
    requiredAtMost: Math.max(ofPrimary, ...others.map((it) => prorated(it, educator))) + extra,
    ofDistrict: rulesOf(rules, 'total').filter(isOfDistrict),
    minimums: [...minimumsOf(rules, ofPrimary, educator), ...ofAdditional],
    categories: [...ruleSet.categories, ...contentOf(additional, adding, ruleSet)],
  }
}

function prorated({ amount, proratedBy = [] }: RuleOf<'total'>, educator: EvaluatedEducator) {
  const { fte = 1, leave = 0 } = educator
  const shares = [
    proratedBy.includes('fte') ? fte : 1,
    proratedBy.includes('leave') ? 1 - leave : 1,
  ]
  return shareOf(amountOf(amount ?? 0), shares)
}

/** What is asked in each category; the highest of several minimums. */
export function needsOf({ minimums }: Asked) {
  const needs = new Map<string, Amount>()
  for (const { category, need } of minimums) {
    needs.set(category, Math.max(needs.get(category) ?? 0, need ?? ANYTHING))
  }
  return needs
}

function minimumsOf(rules: readonly Rule[], ofPrimary: Amount, educator: EvaluatedEducator) {
  return rulesOf(rules, 'minimum')
    .filter(({ oneTime, category }) => !(oneTime && educator.metOnce?.includes(category)))
    .map((rule) => ({ rule, category: rule.category, need: needOf(rule, ofPrimary) }))
}

function needOf({ amount, percent }: RuleOf<'minimum'>, ofPrimary: Amount) {
  if (percent !== undefined) return percentOf(ofPrimary, percent)
  return amount == null ? null : amountOf(amount)
}

/** Every category that credit can be claimed for: those of the rules, and the content of additional licenses. */
export const claimableCategories = (judged: Judged) => [
  ...judged.ruleSet.categories,
  ...contentOf(
    additionalOf(judged),
    rulesOf(judged.ruleSet.rules, 'additional_license').find(({ mode }) => mode === 'add'),
    judged.ruleSet,
  ),
]

/** A category for the content of each additional license. */
function contentOf(
  licenses: EvaluationInput['licenses'],
  adding: RuleOf<'additional_license'> | undefined,
  { categories }: RuleSet,
): Category[] {
  return (adding?.minimums ?? []).flatMap(({ category }) => {
    const label = categories.find(({ code }) => code === category)?.label ?? category
    return licenses.map(({ id, area }) => ({
      code: `${category}:${id}`,
      label: `${label}: ${area ?? 'additional license'}`,
    }))
  })
}
