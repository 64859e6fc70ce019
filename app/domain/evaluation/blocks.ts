import { jurisdictionName } from '../rule-sets/jurisdictions'
import { type Rule, type RuleOf, type RuleSet, rulesOf } from '../rule-sets/rule-set'
import { groupBy } from '../grouping'
import { type Amount, amountOf, inWords, plain, sumOf } from './amount'
import type { Worth } from './crediting'
import type { CreditRow } from './input'
import { doesNotCount, notYet, type Refusal } from './refusal'
import { topicKey } from './topic'

/** A topic, or an activity, that has not reached the amount from which it counts. */
export type PendingBlock = {
  rule: Rule
  scope: 'topic' | 'activity'
  /** The topic, or the title of the activity. */
  name: string
  /** Whether something can be added to it: others have the topic, or are parts of the same. */
  isNamed: boolean
  have: Amount
  need: Amount
  rows: string[]
}

/** The blocks that are too small to count yet, and what that means for each of their rows (K4). */
export function pendingBlocks(worths: readonly Worth[], ruleSet: RuleSet, rules: readonly Rule[]) {
  const blocks: PendingBlock[] = []
  const refusals = new Map<CreditRow, Refusal>()
  for (const rule of rulesOf(rules, 'minimum_block')) {
    const concerned = worths.filter(
      ({ row, amount }) =>
        amount > 0 && (!rule.activityKinds || rule.activityKinds.includes(row.activityKind ?? '')),
    )
    for (const group of groupBy(concerned, ({ row }) => keyOf(row, rule)).values()) {
      const have = sumOf(group.map(({ amount }) => amount))
      const need = amountOf(rule.amount)
      if (have >= need) continue
      const { row } = group[0]!
      const name = rule.scope === 'topic' && row.topic ? row.topic.trim() : row.title
      const isNamed = togetherKey(row, rule) !== undefined
      const ids = group.map((it) => it.row.id)
      if (canGrow(rule))
        blocks.push({ rule, scope: rule.scope, name, isNamed, have, need, rows: ids })
      for (const worth of group) {
        if (!refusals.has(worth.row)) {
          refusals.set(worth.row, tooSmall(rule, ruleSet, worth.row, have, need))
        }
      }
    }
  }
  return { blocks, refusals }
}

function keyOf(row: CreditRow, rule: RuleOf<'minimum_block'>) {
  const together = togetherKey(row, rule)
  return together ? `together ${together}` : `row ${row.id}`
}

/** Whether more can be learned of the same; an activity that stands for itself is over. */
const canGrow = ({ scope, bundling }: RuleOf<'minimum_block'>) => scope === 'topic' || bundling

/** What rows that add up have in common; nothing where none can join. */
function togetherKey(row: CreditRow, { scope, bundling }: RuleOf<'minimum_block'>) {
  if (!bundling) return undefined
  return (scope === 'topic' ? topicKey(row.topic) : row.item) || undefined
}

function tooSmall(
  rule: RuleOf<'minimum_block'>,
  { unit, jurisdiction }: RuleSet,
  row: CreditRow,
  have: Amount,
  need: Amount,
) {
  const state = jurisdictionName(jurisdiction)
  const missing = inWords(need - have, unit)
  if (rule.scope === 'activity') {
    const sentence = `${state} counts an activity from ${inWords(need, unit)} on; this one brings ${plain(have)}.`
    return (canGrow(rule) ? notYet : doesNotCount)('pending_block', sentence, rule)
  }
  const sentence = row.topic
    ? `${plain(have)} of ${inWords(need, unit)} on ${row.topic.trim()}. ${state} counts a topic from ${plain(need)} on: ${missing} more on it and all of them count.`
    : `${state} counts a topic from ${inWords(need, unit)} on; this brings ${plain(have)}. Name its topic, so that it can be added to others on it.`
  return notYet('pending_block', sentence, rule)
}
