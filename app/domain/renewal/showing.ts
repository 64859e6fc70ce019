import { proofWords } from '../claims/words'
import { unitsOf } from '../evaluation/amount'
import type { Evaluation, RowVerdict } from '../evaluation/evaluation'
import type { Requirement } from '../evaluation/requirements'
import { type RowSource, saidProof } from './row'

/** An evaluation as a page shows it: amounts in units with at most three decimals. */
export function shownEvaluation(evaluation: Evaluation, sources: readonly RowSource[]) {
  const { ruleSet, course, requirements, retention, carryOver } = evaluation
  const sourceOf = new Map(sources.map((source) => [source.id, source]))
  const credit = requirements.filter(({ measure }) => measure === 'credit')
  return {
    sentence: course.sentence,
    state: course.state,
    monthsLeft: course.monthsLeft,
    met: evaluation.met,
    unit: ruleSet.unit,
    required: unitsOf(evaluation.required),
    counted: unitsOf(evaluation.counted),
    pending: unitsOf(evaluation.pending),
    lost: unitsOf(evaluation.lost),
    bars: credit.map((requirement) => barOf(requirement, evaluation)),
    duties: requirements
      .filter(({ measure }) => measure === 'times')
      .map(({ rule, label, have, need, met, metBy }) => ({
        rule: rule.id,
        label,
        have,
        need,
        met,
        metBy: metBy?.label,
      })),
    blocks: evaluation.pendingBlocks.map(({ name, scope, have, need, rows }) => ({
      name,
      scope,
      have: unitsOf(have),
      need: unitsOf(need),
      rows: rows.length,
    })),
    lostToCaps: evaluation.lostToCaps.map(({ rule, lost }) => ({
      rule: rule.id,
      label: rule.label,
      lost: unitsOf(lost),
    })),
    carryOver: carryOver && {
      label: carryOver.rule.label,
      note: carryOver.rule.note,
      amount: carryOver.amount === null ? null : unitsOf(carryOver.amount),
    },
    keepUntil: retention && {
      label: retention.rule.label,
      until: retention.until,
      isExpected: retention.isExpected,
    },
    unchecked: evaluation.unchecked.map(({ rule, because, rows }) => ({
      rule: rule.id,
      label: rule.label,
      because,
      rows,
    })),
    rows: evaluation.rows.map((row) => shownRow(row, evaluation, sourceOf.get(row.row.id))),
  }
}

export type ShownEvaluation = ReturnType<typeof shownEvaluation>
export type ShownRow = ShownEvaluation['rows'][number]

/** One bar: what is asked, what is there, and what is missing. */
function barOf(requirement: Requirement, evaluation: Evaluation) {
  const { ruleSet, categories, ofDistrict } = evaluation
  const { rule, category, have, need, short, met, metBy, label } = requirement
  const standing = categories.find(({ code }) => code === category)
  const isSome = need === 1 && 'amount' in rule && rule.amount === null
  return {
    rule: rule.id,
    name: standing?.label ?? (rule.kind === 'total' ? 'In all' : label),
    asked: rule.kind === 'total' ? totalWords(evaluation) : label,
    category: category ?? null,
    have: unitsOf(have),
    /** 0 where anything at all will do. */
    need: isSome ? 0 : unitsOf(need),
    short: isSome ? 0 : unitsOf(short),
    met,
    metBy: metBy?.label,
    isOfDistrict: ofDistrict.has(rule.id),
    isUnverified: rule.confidence === 'unverified',
    unit: ruleSet.unit,
  }
}

/** The total, and what additional licenses add to it. */
function totalWords({ requirements, ruleSet, required }: Evaluation) {
  const total = requirements.find(({ rule }) => rule.kind === 'total')!
  const own = 'amount' in total.rule ? (total.rule.amount ?? 0) : 0
  const more = unitsOf(required) - own
  const { label } = total.rule
  return more > 0 ? `${label}, and ${more} ${ruleSet.unit.many} for additional licenses` : label
}

function saidProofWords(source: RowSource) {
  const proof = saidProof(source)
  return proof === null ? null : proofWords(proof, false)
}

function shownRow(row: RowVerdict, { categories }: Evaluation, source: RowSource | undefined) {
  const labelOf = (code: string) => categories.find((it) => it.code === code)?.label ?? code
  return {
    id: row.row.id,
    /** Null where it has no page here. */
    kind: source?.brought ? null : (source?.kind ?? null),
    from: source?.brought?.from ?? null,
    title: row.row.title,
    endedOn: row.row.endsOn ?? null,
    minutes: row.row.minutes ?? null,
    credit: row.row.credit ?? null,
    creditAmount: row.row.amount ?? null,
    topic: row.row.topic ?? null,
    strength: source?.strength ?? null,
    /** What is said to show it, in words, where nothing is attached. */
    saidProof: source ? saidProofWords(source) : null,
    isTakenBack: source?.isTakenBack ?? false,
    verdict: row.verdict,
    reason: row.reason,
    sentence: row.sentence,
    rule: row.rule.id,
    ruleLabel: row.rule.label,
    units: unitsOf(row.amount),
    counted: unitsOf(row.counted),
    pending: unitsOf(row.pending),
    lost: unitsOf(row.lost),
    placements: row.placements.map(({ category, amount }) => ({
      label: category === null ? null : labelOf(category),
      units: unitsOf(amount),
    })),
  }
}
