import { addMonths, type Day, dayInWords, monthDayInWords } from '../calendar'
import { conditionWords } from './condition-words'
import { COURSE_LEVELS, type CourseLevel, creditWords, unitWords } from './credits'
import { jurisdictionName } from './jurisdictions'
import { openConversions, openFigures } from './open-figures'
import { CONFIDENCE, type Conversion, type Rule, type RuleKind, type RuleSet } from './rule-set'
import { type ActivityNames, ruleInFull } from './rule-words'

/** From so many months on, a page says that its data should be compared with its sources again. */
export const STALE_AFTER_MONTHS = 12

/** Whether data is older than it should be: from the day after so many months on. */
export const isStale = (checkedOn: Day, today: Day) =>
  today > addMonths(checkedOn, STALE_AFTER_MONTHS)

/** A part of an address: its `href` where it can be opened. */
export type AddressPart = { text: string; href?: string }

/** An address with the places in it that can be opened apart from the words around them. */
export function addressParts(address: string): AddressPart[] {
  return address
    .split(/(https?:\/\/[^\s;]+)/)
    .filter((text) => text !== '')
    .map((text) => (/^https?:/.test(text) ? { text, href: text } : { text }))
}

/** The kinds of rules under each heading of a page, in the order in which people ask. */
const GROUPS: { title: string; kinds: RuleKind[] }[] = [
  {
    title: 'What is asked',
    kinds: [
      'exemption',
      'total',
      'minimum',
      'additional_license',
      'rotating_topic',
      'attestation',
      'plan_alignment',
      'substitute',
      'alternative',
    ],
  },
  {
    title: 'What counts',
    kinds: [
      'accepted_credits',
      'provider',
      'proof',
      'plan_first',
      'preapproval',
      'minimum_block',
      'cap',
      'exclusion',
    ],
  },
  { title: 'Plan, proof and the next cycle', kinds: ['plan', 'retention', 'carry_over'] },
  { title: 'Good to know', kinds: ['notice'] },
]

/** A rule set as a line of a list. */
export const summaryOf = (ruleSet: RuleSet, today: Day) => ({
  id: ruleSet.id,
  revision: ruleSet.revision,
  state: jurisdictionName(ruleSet.jurisdiction),
  name: ruleSet.name,
  unit: ruleSet.unit.many,
  holds: effectiveWords(ruleSet),
  confidence: CONFIDENCE[ruleSet.confidence],
  checkedOn: ruleSet.checkedOn,
  isStale: isStale(ruleSet.checkedOn, today),
})

const KEYED_ON = {
  expiry: 'Licenses that expire',
  renewal: 'Licenses that are renewed',
  cycle_start: 'Cycles that begin',
}

/** `Licenses that expire from 30 June 2019 to 29 June 2024`. */
export function effectiveWords({ effective: { keyedOn, from, to } }: RuleSet) {
  if (!from && !to) return 'Every license'
  const words = [from && `from ${dayInWords(from)}${to ? '' : ' on'}`, to && `to ${dayInWords(to)}`]
  return [KEYED_ON[keyedOn], ...words].filter(Boolean).join(' ')
}

/** A rule set in plain words, rule by rule. */
export function shownRuleSet(ruleSet: RuleSet, today: Day, names: ActivityNames) {
  const open = new Set(openFigures(ruleSet))
  const shown = (rule: Rule) => ({
    id: rule.id,
    label: rule.label,
    ...ruleInFull(rule, ruleSet, names),
    ...provenanceOf(rule, ruleSet),
    isOpen: open.has(rule),
  })
  return {
    ...summaryOf(ruleSet, today),
    law: ruleSet.law ?? null,
    cycle: { words: cycleWords(ruleSet), ...provenanceOf(ruleSet.cycle, ruleSet) },
    groups: GROUPS.map(({ title, kinds }) => ({
      title,
      rules: kinds.flatMap((kind) => ruleSet.rules.filter((it) => it.kind === kind).map(shown)),
    })).filter(({ rules }) => rules.length > 0),
    conversions: conversionsOf(ruleSet),
    sources: ruleSet.sources.map(({ key, address, dated }) => ({
      key,
      parts: addressParts(address),
      dated: dated ?? null,
    })),
  }
}

export type ShownRuleSet = ReturnType<typeof shownRuleSet>

function conversionsOf(ruleSet: RuleSet) {
  const open = new Set(openConversions(ruleSet))
  return ruleSet.conversions.map((conversion) => ({
    id: [conversion.from, conversion.level, conversionCondition(conversion, ruleSet)].join(' '),
    from: `${creditWords(1, conversion.from)}${conversion.level ? `, ${levelName(conversion.level)}` : ''}`,
    worth: conversion.units === null ? null : unitWords(conversion.units, ruleSet.unit),
    condition: conversionCondition(conversion, ruleSet),
    once: conversion.oncePerItem ?? false,
    ...provenanceOf(conversion, ruleSet),
    isOpen: open.has(conversion),
  }))
}

const levelName = (level: string) =>
  (isLevel(level) ? COURSE_LEVELS[level] : level.replaceAll('_', ' ')).toLowerCase()

const isLevel = (level: string): level is CourseLevel => level in COURSE_LEVELS

const conversionCondition = ({ when }: Conversion, ruleSet: RuleSet) =>
  conditionWords(when, ruleSet)

/** Where something comes from. */
function provenanceOf(
  it: Pick<Rule, 'confidence' | 'sources' | 'checkedOn' | 'note'>,
  { checkedOn }: RuleSet,
) {
  return {
    confidence: CONFIDENCE[it.confidence],
    sources: it.sources,
    checkedOn: it.checkedOn ?? checkedOn,
    note: it.note ?? null,
  }
}

const BEGINS = { issue: 'with the license', birth_month: 'with the month of birth' }

/** `5 years; begins on 1 July and ends on 30 June`. */
function cycleWords({ cycle: { years, begins, ends, completeBy } }: RuleSet) {
  const start =
    begins === 'issue' || begins === 'birth_month'
      ? BEGINS[begins]
      : `on ${monthDayInWords(begins)}`
  return [
    `${years} ${years === 1 ? 'year' : 'years'}; it begins ${start}`,
    ends && ` and ends on ${monthDayInWords(ends)}`,
    completeBy && `. Credit may be earned until ${monthDayInWords(completeBy)} of the last year`,
  ]
    .filter(Boolean)
    .join('')
}
