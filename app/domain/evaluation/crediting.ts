import { type Conversion, dimensionOf, type RuleSet } from '../rule-sets/rule-set'
import { creditWords } from '../rule-sets/credits'
import { groupBy } from '../grouping'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import { type Amount, amountOf, amountOfMinutes, multiply } from './amount'
import { conversionRule, conversionsRule, type Deciding } from './deciding'
import type { CreditRow } from './input'
import { notYet, type Refusal } from './refusal'

/** A part of a row that may go to some categories; none means that it goes to the total alone. */
export type Piece = { row: CreditRow; categories: string[]; amount: Amount }

export type Credited = {
  amount: Amount
  pieces: Piece[]
  /** Why it could not be converted; then there are no pieces. */
  refusal?: Refusal
  conversion?: Conversion
}

/** The credits that are counted in hours, and so may be stated in minutes. */
export const HOURLY = ['clock_hour', 'presenting_hour', 'dppd_hour']

/**
 * What rows are worth in the unit of a rule set, and in which parts (K12, K22).
 *
 * @param ruleSet with the conversions that apply
 * @param categories the codes that the rule set and the licenses know
 */
export function creditedBy(
  ruleSet: RuleSet,
  categories: ReadonlySet<string>,
): (row: CreditRow) => Credited {
  const conversionOf = conversionsBy(ruleSet)
  const ofOtherDimensions = dimensionsBeside(ruleSet)
  const known = (codes: string[] = []) =>
    codes.every((code) => categories.has(code)) ? codes : codes.filter((it) => categories.has(it))
  return (row) => {
    const { units } = row
    if (units !== undefined) {
      const amount = amountOf(units)
      if (amount === 0) return noAmount(ruleSet.unit.many, conversionsRule(ruleSet))
      return { amount, pieces: [{ row, categories: known(row.categories), amount }] }
    }
    const found = conversionOf(row)
    if ('verdict' in found) return { amount: 0, pieces: [], refusal: found }
    const amount = worthOf(row, found, row.spent ? unspent(row) : row)
    if (amount === 0) return noAmount(kindOf(row.credit), conversionRule(found, ruleSet))
    const pieces: Piece[] = []
    const elsewhere = row.split || !found.split ? [] : ofOtherDimensions(row, found.split)
    let rest = amount
    for (const part of partsOf(row, found)) {
      const taken = Math.min(part.amount, rest)
      pieces.push({ row, categories: known([part.category, ...elsewhere]), amount: taken })
      rest -= taken
    }
    if (pieces.length === 0) pieces.push({ row, categories: known(row.categories), amount })
    else if (rest > 0) pieces.push({ row, categories: [], amount: rest })
    return { amount, pieces, conversion: found }
  }
}

/** What nobody has said the amount of is worth nothing yet. */
function noAmount(kind: string, rule: Deciding): Credited {
  const sentence = `It brings no credit as long as nobody says how many ${kind} it is.`
  return { amount: 0, pieces: [], refusal: notYet('amount_not_stated', sentence, rule) }
}

/** `semester hours`. */
export const kindOf = (credit = 'clock_hour') => creditWords(2, credit).slice(2)

/** The categories of a row in dimensions that its conversion does not divide it in, such as the district's own. */
function dimensionsBeside(ruleSet: RuleSet) {
  const dimension = new Map(ruleSet.categories.map((it) => [it.code, dimensionOf(it)]))
  return ({ categories = [] }: CreditRow, split: NonNullable<Conversion['split']>) => {
    const divided = new Set(split.map(({ category }) => dimension.get(category)))
    return categories.filter((code) => dimension.has(code) && !divided.has(dimension.get(code)))
  }
}

type Priced = Conversion & { units: number }

