import { type Conversion, type Rule, type RuleSet, rulesOf } from './rule-set'

/** The rules whose figure no source states for certain, so that a district may set it. */
export function openFigures({ rules }: RuleSet): Rule[] {
  return [
    ...rulesOf(rules, 'total'),
    ...rulesOf(rules, 'minimum'),
    ...rulesOf(rules, 'cap'),
  ].filter((rule) => rule.confidence === 'unverified' || rule.amount === null)
}

/** The conversions whose worth no source states for certain, so that a district may set it. */
export function openConversions({ conversions }: RuleSet): Conversion[] {
  return conversions.filter(
    ({ units, confidence }) => units === null || confidence === 'unverified',
  )
}
