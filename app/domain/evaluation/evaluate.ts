import { withOverlay } from '../rule-sets/overlay'
import { dimensionOf, type Rule, type RuleSet, rulesOf } from '../rule-sets/rule-set'
import { earnedOn, gateOf } from './admitting'
import { alternativesOf } from './alternatives'
import { type Amount, sumOf } from './amount'
import { ANYTHING, type Asked, askedOf } from './asking'
import { pendingBlocks } from './blocks'
import { type CapGroup, capGroupsOf } from './caps'
import { carryOverOf, retentionOf } from './closing'
import { courseOf } from './course'
import { creditOf, type Credited, type Piece, repeatsOf } from './crediting'
import { conversionsRule, type Deciding } from './deciding'
import type { CategoryStanding, Evaluation, RowVerdict } from './evaluation'
import type { CreditRow, EvaluationInput } from './input'
import { dimensionsOf, place, type Placement } from './placing'
import { doesNotCount, type Refusal } from './refusal'
import { requirementsOf } from './requirements'
import { applies, situationOf } from './situation'
import { verdictOf } from './verdict'

/**
 * Whether an educator has what a license asks, and what becomes of every row. Pure, exact and deterministic:
 * the order of rows makes no difference, and ids of rows must be unique. Caps and blocks are judged after
 * conversion; what fits several categories is placed where it serves the educator best (`placing.ts`).
 */
export function evaluate(input: EvaluationInput): Evaluation {
  const situation = situationOf(input)
  const whole = input.overlay ? withOverlay(input.ruleSet, input.overlay) : input.ruleSet
  const conversions = whole.conversions.filter(({ when }) => applies(when, situation))
  const ruleSet = { ...whole, conversions }
  const rules = ruleSet.rules.filter(({ when }) => applies(when, situation))
  const exemptBy = rulesOf(rules, 'exemption')[0]
  const asked = exemptBy ? NOTHING_ASKED : askedOf(input, ruleSet, rules)
  const unchecked = new Map<Rule, number>()
  const leave = (rule: Rule) => void unchecked.set(rule, (unchecked.get(rule) ?? 0) + 1)

  const rows = input.rows.toSorted(byDay)
  const codes = new Set(asked.categories.map(({ code }) => code))
  const credited = new Map(rows.map((row) => [row, creditOf(row, ruleSet, codes)]))
  const { refusals, blocks, alternatives } = exemptBy
    ? { refusals: exemptAll(rows, exemptBy), blocks: [], alternatives: [] }
    : refuse(rows, { ...input, ruleSet }, rules, credited, leave)

  const counting = rows.filter((row) => !refusals.has(row))
  const capsOf = capGroupsOf(counting, rules, asked.ofPrimary)
  const placed = placeAll(counting, credited, asked, capsOf)
  const verdicts = rows.map((row) =>
    verdictOf(row, credited.get(row)!, {
      ruleSet,
      asked,
      refusal: refusals.get(row),
      alternative:
        refusals.get(row)?.reason === 'no_conversion'
          ? alternatives.find((it) => it.rows.includes(row))
          : undefined,
      placements: placed.ofRow.get(row) ?? [],
      caps: capsOf(row).filter(placed.isFull),
    }),
  )
  const ofRow = new Map(verdicts.map((verdict) => [verdict.row, verdict.counted]))
  const countedOf = (row: CreditRow) => ofRow.get(row) ?? 0
  const counted = sumOf(ofRow.values())
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
  const ofDistrict = new Set(input.overlay?.rules.map(({ id }) => id))
  return {
    ruleSet: whole,
    ofDistrict,
    met: requirements.every(({ met }) => met),
    metByState: requirements.every(({ met, rule }) => met || ofDistrict.has(rule.id)),
    exemptBy,
    required: asked.required,
    counted,
    pending: sumOf(verdicts.map(({ pending }) => pending)),
    lost: sumOf(verdicts.map(({ lost }) => lost)),
    categories: standings(asked, placed.inCategory),
    requirements,
    pendingBlocks: blocks,
    lostToCaps: lostToCaps(verdicts),
    carryOver: carryOverOf({ ...input, rows }, rules, counted - asked.required, countedOf),
    retention: retentionOf(input, rules),
    rows: verdicts,
    unchecked: [...unchecked].map(([rule, count]) => ({ rule, rows: count })),
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
      notStated: [...unchecked.keys()].filter(isRequirement),
    }),
  }
}

/** Whether a rule that was not applied asks for something itself, instead of looking at rows. */
const isRequirement = ({ kind }: Rule) => kind === 'attestation' || kind === 'plan_alignment'

