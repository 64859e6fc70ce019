import type { Conversion, RuleSet } from '../rule-sets/rule-set'
import { creditWords } from '../rule-sets/credits'
import { type Amount, amountOf, amountOfMinutes, multiply, sumOf } from './amount'
import { conversionRule, conversionsRule } from './deciding'
import type { CreditRow } from './input'
import { doesNotCount, notYet, type Refusal } from './refusal'

/** A part of a row that may go to some categories; none means that it goes to the total alone. */
export type Piece = { row: CreditRow; categories: string[]; amount: Amount }

export type Credited = {
  amount: Amount
  pieces: Piece[]
  /** Why it could not be converted; then there are no pieces. */
  refusal?: Refusal
  conversion?: Conversion
}

const HOURLY = ['clock_hour', 'presenting_hour', 'dppd_hour']

/**
 * What a row is worth in the unit of the rule set, and in which parts (K12, K22).
 *
 * @param ruleSet with the conversions that apply
 * @param categories the codes that the rule set and the licenses know
 */
export function creditOf(
  row: CreditRow,
  ruleSet: RuleSet,
  categories: ReadonlySet<string>,
): Credited {
  if (row.units !== undefined) {
    const amount = amountOf(row.units)
    return {
      amount,
      pieces: [{ row, categories: known(row.categories ?? [], categories), amount }],
    }
  }
  const found = conversionOf(row, ruleSet)
  if ('verdict' in found) return { amount: 0, pieces: [], refusal: found }
  const amount = worthOf(row, found, row)
  const parts = partsOf(row, found, amount)
  const rest = amount - sumOf(parts.map((part) => part.amount))
  const pieces = parts.map((part) => ({
    row,
    categories: known([part.category], categories),
    amount: part.amount,
  }))
  if (rest > 0 || pieces.length === 0) {
    const open = parts.length > 0 ? [] : known(row.categories ?? [], categories)
    pieces.push({ row, categories: open, amount: rest })
  }
  return { amount, pieces, conversion: found }
}

const known = (codes: string[], categories: ReadonlySet<string>) =>
  codes.filter((code) => categories.has(code))

function conversionOf(row: CreditRow, ruleSet: RuleSet) {
  const credit = row.credit ?? 'clock_hour'
  const offered = ruleSet.conversions.filter(({ from }) => from === credit)
  const fitting =
    offered.find(({ level }) => level !== undefined && level === row.level) ??
    offered.find(({ level }) => level === undefined)
  if (fitting?.units === null) {
    return notYet(
      'conversion_not_known',
      `No source says how many ${ruleSet.unit.many} ${creditWords(1, credit)} is worth.`,
      conversionRule(fitting, ruleSet),
    )
  }
  if (fitting) return fitting as Conversion & { units: number }
  const kind = creditWords(2, credit).slice(2)
  if (offered.length > 0 && row.level === undefined) {
    return notYet(
      'level_not_stated',
      `What ${kind} are worth depends on the level of the course. Say which it was.`,
      conversionsRule(ruleSet),
    )
  }
  const ofLevel = offered.length > 0 ? ' of this level' : ''
  return doesNotCount(
    'no_conversion',
    `This license is not renewed with ${kind}${ofLevel}.`,
    conversionsRule(ruleSet),
  )
}

type Quantity = { minutes?: number; amount?: number }

function worthOf(row: CreditRow, { units }: { units: number }, quantity: Quantity): Amount {
  const isHourly = HOURLY.includes(row.credit ?? 'clock_hour')
  if (isHourly && quantity.minutes !== undefined) return amountOfMinutes(quantity.minutes, units)
  return multiply(quantity.amount ?? 0, units)
}

/** The rows that repeat an item of which only the first counts (K12), among rows that nothing else stands against. */
export function repeatsOf(rows: readonly CreditRow[], { conversions }: RuleSet) {
  const once = conversions.filter(({ oncePerItem }) => oncePerItem).map(({ from }) => from)
  const seen = new Set<string>()
  const repeats = new Set<CreditRow>()
  for (const row of rows) {
    const credit = row.credit ?? 'clock_hour'
    if (row.item === undefined || !once.includes(credit)) continue
    const key = `${credit} ${row.item}`
    if (seen.has(key)) repeats.add(row)
    seen.add(key)
  }
  return repeats
}

/** How a row is divided: by the educator, or by the conversion; never more than there is. */
function partsOf(row: CreditRow, conversion: Conversion & { units: number }, amount: Amount) {
  const wanted =
    row.split?.map((part) => ({
      category: part.category,
      amount: worthOf(row, conversion, part),
    })) ??
    conversion.split?.map((part) => ({
      category: part.category,
      amount: row.amount === undefined ? amountOf(part.units) : multiply(row.amount, part.units),
    })) ??
    []
  let left = amount
  return wanted.map((part) => {
    const taken = Math.min(part.amount, left)
    left -= taken
    return { ...part, amount: taken }
  })
}
