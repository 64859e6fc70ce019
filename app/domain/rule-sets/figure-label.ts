import { listed } from './condition-words'
import { creditWords, unitWords } from './credits'
import type { Rule, RuleOf, RuleSet } from './rule-set'

/** What a rule is called with another figure: `At most 10 CPE hours for mentoring`. */
export function figureLabel(rule: Rule, amount: number, ruleSet: RuleSet): string {
  const units = unitWords(amount, ruleSet.unit)
  if (rule.kind === 'total') return `${units} ${termOf(ruleSet)}`
  if (rule.kind === 'cap') return `At most ${units}${forWhat(rule)}${PER[rule.per]}`
  if (rule.kind !== 'minimum') return rule.label
  const { label } = ruleSet.categories.find(({ code }) => code === rule.category) ?? rule
  return `${units} in ${label}`
}

const termOf = ({ cycle: { years } }: RuleSet) => (years === 1 ? 'each year' : `in ${years} years`)

const PER = { cycle: '', year: ' in a year', item: ', for each person or event' }

function forWhat({ activityKinds = [], credits = [] }: RuleOf<'cap'>) {
  const kinds = [
    ...activityKinds.map((kind) => kind.replaceAll('_', ' ')),
    ...credits.map((credit) => creditWords(2, credit).slice(2)),
  ]
  return kinds.length > 0 ? ` for ${listed(kinds)}` : ''
}
