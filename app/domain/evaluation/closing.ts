import { addDays, addMonths, type Day } from '../calendar'
import { type Rule, rulesOf } from '../rule-sets/rule-set'
import { type Amount, amountOf, sumOf } from './amount'
import { earnedOn } from './admitting'
import { lastDayOf } from './cycle-days'
import type { CreditRow, EvaluationInput } from './input'

/**
 * What may be taken into the next cycle; the amount is null where no source says, or the cycle's end is not
 * stated. The parts say of which rows it is made.
 */
export type CarryOver = { rule: Rule; amount: Amount | null; parts: Part[] }

type Part = { row: CreditRow; amount: Amount }

/**
 * The credit beyond what is required that may be taken along when the cycle closes (K13): what the window
 * lets through, and no more than the most that is allowed. The latest rows are taken along first; what was
 * carried over into this cycle is used up in it.
 */
export function carryOverOf(
  { cycle, rows }: EvaluationInput,
  rules: readonly Rule[],
  excess: Amount,
  ofRow: (row: CreditRow) => Amount,
): CarryOver | null {
  const rule = rulesOf(rules, 'carry_over')[0]
  if (!rule) return null
  if (rule.mode === 'unknown') return { rule, amount: null, parts: [] }
  if (rule.mode === 'none') return { rule, amount: 0, parts: [] }
  const { lastMonths, between, max } = rule
  const endsOn = lastDayOf(cycle)
  const isOpen = lastMonths === undefined && between === undefined
  if (!isOpen && endsOn === undefined) return { rule, amount: null, parts: [] }
  const first = endsOn && lastMonths && firstOfLast(lastMonths, endsOn)
  const isInWindow = (row: CreditRow) => {
    const on = earnedOn(row)
    if (on === undefined || endsOn === undefined) return false
    if (first && on < first) return false
    return between === undefined || isBetween(on, between, endsOn)
  }
  const fitting = rows.filter((row) => !row.carriedOver && (isOpen || isInWindow(row)))
  const earned = sumOf(fitting.map(ofRow))
  const most = max === undefined ? Infinity : amountOf(max)
  const amount = Math.max(0, Math.min(excess, earned, most))
  return { rule, amount, parts: latestParts(fitting, amount, ofRow) }
}

/** The rows that an amount is made of, the latest first, the last of them perhaps in part. */
function latestParts(rows: CreditRow[], amount: Amount, ofRow: (row: CreditRow) => Amount) {
  const parts: Part[] = []
  let left = amount
  for (const row of rows.toReversed()) {
    const taken = Math.min(left, ofRow(row))
    if (taken > 0) parts.push({ row, amount: taken })
    left -= taken
  }
  return parts
}

/** The first day of the last months of a cycle. */
const firstOfLast = (months: number, endsOn: Day) => addMonths(addDays(endsOn, 1), -months)

/** Whether a day lies between two days of the last year of a cycle. */
function isBetween(on: Day, [first, last]: [string, string], endsOn: Day) {
  const year = endsOn.slice(0, 4)
  return on >= `${year}-${first}` && on <= `${year}-${last}` && on <= endsOn
}

export type Retention = {
  rule: Rule
  /** The last day on which the proof must be there; null where no source says for how long. */
  until: Day | null
  /** Where credit of a category is used in a later cycle too. */
  ifReused?: { category: string; until: Day }
  /** Counted from the end of the cycle, since it has not been renewed yet. */
  isExpected: boolean
}

/** How long the proof is to be kept, counted from the renewal or the end of the cycle (K24). */
export function retentionOf(
  { cycle }: { cycle: Pick<EvaluationInput['cycle'], 'endsOn' | 'earnUntil' | 'renewedOn'> },
  rules: readonly Rule[],
): Retention | null {
  const rule = rulesOf(rules, 'retention')[0]
  const last = lastDayOf(cycle)
  const from = rule?.from === 'renewal' ? (cycle.renewedOn ?? last) : last
  if (!rule || from === undefined) return null
  const after = (years: number) => addMonths(from, 12 * years)
  return {
    rule,
    until: rule.years === null ? null : after(rule.years),
    ifReused: rule.ifReused && {
      category: rule.ifReused.category,
      until: after(rule.ifReused.years),
    },
    isExpected: rule.from === 'renewal' && cycle.renewedOn === undefined,
  }
}
