import { creditWords } from '../rule-sets/credits'
import type { Conversion, RuleSet } from '../rule-sets/rule-set'
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

/** The verdict on a row that something stands against. */
export function refusedVerdict(
  row: CreditRow,
  { amount, conversion }: Credited,
  refusal: Refusal,
  alternatives: readonly Alternative[],
): RowVerdict {
  const { verdict, reason, sentence, rule } = refusal
  const alternative =
    reason === 'no_conversion' ? alternatives.find(({ rows }) => rows.includes(row)) : undefined
  if (alternative) return towardAlternative(row, alternative)
  const isPending = verdict === 'not_yet'
  return {
    row,
    verdict,
    reason,
    sentence,
    rule,
    conversion,
    amount,
    counted: 0,
    pending: isPending ? amount : 0,
    lost: isPending ? 0 : amount,
    placements: [],
  }
}

/** What of a row is left out, since it was spent already. */
function spentWords({ spent, spentOn, credit = 'clock_hour' }: CreditRow) {
  if (!spent) return ''
  const amount = spent.amount ?? Math.round(((spent.minutes ?? 0) / 60) * 100) / 100
  return ` ${creditWords(amount, credit)} of it ${amount === 1 ? 'was' : 'were'} used for ${spentOn}.`
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

/**
 * Tells what becomes of rows that nothing stands against, each in one plain sentence.
 *
 * @returns of a row, where it was placed, and the cap that took the part that is placed nowhere
 */
export function verdictsBy(ruleSet: RuleSet, asked: Asked) {
  const countedWords = wordsBy(ruleSet, asked)
  const servedRule = servedRules(ruleSet, asked)
  return (
    row: CreditRow,
    { amount, conversion }: Credited,
    placed: Placement[],
    fullCap: () => CapGroup,
  ): RowVerdict => {
    const placements = joined(placed)
    const counted = sumOf(placements.map((placement) => placement.amount))
    const lost = amount - counted
    if (lost > 0) {
      const capped = { ...cappedWords(fullCap(), amount, counted, ruleSet), row, conversion }
      return { ...capped, reason: 'capped', amount, counted, pending: 0, lost, placements }
    }
    return {
      row,
      verdict: row.spent ? 'counts_partly' : 'counts',
      reason: 'counts',
      sentence: `${countedWords(row, placements, counted)}${spentWords(row)}`,
      rule: servedRule(placements, conversion),
      conversion,
      amount,
      counted,
      pending: 0,
      lost,
      placements,
    }
  }
}

function cappedWords({ rule }: CapGroup, amount: Amount, counted: Amount, { unit }: RuleSet) {
  const { label } = rule
  if (counted === 0) {
    const sentence = `${label}; others have used that up, so nothing of this counts.`
    return { verdict: 'does_not_count' as const, sentence, rule }
  }
  const lost = amount - counted
  const are = unitsOf(lost) === 1 ? 'is' : 'are'
  const sentence = `Counts ${plain(counted)} of ${inWords(amount, unit)}. ${label}; ${inWords(lost, unit)} ${are} beyond that and lost.`
  return { verdict: 'counts_partly' as const, sentence, rule }
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

/** What a row counts toward, in words. */
function wordsBy({ unit }: RuleSet, { categories }: Asked) {
  const labels = new Map(categories.map(({ code, label }) => [code, label]))
  const labelOf = (code: string) => labels.get(code) ?? code
  return (row: CreditRow, placements: Placement[], counted: Amount) => {
    const [first, ...more] = placements
    if (!first) return 'It brings no credit.'
    const all = inWords(counted, unit)
    const chosen = wasChosen(row, placements) ? ', where it helps you most' : ''
    if (more.length === 0) {
      const where = first.category === null ? '' : ` toward ${labelOf(first.category)}`
      return `Counts ${all}${where}${chosen}.`
    }
    const parts = placements.map(({ category, amount }) =>
      category === null
        ? `${plain(amount)} toward the total`
        : `${plain(amount)} toward ${labelOf(category)}`,
    )
    return `Counts ${all}: ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}${chosen}.`
  }
}

/** Whether the place was Cairn's choice among several. */
const wasChosen = ({ split, categories = [] }: CreditRow, placements: Placement[]) =>
  !split && categories.length > 1 && placements.some(({ category }) => category !== null)

/** What a row that counts is needed for: the first minimum it was placed in, or else the total. */
function servedRules(ruleSet: RuleSet, { minimums, total }: Asked) {
  const ofConversion = new Map<Conversion | undefined, Deciding>()
  const convertedBy = (conversion: Conversion | undefined) => {
    const known = ofConversion.get(conversion)
    if (known) return known
    const rule = conversion ? conversionRule(conversion, ruleSet) : conversionsRule(ruleSet)
    ofConversion.set(conversion, rule)
    return rule
  }
  return (placements: Placement[], conversion: Conversion | undefined): Deciding => {
    const minimum = minimums.find(({ category }) =>
      placements.some((placement) => placement.category === category),
    )
    return minimum?.rule ?? total ?? convertedBy(conversion)
  }
}
