import { type Rule, type RuleOf, rulesOf } from '../rule-sets/rule-set'
import { type Amount, amountOf, percentOf, sumOf } from './amount'
import { ANYTHING, type Asked } from './asking'
import type { Alternative } from './alternatives'
import { isInCycle, isWithin, type Span, yearsBegun } from './cycle-days'
import type { CreditRow, EvaluationInput } from './input'
import { topicKey } from './topic'

/** One thing that is asked, and whether it is there. */
export type Requirement = {
  rule: Rule
  label: string
  category?: string
  /** Amounts of credit, or how many times something was attested. */
  measure: 'credit' | 'times'
  have: number
  need: number
  short: number
  met: boolean
  /** Whether a year is over in which something should have been attested. */
  isTooLate?: boolean
  /** The rule by which something else stands for it. */
  metBy?: Rule
}

export type Counted = {
  counted: Amount
  ofCategory: (code: string) => Amount
  ofRow: (row: CreditRow) => Amount
}

/**
 * Everything that is asked, in the order of the rules (K1 to K3, K6 to K8, K15, K17, K20). What the input
 * does not state is left out, and `leave` is told.
 */
export function requirementsOf(
  input: EvaluationInput,
  asked: Asked,
  rules: readonly Rule[],
  counted: Counted,
  alternatives: readonly Alternative[],
  leave: (rule: Rule) => void,
): Requirement[] {
  const all = [
    ...totals(asked, counted),
    ...asked.minimums.map(({ rule, category, need }) =>
      credit(rule, counted.ofCategory(category), need ?? ANYTHING, category),
    ),
    ...rulesOf(rules, 'rotating_topic').flatMap((rule) => topicDue(input, rule, counted)),
    ...rulesOf(rules, 'plan_alignment').flatMap((rule) =>
      aligned(input, asked, rule, counted, leave),
    ),
    ...rulesOf(rules, 'attestation').flatMap((rule) => attested(input, rule, leave)),
  ]
  const stands = standIns(input, rules, alternatives)
  return all.map((requirement) => {
    const metBy = requirement.met ? undefined : stands.get(requirement.rule.id)
    return metBy ? { ...requirement, met: true, metBy } : requirement
  })
}

const credit = (rule: Rule, have: Amount, need: Amount, category?: string): Requirement => ({
  rule,
  label: rule.label,
  category,
  measure: 'credit',
  have,
  need,
  short: Math.max(0, need - have),
  met: have >= need,
})

/**
 * The total of the state, and the higher one of the district where it asks for more. What the district
 * has to offer is measured, and never missing.
 */
function totals({ total, required, ofDistrict }: Asked, { counted }: Counted) {
  const ofState = total && credit(total, counted, required)
  return [
    ...(ofState ? [total.offered ? { ...ofState, short: 0, met: true } : ofState] : []),
    ...ofDistrict.map((rule) => credit(rule, counted, amountOf(rule.amount ?? 0))),
  ]
}

function topicDue({ cycle, rows }: EvaluationInput, rule: RuleOf<'rotating_topic'>, it: Counted) {
  if (cycle.startsOn === undefined) return []
  const years = Number(cycle.startsOn.slice(0, 4)) - rule.firstYear
  if (years < 0 || years % rule.everyYears !== 0) return []
  const on = rows.filter(({ topic }) => topicKey(topic) === rule.topic)
  return [credit(rule, sumOf(on.map(it.ofRow)), ANYTHING)]
}

/**
 * Whether enough is in line with the plan. Rows that nobody has said it of are not held against it: while
 * they could be enough it is left open, and then only what they cannot make up for is missing.
 */
function aligned(
  { rows }: EvaluationInput,
  { ofPrimary }: Asked,
  rule: RuleOf<'plan_alignment'>,
  counted: Counted,
  leave: (rule: Rule) => void,
) {
  const isStated = rows.some((row) => row.aligned !== undefined)
  const have = sumOf(rows.filter((row) => row.aligned).map(counted.ofRow))
  const need = percentOf(ofPrimary, rule.percent)
  if (isStated && have >= need) return [credit(rule, have, need)]
  const open = rows.filter((row) => row.aligned === undefined && counted.ofRow(row) > 0)
  for (const _ of open) leave(rule)
  if (open.length === 0 && !isStated) leave(rule)
  const atMost = have + sumOf(open.map(counted.ofRow))
  return isStated && atMost < need ? [credit(rule, atMost, need)] : []
}

function attested(
  { ruleSet, educator, cycle, asOf }: EvaluationInput,
  rule: RuleOf<'attestation'>,
  leave: (rule: Rule) => void,
): Requirement[] {
  if (educator.attestations === undefined) {
    leave(rule)
    return []
  }
  const ofCode = educator.attestations.filter(
    ({ code, on }) => code === rule.code && isInCycle(cycle, on),
  )
  const once = rule.count ?? 1
  const isYearly = rule.per === 'year' && cycle.startsOn !== undefined
  const years = isYearly ? yearsBegun(cycle, ruleSet.cycle, asOf) : [undefined]
  const timesIn = (year: Span | undefined) =>
    Math.min(once, ofCode.filter(({ on }) => !year || (on && isWithin(year, on))).length)
  const have = sumOf(years.map(timesIn))
  const need = once * years.length
  const { label } = rule
  const isTooLate = years.some((year) => year && year.endsOn < asOf && timesIn(year) < once)
  return [
    { rule, label, measure: 'times', have, need, short: need - have, met: have >= need, isTooLate },
  ]
}

/** The rules that something else stands for: a fact about the educator, or an amount of another credit. */
function standIns(
  { educator }: EvaluationInput,
  rules: readonly Rule[],
  alternatives: readonly Alternative[],
) {
  const holding = [
    ...rulesOf(rules, 'substitute').filter(({ fact }) => educator.facts?.includes(fact)),
    ...alternatives.filter(({ isReached }) => isReached).map(({ rule }) => rule),
  ]
  return new Map<string, Rule>(holding.flatMap((rule) => rule.replaces.map((id) => [id, rule])))
}
