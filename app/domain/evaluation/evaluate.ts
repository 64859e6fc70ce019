import { withOverlay } from '../rule-sets/overlay'
import { dimensionOf, type Rule, type RuleKind, rulesOf } from '../rule-sets/rule-set'
import { type Amount, sumOf } from './amount'
import { type Asked, askedOf, needsOf } from './asking'
import { type Candidate, candidatesOf, exemptAll, refuse } from './candidates'
import { type CapGroup, capGroupsOf } from './caps'
import { carryOverOf, retentionOf } from './closing'
import { courseOf } from './course'
import { creditedBy, type Piece } from './crediting'
import { untilRenewal } from './cycle-days'
import type { Deciding } from './deciding'
import type { CategoryStanding, Evaluation, RowVerdict } from './evaluation'
import type { CreditRow, EvaluationInput } from './input'
import { dimensionsOf, place, type Placement } from './placing'
import { rankBy } from './ranking'
import { requirementsOf } from './requirements'
import { rulingOf, type Unchecked } from './ruling'
import { refusedVerdict, verdictsBy } from './verdict'

/**
 * Whether an educator has what a license asks, and what becomes of every row. Pure, exact and deterministic:
 * the order of rows makes no difference, and ids of rows must be unique. Caps and blocks are judged after
 * conversion; what fits several categories is placed where it serves the educator best (`placing.ts`).
 */
export function evaluate(input: EvaluationInput): Evaluation {
  const whole = input.overlay ? withOverlay(input.ruleSet, input.overlay) : input.ruleSet
  const { ruleSet, rules, open } = rulingOf(input, whole)
  const openUntil = untilRenewal(input.cycle, rules, input.asOf)
  const exemptBy = rulesOf(rules, 'exemption')[0]
  const asked = exemptBy ? NOTHING_ASKED : askedOf(input, ruleSet, rules)
  const left = new Map<Rule, number>()
  const leave = (rule: Rule) => void left.set(rule, (left.get(rule) ?? 0) + 1)

  const candidates = candidatesOf(input.rows, creditedBy(ruleSet, codesOf(asked)))
  const rows = candidates.map(({ row }) => row)
  const { blocks, alternatives } = exemptBy
    ? exemptAll(candidates, exemptBy)
    : refuse(candidates, { ...input, ruleSet, cycle: openUntil }, rules, leave)

  const counting = candidates.filter(({ refusal }) => !refusal)
  const capsOf = capGroupsOf(
    counting.map(({ row }) => row),
    rules,
    asked.ofPrimary,
  )
  const placed = placeAll(counting, asked, capsOf, rankBy(asked, rules))
  const placedVerdict = verdictsBy(ruleSet, asked)
  const verdicts = candidates.map(({ row, credited, refusal }) => {
    if (refusal) return refusedVerdict(row, credited, refusal, alternatives)
    const placements = placed.ofRow.get(row)!
    return placedVerdict(row, credited, placements, () => capsOf(row).findLast(placed.isFull)!)
  })
  const ofRow = new Map<CreditRow, Amount>()
  for (const verdict of verdicts) ofRow.set(verdict.row, verdict.counted)
  const countedOf = (row: CreditRow) => ofRow.get(row) ?? 0
  const counted = sumOf(verdicts.map((verdict) => verdict.counted))
  const requirements = exemptBy
    ? []
    : requirementsOf(
        { ...input, rows },
        asked,
        rules,
        { counted, ofCategory: (code) => placed.inCategory.get(code) ?? 0, ofRow: countedOf },
        alternatives,
        leave,
      )
  const unchecked = [...leftOut(left), ...(exemptBy ? [] : open)]
  const ofDistrict = new Set(input.overlay?.rules.map(({ id }) => id))
  return {
    ruleSet: whole,
    ofDistrict,
    met: requirements.every(({ met }) => met),
    metByState:
      requirements.every(({ met, rule }) => met || ofDistrict.has(rule.id)) ||
      isMetWithoutDistrict(input),
    exemptBy,
    required: asked.required,
    counted,
    pending: sumOf(verdicts.map(({ pending }) => pending)),
    lost: sumOf(verdicts.map(({ lost }) => lost)),
    categories: standings(asked, placed.inCategory),
    requirements,
    pendingBlocks: blocks,
    lostToCaps: lostToCaps(verdicts),
    carryOver: carryOverOf({ ...input, rows }, rules, counted - asked.requiredAtMost, countedOf),
    retention: retentionOf(input, rules),
    rows: verdicts,
    unchecked,
    course: courseOf({
      ruleSet,
      cycle: input.cycle,
      asOf: input.asOf,
      isExempt: exemptBy !== undefined,
      total: asked.total,
      required: asked.required,
      counted,
      requirements,
      categories: asked.categories,
      unchecked,
    }),
  }
}

