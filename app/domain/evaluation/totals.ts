import { type RuleOf, type RuleSet, rulesOf } from '../rule-sets/rule-set'
import { amountOf, inWords } from './amount'
import type { EvaluationInput } from './input'
import { applies, licensesToRenew, primaryOf, type Situation, situationsOf } from './situation'

type Total = RuleOf<'total'>

/** The total that the state asks in a situation: the first that applies. */
export const totalIn = (situation: Situation, { overlay }: EvaluationInput, ruleSet: RuleSet) =>
  rulesOf(ruleSet.rules, 'total').find(
    (rule) => !overlay?.rules.includes(rule) && applies(rule.when, situation),
  )

/**
 * The total that the state asks: the least that it can be, and what it would be for other classes. Only
 * where a license has no class are there any.
 */
export function totalsOf(input: EvaluationInput, ruleSet: RuleSet) {
  const isHighest = rulesOf(ruleSet.rules, 'additional_license').some(
    ({ mode }) => mode === 'highest',
  )
  const licenses = isHighest ? licensesToRenew(input) : []
  const ofLicenses = (licenses.length > 0 ? licenses : [primaryOf(input)]).map((license) =>
    situationsOf(input, license)
      .flatMap((situation) => totalIn(situation, input, ruleSet) ?? [])
      .toSorted((a, b) => asks(a) - asks(b)),
  )
  const leasts = ofLicenses.flatMap(([first]) => first ?? [])
  const least = leasts.toSorted((a, b) => asks(b) - asks(a))[0]
  const others = ofLicenses.flat().filter((rule) => least && asks(rule) > asks(least))
  if (!least || others.length === 0) return { least, others }
  const figure = inWords(amountOf(asks(least)), ruleSet.unit)
  return { least: { ...least, label: `At least ${figure}, by the class of the license` }, others }
}

export const asks = ({ amount }: Total) => amount ?? 0