/** The conversion of a row, found once for each credit and level; or why it has none. */
function conversionsBy(ruleSet: RuleSet) {
  const offered = groupBy(ruleSet.conversions, ({ from }) => from)
  const found = new Map<string, Map<string | undefined, Priced | Refusal>>()
  return ({ credit = 'clock_hour', level }: CreditRow) => {
    const ofCredit = found.get(credit) ?? new Map<string | undefined, Priced | Refusal>()
    if (ofCredit.size === 0) found.set(credit, ofCredit)
    const known = ofCredit.get(level)
    if (known) return known
    const conversion = findConversion(offered.get(credit) ?? [], credit, level, ruleSet)
    ofCredit.set(level, conversion)
    return conversion
  }
}

function findConversion(
  offered: Conversion[],
  credit: string,
  ofRow: string | undefined,
  ruleSet: RuleSet,
) {
  const fitting =
    offered.find(({ level }) => level !== undefined && level === ofRow) ??
    offered.find(({ level }) => level === undefined)
  if (fitting?.units === null) {
    return notYet(
      'conversion_not_known',
      `No source says how many ${ruleSet.unit.many} ${creditWords(1, credit)} is worth.`,
      conversionRule(fitting, ruleSet),
    )
  }
  if (fitting) return fitting as Priced
  const kind = kindOf(credit)
  if (offered.length > 0 && ofRow === undefined) {
    return notYet(
      'level_not_stated',
      `What ${kind} are worth depends on the level of the course. Say which it was.`,
      conversionsRule(ruleSet),
    )
  }
  const ofLevel = offered.length > 0 ? ' of this level' : ''
  const state = jurisdictionName(ruleSet.jurisdiction)
  return notYet(
    'no_conversion',
    `No page that was read says whether ${state} takes ${kind}${ofLevel}: ask the state before you count on them.`,
    conversionsRule(ruleSet),
  )
}

type Quantity = { minutes?: number; amount?: number }

/** What of a row has not been spent on anything else. */
export const unspent = ({ minutes, amount, spent }: CreditRow): Quantity => ({
  minutes: minutes === undefined ? undefined : minutes - (spent?.minutes ?? 0),
  amount: amount === undefined ? undefined : amount - (spent?.amount ?? 0),
})

function worthOf(row: CreditRow, { units }: Priced, { minutes, amount }: Quantity): Amount {
  if (minutes !== undefined && HOURLY.includes(row.credit ?? 'clock_hour')) {
    return amountOfMinutes(minutes, units)
  }
  return multiply(amount ?? 0, units)
}

/** A row with what it would bring. */
export type Worth = { row: CreditRow; amount: Amount }

/**
 * The rows that repeat an item which counts once only (K12), among rows that nothing else stands against:
 * the one that is worth most counts, of equal ones the first.
 */
export function repeatsOf(worths: readonly Worth[], { conversions }: RuleSet) {
  const once = conversions.filter(({ oncePerItem }) => oncePerItem).map(({ from }) => from)
  const best = new Map<string, Worth>()
  const repeats = new Set<CreditRow>()
  if (once.length === 0) return repeats
  for (const worth of worths) {
    const { row } = worth
    const credit = row.credit ?? 'clock_hour'
    if (row.item === undefined || !once.includes(credit)) continue
    const key = `${credit} ${row.item}`
    const other = best.get(key)
    const isBest = !other || worth.amount > other.amount
    if (isBest) best.set(key, worth)
    if (other) repeats.add(isBest ? other.row : row)
  }
  return repeats
}

const UNDIVIDED: { category: string; amount: Amount }[] = []

/** How a row is divided: by the educator, or by the conversion. */
function partsOf(row: CreditRow, conversion: Priced) {
  if (row.split) {
    return row.split.map((part) => ({
      category: part.category,
      amount: worthOf(row, conversion, part),
    }))
  }
  return (
    conversion.split?.map((part) => ({
      category: part.category,
      amount: row.amount === undefined ? amountOf(part.units) : multiply(row.amount, part.units),
    })) ?? UNDIVIDED
  )
}