/**
 * Whether all would be there without the rules of the district, where these change what counts or where it
 * is placed. The figures that the state leaves to it stay.
 */
function isMetWithoutDistrict(input: EvaluationInput) {
  const { overlay } = input
  const ofDistrict = overlay?.categories.map(({ code }) => code)
  const changesRows = (rule: Rule) =>
    rule.kind === 'minimum' ? !ofDistrict?.includes(rule.category) : !ASK_ONLY.includes(rule.kind)
  if (!overlay?.rules.some(changesRows)) return false
  return evaluate({ ...input, overlay: { ...overlay, rules: [], categories: [] } }).met
}

const ASK_ONLY: RuleKind[] = ['total', 'attestation', 'rotating_topic', 'notice']

const leftOut = (left: Map<Rule, number>) =>
  [...left].map(([rule, rows]): Unchecked => ({ rule, because: 'not_stated', rows }))

const NOTHING_ASKED: Asked = {
  total: undefined,
  ofPrimary: 0,
  required: 0,
  requiredAtMost: 0,
  ofDistrict: [],
  minimums: [],
  categories: [],
}

const codesOf = ({ categories }: Asked) => new Set(categories.map(({ code }) => code))

/** Places every row once in each dimension; the main one decides what is lost to caps. */
function placeAll(
  candidates: Candidate[],
  asked: Asked,
  capsOf: (row: CreditRow) => CapGroup[],
  rankOf: (piece: Piece) => number,
) {
  const [main = [], ...others] = dimensionsOf(asked.categories)
  const needs = needsOf(asked)
  const pieces: Piece[] = []
  for (const { credited } of candidates) pieces.push(...credited.pieces)
  const inMain = place(pieces, { categories: main, needs }, capsOf, rankOf)
  const counted = (piece: Piece): Piece => {
    const { row, categories } = piece
    return { row, categories, amount: amountIn(inMain.get(piece)!) }
  }
  const inOthers = others.map((categories) =>
    place(pieces.map(counted), { categories, needs }, () => NO_CAPS),
  )
  const ofRow = new Map<CreditRow, Placement[]>()
  for (const [{ row }, placements] of inMain) {
    const earlier = ofRow.get(row)
    ofRow.set(row, earlier ? [...earlier, ...placements] : placements)
  }
  const used = new Map<string, Amount>()
  for (const [row, placements] of ofRow) {
    for (const { key } of capsOf(row)) {
      used.set(key, (used.get(key) ?? 0) + amountIn(placements))
    }
  }
  return {
    ofRow,
    inCategory: sumsOf([inMain, ...inOthers], asked),
    isFull: ({ key, limit }: CapGroup) => (used.get(key) ?? 0) >= limit,
  }
}

const NO_CAPS: CapGroup[] = []

const amountIn = (placements: Placement[]) => sumOf(placements.map(({ amount }) => amount))

/** What is in each category, with what is in its parts. */
function sumsOf(placed: Map<Piece, Placement[]>[], { categories }: Asked) {
  const sums = new Map<string, Amount>()
  const add = (category: string, amount: Amount) =>
    void sums.set(category, (sums.get(category) ?? 0) + amount)
  for (const ofPiece of placed) {
    for (const placements of ofPiece.values()) {
      for (const { category, amount } of placements) if (category !== null) add(category, amount)
    }
  }
  for (const { code, parent } of categories) {
    if (parent !== undefined) add(parent, sums.get(code) ?? 0)
  }
  return sums
}

function standings(asked: Asked, inCategory: Map<string, Amount>): CategoryStanding[] {
  const needs = needsOf(asked)
  return asked.categories.map((category) => {
    const have = inCategory.get(category.code) ?? 0
    const need = needs.get(category.code) ?? 0
    const short = Math.max(0, need - have)
    const { code, label } = category
    return { code, label, dimension: dimensionOf(category), have, need, short }
  })
}

function lostToCaps(verdicts: RowVerdict[]) {
  const lost = new Map<Deciding, Amount>()
  for (const verdict of verdicts) {
    if (verdict.reason !== 'capped') continue
    lost.set(verdict.rule, (lost.get(verdict.rule) ?? 0) + verdict.lost)
  }
  return [...lost].map(([rule, amount]) => ({ rule, lost: amount }))
}
