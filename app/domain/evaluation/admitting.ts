import { type Day, dayInWords } from '../calendar'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import { type Rule, type RuleOf, rulesOf } from '../rule-sets/rule-set'
import { cycleRule, recordRule } from './deciding'
import type { CreditRow, EvaluationInput } from './input'
import { doesNotCount, notYet, type Refusal } from './refusal'

type Question = {
  row: CreditRow
  input: EvaluationInput
  /** Notes that a rule was not applied. */
  leave: (rule: Rule) => void
}

/**
 * Why a row does not count, whatever it is worth; null when nothing stands against it. What counts never
 * is said before what only does not count yet. What a row does not state is not held against it: `leave`
 * is told instead.
 */
export function gateOf(
  input: EvaluationInput,
  rules: readonly Rule[],
  leave: (rule: Rule) => void,
): (row: CreditRow) => Refusal | null {
  const exclusions = rulesOf(rules, 'exclusion')
  const accepted = rulesOf(rules, 'accepted_credits')
  const planFirst = rulesOf(rules, 'plan_first')
  const preapprovals = rulesOf(rules, 'preapproval')
  const providers = rulesOf(rules, 'provider')
  const proofs = rulesOf(rules, 'proof')
  return (row) => {
    const question = { row, input, leave }
    if (row.units !== undefined) return spent(question) ?? notApproved(question)
    return (
      spent(question) ??
      outsideCycle(question) ??
      first(exclusions, question, excluded) ??
      first(accepted, question, creditRefused) ??
      first(planFirst, question, beforePlan) ??
      first(preapprovals, question, notPreapproved) ??
      first(providers, question, providerRefused) ??
      notApproved(question) ??
      first(planFirst, question, planNotApproved) ??
      first(providers, question, providerUnclear) ??
      first(proofs, question, proofMissing)
    )
  }
}

function first<R extends Rule>(
  rules: R[],
  question: Question,
  ask: (question: Question, rule: R) => Refusal | null,
) {
  for (const rule of rules) {
    const refusal = ask(question, rule)
    if (refusal) return refusal
  }
  return null
}

function spent({ row }: Question) {
  if (!row.spentOn || row.spent) return null
  return doesNotCount(
    'spent',
    `It has been used for ${row.spentOn}, and counts once only.`,
    recordRule('spent_once'),
  )
}

function outsideCycle({ row, input: { cycle, ruleSet } }: Question) {
  const on = earnedOn(row)
  if (on === undefined || row.carriedOver) return null
  const last = cycle.earnUntil ?? cycle.endsOn
  if (cycle.startsOn !== undefined && on < cycle.startsOn) {
    const days = `It was earned on ${dayInWords(on)}; this cycle began on ${dayInWords(cycle.startsOn)}.`
    return doesNotCount('before_cycle', days, cycleRule(ruleSet))
  }
  if (last !== undefined && on > last) {
    const days = `It was earned on ${dayInWords(on)}; this cycle ended on ${dayInWords(last)}.`
    return doesNotCount('after_cycle', days, cycleRule(ruleSet))
  }
  return null
}

function excluded({ row, input }: Question, rule: RuleOf<'exclusion'>) {
  const flag = row.flags?.find((it) => rule.flags.includes(it))
  if (!flag) return null
  return doesNotCount(
    'excluded',
    `${jurisdictionName(input.ruleSet.jurisdiction)} never counts ${flag.replaceAll('_', ' ')} events.`,
    rule,
  )
}

function creditRefused({ row }: Question, rule: RuleOf<'accepted_credits'>) {
  if (rule.credits.includes(row.credit ?? 'clock_hour')) return null
  return doesNotCount('credit_not_accepted', `${rule.label}.`, rule)
}

function beforePlan({ row, input: { plan }, leave }: Question, rule: RuleOf<'plan_first'>) {
  if (plan?.approvedOn === null) return null
  const on = row.startsOn ?? row.endsOn
  if (plan === undefined || on === undefined) {
    leave(rule)
    return null
  }
  if (on >= plan.approvedOn) return null
  const days = `It began on ${dayInWords(on)}, before the plan was approved on ${dayInWords(plan.approvedOn)}.`
  return doesNotCount('plan_must_precede_activity', days, rule)
}

function planNotApproved({ input: { plan } }: Question, rule: RuleOf<'plan_first'>) {
  if (plan?.approvedOn !== null) return null
  const sentence = 'Say when the plan was approved: what began on that day or later counts.'
  return notYet('plan_not_approved', sentence, rule)
}

function notPreapproved({ row, leave }: Question, rule: RuleOf<'preapproval'>) {
  if (rule.activityKinds && !rule.activityKinds.includes(row.activityKind ?? '')) return null
  if (row.preapprovedOn === undefined) {
    leave(rule)
    return null
  }
  const began = row.startsOn ?? row.endsOn
  if (row.preapprovedOn !== null && (began === undefined || row.preapprovedOn <= began)) return null
  return doesNotCount('not_preapproved', 'It had to be approved before it took place.', rule)
}

/** Whether a rule about providers speaks of credit such as a row's. */
const concerns = ({ credits }: RuleOf<'provider'>, row: CreditRow) =>
  !credits || credits.includes(row.credit ?? 'clock_hour')

function providerRefused({ row, leave }: Question, rule: RuleOf<'provider'>) {
  if (!concerns(rule, row)) return null
  if (row.provider === undefined) {
    leave(rule)
    return null
  }
  const { kind } = row.provider
  if (kind === undefined || rule.kinds.includes(kind)) return null
  return doesNotCount('provider_not_accepted', `It has to be ${lowerFirst(rule.label)}.`, rule)
}

function providerUnclear({ row }: Question, rule: RuleOf<'provider'>) {
  if (row.provider === undefined || !concerns(rule, row)) return null
  if (row.provider.kind === undefined) {
    return notYet('provider_not_stated', 'Say who offered it: not every provider counts.', rule)
  }
  if (rule.needsNumber && !row.provider.number) {
    return notYet('provider_number_missing', 'Add the number of the sponsor.', rule)
  }
  return null
}

function notApproved({ row }: Question) {
  if (row.status === undefined || row.status === 'approved') return null
  const rule = recordRule('approval')
  switch (row.status) {
    case 'planned':
      return notYet('planned', 'It is planned; it counts once it is done and approved.', rule)
    case 'waiting':
      return notYet('waiting_for_approval', `Waiting for ${row.waitsFor ?? 'approval'}.`, rule)
    case 'returned':
      return notYet('returned', 'It came back with a question. Answer it and send it again.', rule)
  }
}

function proofMissing({ row, leave }: Question, rule: RuleOf<'proof'>) {
  if (row.proofs === undefined) {
    leave(rule)
    return null
  }
  const { proofs } = rule
  if (row.proofs.some((proof) => !proofs || proofs.includes(proof))) return null
  return notYet(
    'proof_missing',
    'Add proof of what was learned, such as an assessment or a product.',
    rule,
  )
}

/** The day on which a row's credit is earned: its last. */
export const earnedOn = (row: CreditRow): Day | undefined => row.endsOn ?? row.startsOn

export const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
