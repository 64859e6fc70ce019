import { evaluate } from '~/domain/evaluation/evaluate'
import { printedEvaluation } from '~/domain/evaluation/printing'
import { readEvaluationInput } from '~/domain/evaluation/reading.server'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'

/** A day in the middle of the cycles that tests evaluate. */
export const EVALUATED_ON = '2026-11-22'

/** A rule set that comes with the product. */
export function ruleSetNamed(id: string) {
  const ruleSet = shippedRuleSets().find((it) => it.id === id)
  if (!ruleSet) throw new Error(`There is no rule set “${id}”.`)
  return ruleSet
}

/** What a file as the command line reads it asks to evaluate. */
export const inputOf = (id: string, file: object) =>
  readEvaluationInput(file, ruleSetNamed(id), EVALUATED_ON)

/** The evaluation of such a file, as the command line prints it. */
export const evaluated = (id: string, file: object) =>
  printedEvaluation(evaluate(inputOf(id, file)))
