import type { RuleSet } from '../rule-sets/rule-set'
import { type Amount, inWords, plain, sumOf, unitsOf } from './amount'
import { type Alternative, alternativeWords } from './alternatives'
import type { Asked } from './asking'
import type { CapGroup } from './caps'
import type { Credited } from './crediting'
import { conversionRule, conversionsRule, type Deciding } from './deciding'
import type { RowVerdict } from './evaluation'
import type { CreditRow } from './input'
import type { Placement } from './placing'
import type { Refusal } from './refusal'

type Outcome = {
  ruleSet: RuleSet
  asked: Asked
  refusal: Refusal | undefined
  /** What it stands for instead of being converted. */
  alternative: Alternative | undefined
  placements: Placement[]
  caps: CapGroup[]
}

/** What becomes of a row, in one plain sentence. */
export function verdictOf(row: CreditRow, credited: Credited, outcome: Outcome): RowVerdict {
  const { refusal, caps } = outcome
  const { amount, conversion } = credited
  if (outcome.alternative) return towardAlternative(row, outcome.alternative)
  if (refusal) {
    const isPending = refusal.verdict === 'not_yet'
    return {
      row,
      verdict: refusal.verdict,
      reason: refusal.reason,
      sentence: refusal.sentence,
      rule: refusal.rule,
      conversion,
      amount,
      counted: 0,
      pending: isPending ? amount : 0,
      lost: isPending ? 0 : amount,
      placements: [],
    }
  }
  const placements = joined(outcome.placements)
  const counted = sumOf(placements.map((placement) => placement.amount))
  const lost = amount - counted
  if (lost === 0) {
    return {
      row,
      verdict: 'counts',
      reason: 'counts',
      sentence: countedWords(row, placements, outcome),
      rule: servedRule(placements, credited, outcome),
      conversion,
      amount,
      counted,
      pending: 0,
      lost,
      placements,
    }
  }
  const parts = { row, conversion, amount, counted, pending: 0, lost, placements }
  const cap = caps.at(-1)!
  const { label } = cap.rule
  if (counted === 0) {
    const sentence = `${label}; others have used that up, so nothing of this counts.`
    return { ...parts, verdict: 'does_not_count', reason: 'capped', sentence, rule: cap.rule }
  }
  const { unit } = outcome.ruleSet
  const are = unitsOf(lost) === 1 ? 'is' : 'are'
  const sentence = `Counts ${plain(counted)} of ${inWords(amount, unit)}. ${label}; ${inWords(lost, unit)} ${are} beyond that and lost.`
  return { ...parts, verdict: 'counts_partly', reason: 'capped', sentence, rule: cap.rule }
}

/** A row that brings no units, but is part of an amount that stands for them. */
function towardAlternative(row: CreditRow, alternative: Alternative): RowVerdict {
  const { rule, isReached } = alternative
  return {
    row,
    verdict: isReached ? 'counts' : 'not_yet',
    reason: isReached ? 'alternative_reached' : 'alternative_not_reached',
    sentence: alternativeWords(alternative),
    rule,
    amount: 0,
    counted: 0,
    pending: 0,
    lost: 0,
    placements: [],
  }
}

/** Several placements in one category as one, in the order of the first. */
function joined(placements: Placement[]) {
  if (placements.length <= 1) return placements
  const amounts = new Map<string | null, Amount>()
  for (const { category, amount } of placements) {
    amounts.set(category, (amounts.get(category) ?? 0) + amount)
  }
  return [...amounts].map(([category, amount]) => ({ category, amount }))
}

function countedWords(row: CreditRow, placements: Placement[], { ruleSet, asked }: Outcome) {
  const { unit } = ruleSet
  const [first, ...more] = placements
  if (!first) return 'It brings no credit.'
  if (more.length === 0) {
    const where = first.category === null ? '' : ` toward ${labelOf(first.category, asked)}`
    const chosen = wasChosen(row, placements) ? ', where it helps you most' : ''
    return `Counts ${inWords(first.amount, unit)}${where}${chosen}.`
  }
  const parts = placements.map(({ category, amount }) =>
    category === null
      ? `${plain(amount)} toward the total`
      : `${plain(amount)} toward ${labelOf(category, asked)}`,
  )
  const all = inWords(sumOf(placements.map(({ amount }) => amount)), unit)
  return `Counts ${all}: ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}${wasChosen(row, placements) ? ', where it helps you most' : ''}.`
}

const labelOf = (code: string, { categories }: Asked) =>
  categories.find((it) => it.code === code)?.label ?? code

/** Whether the place was Cairn's choice among several. */
const wasChosen = ({ split, categories = [] }: CreditRow, placements: Placement[]) =>
  !split && categories.length > 1 && placements.some(({ category }) => category !== null)

/** What a row that counts is needed for: the first minimum it was placed in, or else the total. */
function servedRule(
  placements: Placement[],
  credited: Credited,
  { asked, ruleSet }: Outcome,
): Deciding {
  const minimum = asked.minimums.find(({ category }) =>
    placements.some((placement) => placement.category === category),
  )
  return (
    minimum?.rule ??
    asked.total ??
    (credited.conversion ? conversionRule(credited.conversion, ruleSet) : conversionsRule(ruleSet))
  )
}
