import { dayInWords, monthDayInWords, schoolYearName } from '../calendar'
import { conditionWords, listed } from './condition-words'
import { creditWords, unitWords } from './credits'
import type { Rule, RuleKind, RuleOf, RuleSet } from './rule-set'

/** What people call the kinds of activity that a rule may name, by their code. */
export type ActivityNames = Record<string, string>

type Words = {
  [K in RuleKind]: (rule: RuleOf<K>, ruleSet: RuleSet, names: ActivityNames) => string | null
}

/** What a rule says beyond its label, such as `15 PDPs in Pedagogy`; null where the label says it all. */
export function ruleWords(rule: Rule, ruleSet: RuleSet, names: ActivityNames): string | null {
  const words = WORDS[rule.kind] as (
    rule: Rule,
    ruleSet: RuleSet,
    names: ActivityNames,
  ) => string | null
  return words(rule, ruleSet, names)
}

const WORDS: Words = {
  total: ({ amount, proratedBy, offered }, ruleSet) =>
    `${figure(amount, undefined, ruleSet)} ${inEach(ruleSet)}${less(proratedBy)}${offered ? ', offered by the district; nobody is asked to earn them' : ''}`,
  minimum: ({ amount, percent, category, oneTime }, ruleSet) =>
    `${amount === null ? 'Something' : `At least ${figure(amount, percent, ruleSet)}`} in ${categoryName(category, ruleSet)}${amount === null ? '; no source states how much' : ''}${oneTime ? ', once in a career' : ''}`,
  minimum_block: ({ scope, amount, bundling, activityKinds }, ruleSet, names) =>
    `${scope === 'topic' ? 'A topic' : 'An activity'} counts from ${inUnits(amount, ruleSet)} on; ${bundling ? 'several short ones are added together' : 'each on its own'}${ofKinds(activityKinds, names)}`,
  cap: ({ amount, percent, per, activityKinds, credits }, ruleSet, names) =>
    `At most ${figure(amount, percent, ruleSet)} ${PER[per]}${ofKinds(activityKinds, names)}${ofCredits(credits)}`,
  substitute: ({ fact, replaces, once }, ruleSet) =>
    `“${factName(fact, ruleSet)}” stands for ${rulesNamed(replaces, ruleSet)}${once ? ', in one cycle only' : ''}`,
  alternative: ({ options, replaces }, ruleSet) =>
    `${listed(options.map(({ credit, amount }) => creditWords(amount, credit)))} stand for ${rulesNamed(replaces, ruleSet)}`,
  accepted_credits: () => 'Other credit is not taken',
  additional_license: (rule, ruleSet) => additionalWords(rule, ruleSet),
  plan_alignment: ({ percent }) => `${percent} % of the total`,
  plan_first: () => 'An activity counts when the plan was approved on the day it began, or before',
  preapproval: ({ activityKinds }, _, names) =>
    `Each activity is approved before it begins${ofKinds(activityKinds, names)}`,
  provider: ({ credits }) => (credits ? `Asked${ofCredits(credits).replace(';', '')} alone` : null),
  proof: ({ proofs }) =>
    proofs ? `Proof: ${listed(proofs.map(readable))}` : 'Attendance alone is not enough',
  exclusion: () => 'These never count',
  attestation: ({ by, per, count }) =>
    `${count === undefined || count === 1 ? 'Once' : times(count, 'time')} in each ${per}${by ? `, confirmed by ${by}` : ''}`,
  rotating_topic: ({ firstYear, everyYears }) =>
    `Due in ${schoolYearName(firstYear)} and every ${everyYears} years after`,
  exemption: () => 'No credit is asked',
  carry_over: (rule, ruleSet) => carryOverWords(rule, ruleSet),
  retention: (rule, ruleSet) => retentionWords(rule, ruleSet),
  plan: (rule) => planWords(rule),
  notice: ({ text, from, until }) =>
    [text, from && `From ${dayInWords(from)}.`, until && `Until ${dayInWords(until)}.`]
      .filter(Boolean)
      .join(' '),
}