const NOTHING_ASKED: Asked = {
  total: undefined,
  ofPrimary: 0,
  required: 0,
  ofDistrict: [],
  minimums: [],
  categories: [],
}

function byDay(a: CreditRow, b: CreditRow) {
  const [ofA, ofB] = [earnedOn(a) ?? '', earnedOn(b) ?? '']
  if (ofA !== ofB) return ofA < ofB ? -1 : 1
  return a.id < b.id ? -1 : 1
}

const exemptAll = (rows: CreditRow[], rule: Rule) =>
  new Map(rows.map((row) => [row, doesNotCount('exempt', `${rule.label}.`, rule)]))

/** Why rows do not count, for good or yet: each by itself, then those in blocks that are too small. */
function refuse(
  rows: CreditRow[],
  input: EvaluationInput,
  rules: readonly Rule[],
  credited: Map<CreditRow, Credited>,
  leave: (rule: Rule) => void,
) {
  const refusals = new Map<CreditRow, Refusal>()
  const unopposed: CreditRow[] = []
  const gate = gateOf(input, rules, leave)
  for (const row of rows) {
    const ofRow = gate(row)
    const refusal = strictest([ofRow, credited.get(row)!.refusal])
    if (refusal) refusals.set(row, refusal)
    if (!ofRow) unopposed.push(row)
  }
  const admitted = () => rows.filter((row) => !refusals.has(row))
  for (const row of repeatsOf(admitted(), input.ruleSet)) {
    refusals.set(row, repeated(row, input.ruleSet))
  }
  const worths = admitted()
    .filter((row) => row.units === undefined)
    .map((row) => ({ row, amount: credited.get(row)!.amount }))
  const { blocks, refusals: tooSmall } = pendingBlocks(worths, input.ruleSet, rules)
  for (const [row, refusal] of tooSmall) refusals.set(row, refusal)
  return { refusals, blocks, alternatives: alternativesOf(unopposed, rules) }
}

const repeated = ({ item }: CreditRow, ruleSet: RuleSet) =>
  doesNotCount('only_once', `“${item}” counts once only.`, conversionsRule(ruleSet))

/** What never counts is said before what only does not count yet. */
function strictest(refusals: (Refusal | null | undefined)[]) {
  const given = refusals.filter((refusal) => refusal != null)
  return given.find(({ verdict }) => verdict === 'does_not_count') ?? given[0]
}

/** Places every row once in each dimension; the main one decides what is lost to caps. */
function placeAll(
  rows: CreditRow[],
  credited: Map<CreditRow, Credited>,
  asked: Asked,
  capsOf: (row: CreditRow) => CapGroup[],
) {
  const [main = [], ...others] = dimensionsOf(asked.categories)
  const needs = needsOf(asked)
  const pieces = rows.flatMap((row) => credited.get(row)!.pieces)
  const inMain = place(pieces, { categories: main, needs }, capsOf)
  const counted = pieces.map((piece): Piece => {
    const amount = sumOf(inMain.get(piece)!.map((placement) => placement.amount))
    return { ...piece, amount }
  })
  const inOthers = others.map((categories) => place(counted, { categories, needs }, () => []))

  const ofRow = new Map<CreditRow, Placement[]>()
  const inCategory = new Map<string, Amount>()
  const add = (category: string | null, amount: Amount) => {
    if (category !== null) inCategory.set(category, (inCategory.get(category) ?? 0) + amount)
  }
  const parents = new Map(asked.categories.map(({ code, parent }) => [code, parent]))
  for (const [{ row }, placements] of inMain) {
    const earlier = ofRow.get(row)
    ofRow.set(row, earlier ? [...earlier, ...placements] : placements)
  }
  for (const placements of [inMain, ...inOthers].flatMap((it) => [...it.values()])) {
    for (const { category, amount } of placements) {
      add(category, amount)
      if (category !== null) add(parents.get(category) ?? null, amount)
    }
  }
  const used = new Map<string, Amount>()
  for (const [row, placements] of ofRow) {
    const amount = sumOf(placements.map((placement) => placement.amount))
    for (const { key } of capsOf(row)) used.set(key, (used.get(key) ?? 0) + amount)
  }
  const isFull = ({ key, limit }: CapGroup) => (used.get(key) ?? 0) >= limit
  return { ofRow, inCategory, isFull }
}

/** What is asked in each category; the highest of several minimums. */
function needsOf({ minimums }: Asked) {
  const needs = new Map<string, Amount>()
  for (const { category, need } of minimums) {
    needs.set(category, Math.max(needs.get(category) ?? 0, need ?? ANYTHING))
  }
  return needs
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
