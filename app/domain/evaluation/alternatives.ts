import { creditWords } from '../rule-sets/credits'
import { type Rule, type RuleOf, rulesOf } from '../rule-sets/rule-set'
import { type Amount, amountOf, plain, sumOf, unitsOf } from './amount'
import type { CreditRow } from './input'

/** An amount of one kind of credit that, when all of it is there, stands for something else (K6). */
export type Alternative = {
  rule: RuleOf<'alternative'>
  credit: string
  rows: CreditRow[]
  have: Amount
  need: Amount
  isReached: boolean
}

/**
 * How far each alternative has come.
 *
 * @param rows those that nothing stands against, except that they may have no conversion
 */
export function alternativesOf(rows: readonly CreditRow[], rules: readonly Rule[]): Alternative[] {
  return rulesOf(rules, 'alternative').flatMap((rule) =>
    rule.options.map(({ credit, amount }) => {
      const ofCredit = rows.filter((row) => row.credit === credit)
      const have = sumOf(ofCredit.map((row) => amountOf(row.amount ?? 0)))
      const need = amountOf(amount)
      return { rule, credit, rows: ofCredit, have, need, isReached: have >= need }
    }),
  )
}

/** `4 of 10 CEUs. They stand for what is asked once all are there.` */
export function alternativeWords({ credit, have, need, isReached }: Alternative) {
  const all = creditWords(unitsOf(need), credit)
  return isReached
    ? `Counts toward the ${all} that stand for what is asked.`
    : `${plain(have)} of ${all}. They stand for what is asked once all of them are there.`
}
