import type { RuleSet } from '../rule-sets/rule-set'
import { type Amount, inWords, plain, sumOf, unitsOf } from './amount'
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
  placements: Placement[]
  caps: CapGroup[]
}

/** What becomes of a row, in one plain sentence. */
export function verdictOf(row: CreditRow, credited: Credited, outcome: Outcome): RowVerdict {
  const { refusal, caps } = outcome
  const { amount, conversion } = credited
  if (refusal) {
    const isPending = refusal.verdict === 'not_yet'
    return {
      row,
      conversion,
      ...refusal,
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
  const parts = { row, conversion, amount, counted, pending: 0, lost, placements }
  if (lost === 0) {
    return {
      ...parts,
      verdict: 'counts',
      reason: 'counts',
      sentence: countedWords(row, placements, outcome),
      rule: servedRule(placements, credited, outcome),
    }
  }
  const cap = caps.at(-1)!
  const most = `${cap.rule.label}: ${lostWords(lost, amount, outcome.ruleSet)}.`
  return counted === 0
    ? { ...parts, verdict: 'does_not_count', reason: 'capped', sentence: most, rule: cap.rule }
    : {
        ...parts,
        verdict: 'counts_partly',
        reason: 'capped',
        sentence: `Counts ${plain(counted)} of ${inWords(amount, outcome.ruleSet.unit)}. ${most}`,
        rule: cap.rule,
      }
}

/** `4 PDPs are beyond that and lost`. */
function lostWords(lost: Amount, amount: Amount, { unit }: RuleSet) {
  const are = unitsOf(lost) === 1 ? 'is' : 'are'
  return `${lost === amount ? `all ${inWords(lost, unit)}` : inWords(lost, unit)} ${are} beyond that and lost`
}

/** Several placements in one category as one, in the order of the first. */
function joined(placements: Placement[]) {
  const amounts = new Map<string | null, Amount>()
  for (const { category, amount } of placements) {
    amounts.set(category, (amounts.get(category) ?? 0) + amount)
  }
  return [...amounts].map(([category, amount]) => ({ category, amount }))
}

function countedWords(row: CreditRow, placements: Placement[], { ruleSet, asked }: Outcome) {
  const { unit } = ruleSet
  const labelOf = (code: string) => asked.categories.find((it) => it.code === code)?.label ?? code
  const [first, ...more] = placements
  if (!first) return 'It brings no credit.'
  if (more.length === 0) {
    const where = first.category === null ? '' : ` toward ${labelOf(first.category)}`
    const chosen = wasChosen(row, placements) ? ', where it helps you most' : ''
    return `Counts ${inWords(first.amount, unit)}${where}${chosen}.`
  }
  const parts = placements.map(({ category, amount }) =>
    category === null
      ? `${plain(amount)} toward the total`
      : `${plain(amount)} toward ${labelOf(category)}`,
  )
  const all = inWords(sumOf(placements.map(({ amount }) => amount)), unit)
  return `Counts ${all}: ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}${wasChosen(row, placements) ? ', where it helps you most' : ''}.`
}

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