const inEach = ({ cycle: { years } }: RuleSet) => (years === 1 ? 'each year' : 'in a cycle')

const PER = { cycle: 'in a cycle', year: 'in a year', item: 'for each person or event' }

const times = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

const inUnits = (amount: number, { unit }: RuleSet) => unitWords(amount, unit)

function figure(amount: number | null | undefined, percent: number | undefined, ruleSet: RuleSet) {
  if (percent !== undefined) return `${percent} % of the total`
  return amount == null ? 'as much as no source states' : inUnits(amount, ruleSet)
}

const less = (proratedBy: RuleOf<'total'>['proratedBy'] = []) =>
  proratedBy.length > 0
    ? `, less for ${listed(proratedBy.map((it) => (it === 'fte' ? 'part of a position' : 'time on leave')))}`
    : ''

const categoryName = (code: string, { categories }: RuleSet) =>
  `“${categories.find((it) => it.code === code)?.label ?? code}”`

const factName = (code: string, { facts = [] }: RuleSet) =>
  facts.find((it) => it.code === code)?.label ?? code

const rulesNamed = (ids: string[], { rules }: RuleSet) =>
  listed(ids.map((id) => `“${rules.find((it) => it.id === id)?.label ?? id}”`))

const ofKinds = (kinds: string[] | undefined, names: ActivityNames) =>
  kinds ? `; for ${listed(kinds.map((kind) => names[kind]?.toLowerCase() ?? readable(kind)))}` : ''

const ofCredits = (credits: string[] | undefined) =>
  credits ? `; for ${listed(credits.map((credit) => creditWords(2, credit).slice(2)))}` : ''

const readable = (code: string) => code.replaceAll('_', ' ')

function additionalWords(rule: RuleOf<'additional_license'>, ruleSet: RuleSet) {
  if (rule.mode === 'highest') return 'The highest total of all licenses is asked, not their sum'
  const contents = (rule.minimums ?? []).map(
    ({ category, amount }) =>
      `${inUnits(amount, ruleSet)} in its own ${categoryName(category, ruleSet)}`,
  )
  return [`${inUnits(rule.total ?? 0, ruleSet)} more for each`, ...contents].join(', ')
}

function carryOverWords({ mode, max, lastMonths, between }: RuleOf<'carry_over'>, set: RuleSet) {
  if (mode === 'none') return 'What is too much in a cycle does not count in the next'
  if (mode === 'unknown') return 'Not stated'
  const days = between?.map(monthDayInWords)
  return [
    max === undefined ? 'What is beyond the total' : `Up to ${inUnits(max, set)} beyond the total`,
    lastMonths && `earned in the last ${lastMonths} months`,
    days && `earned from ${days[0]} to ${days[1]} of the last year`,
  ]
    .filter(Boolean)
    .join(', ')
}

function retentionWords({ years, from, ifReused }: RuleOf<'retention'>, ruleSet: RuleSet) {
  if (years === null) return 'No source says for how long'
  const start = from === 'renewal' ? 'renewal' : 'end of the cycle'
  const longer =
    ifReused &&
    `${times(ifReused.years, 'year')} where ${categoryName(ifReused.category, ruleSet)} is used again`
  return [`${times(years, 'year')}, counted from the ${start}`, longer].filter(Boolean).join('; ')
}

function planWords(rule: RuleOf<'plan'>) {
  return [
    `Approved by ${rule.approver}`,
    rule.firstApprovalMonths && `within ${rule.firstApprovalMonths} months of the license`,
    rule.reviewMonths && `reviewed every ${rule.reviewMonths} months`,
    rule.dueOn && `due on ${monthDayInWords(rule.dueOn)}`,
    rule.decisionDays && `decided within ${rule.decisionDays} days`,
    rule.appealDays && `appealed within ${rule.appealDays} days`,
  ]
    .filter(Boolean)
    .join('; ')
}

/** The rule as a person would check it: what it says, and for whom. */
export const ruleInFull = (rule: Rule, ruleSet: RuleSet, names: ActivityNames) => ({
  words: ruleWords(rule, ruleSet, names),
  condition: conditionWords(rule.when, ruleSet),
})
