import type { Day } from '../calendar'
import type { Rule, RuleSet } from '../rule-sets/rule-set'
import { earnedOn, gateOf } from './admitting'
import { alternativesOf } from './alternatives'
import { pendingBlocks } from './blocks'
import { type Credited, repeatsOf } from './crediting'
import { conversionsRule } from './deciding'
import type { CreditRow, EvaluationInput } from './input'
import { doesNotCount, type Refusal } from './refusal'

/** A row on its way to its verdict. */
export type Candidate = {
  row: CreditRow
  on: Day
  credited: Credited
  refusal: Refusal | undefined
}

/** The rows in the order in which they are to count: by day, what has none first. */
export function candidatesOf(rows: readonly CreditRow[], credit: (row: CreditRow) => Credited) {
  const candidates = rows.map((row): Candidate => ({
    row,
    on: earnedOn(row) ?? '',
    credited: credit(row),
    refusal: undefined,
  }))
  return candidates.sort(byDay)
}

function byDay(a: Candidate, b: Candidate) {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  return a.row.id < b.row.id ? -1 : 1
}

/** Refuses everything, since the license needs no credit. */
export function exemptAll(candidates: Candidate[], rule: Rule) {
  for (const it of candidates) it.refusal = doesNotCount('exempt', `${rule.label}.`, rule)
  return { blocks: [], alternatives: [] }
}

/** Refuses what does not count, for good or yet: each by itself, then those in blocks that are too small. */
export function refuse(
  candidates: Candidate[],
  input: EvaluationInput,
  rules: readonly Rule[],
  leave: (rule: Rule) => void,
) {
  const { ruleSet } = input
  const unopposed: CreditRow[] = []
  const gate = gateOf(input, rules, leave)
  for (const candidate of candidates) {
    const { row, credited } = candidate
    const ofRow = gate(row)
    candidate.refusal = stricter(ofRow, credited.refusal)
    if (!ofRow) unopposed.push(row)
  }
  const admitted = () =>
    candidates
      .filter(({ refusal }) => !refusal)
      .map(({ row, credited }) => ({ row, amount: credited.amount }))
  const repeats = repeatsOf(admitted(), ruleSet)
  for (const it of candidates) if (repeats.has(it.row)) it.refusal = repeated(it.row, ruleSet)
  const worths = admitted().filter(({ row }) => row.units === undefined)
  const { blocks, refusals } = pendingBlocks(worths, ruleSet, rules)
  for (const it of candidates) it.refusal ??= refusals.get(it.row)
  return { blocks, alternatives: alternativesOf(unopposed, rules) }
}

const repeated = ({ item }: CreditRow, ruleSet: RuleSet) =>
  doesNotCount('only_once', `“${item}” counts once only.`, conversionsRule(ruleSet))

/** What never counts is said before what only does not count yet. */
function stricter(one: Refusal | null, other: Refusal | undefined) {
  if (!one || !other) return one ?? other
  return one.verdict === 'not_yet' && other.verdict === 'does_not_count' ? other : one
}
