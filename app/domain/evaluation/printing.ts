import type { z } from 'zod'
import { type Amount, unitsOf } from './amount'
import { conversionRule, type Deciding } from './deciding'
import type { Evaluation, RowVerdict } from './evaluation'
import type { printedFormat } from './printed-format.server'
import type { Requirement } from './requirements'

/** An evaluation as JSON: amounts in units, rounded to thousandths, rules by their id. */
export function printedEvaluation(evaluation: Evaluation): PrintedEvaluation {
  const { ruleSet, ofDistrict, requirements, retention, carryOver, course } = evaluation
  const by = (rule: { id: string }) =>
    ofDistrict.has(rule.id) ? ('district' as const) : ('state' as const)
  return {
    ruleSet: { id: ruleSet.id, revision: ruleSet.revision, name: ruleSet.name },
    unit: ruleSet.unit.code,
    met: evaluation.met,
    metByState: evaluation.metByState,
    exempt: evaluation.exemptBy !== undefined,
    sentence: course.sentence,
    state: course.state,
    monthsLeft: course.monthsLeft,
    required: unitsOf(evaluation.required),
    counted: unitsOf(evaluation.counted),
    pending: unitsOf(evaluation.pending),
    lost: unitsOf(evaluation.lost),
    short: shortOf(requirements),
    categories: evaluation.categories.map(({ have, need, short, ...category }) => ({
      ...category,
      have: unitsOf(have),
      need: unitsOf(need),
      short: unitsOf(short),
    })),
    requirements: requirements.map((requirement) => ({
      rule: requirement.rule.id,
      by: by(requirement.rule),
      label: requirement.label,
      category: requirement.category,
      ...figuresOf(requirement),
      met: requirement.met,
      metBy: requirement.metBy?.id,
    })),
    pendingBlocks: evaluation.pendingBlocks.map(({ rule, scope, name, have, need, rows }) => ({
      rule: rule.id,
      by: by(rule),
      [scope]: name,
      have: unitsOf(have),
      need: unitsOf(need),
      rows,
    })),
    lostToCaps: evaluation.lostToCaps.map(({ rule, lost }) => ({
      rule: rule.id,
      by: by(rule),
      lost: unitsOf(lost),
    })),
    carryOver: carryOver && {
      rule: carryOver.rule.id,
      amount: carryOver.amount === null ? null : unitsOf(carryOver.amount),
    },
    keepUntil: retention?.until ?? null,
    keepUntilIfReused: retention?.ifReused,
    keepUntilIsExpected: retention?.isExpected,
    unchecked: evaluation.unchecked.map(({ rule, because, rows }) => ({
      rule: rule.id,
      by: by(rule),
      label: rule.label,
      because,
      rows,
    })),
    notVerified: notVerified(evaluation),
    rows: evaluation.rows.map(printedRow),
  }
}

function figuresOf({ measure, have, need, short }: Requirement) {
  return measure === 'times'
    ? { measure, have, need, short }
    : { measure, have: unitsOf(have), need: unitsOf(need), short: unitsMissing(short) }
}

/** Never 0 where something is missing, however little. */
const unitsMissing = (short: Amount) => (short > 0 ? Math.max(unitsOf(short), 0.001) : 0)

/** What is missing, by category, or by rule where there is none; the most that a category lacks. */
function shortOf(requirements: Requirement[]) {
  const missing: Record<string, number> = {}
  for (const requirement of requirements.filter(({ met }) => !met)) {
    const key = requirement.category ?? requirement.rule.id
    missing[key] = Math.max(missing[key] ?? 0, figuresOf(requirement).short)
  }
  return missing
}

/** What was applied here and nobody has verified: requirements, caps and conversions. */
function notVerified({ requirements, rows, lostToCaps, ruleSet }: Evaluation) {
  const conversions = new Set(rows.flatMap(({ conversion }) => conversion ?? []))
  const used: Deciding[] = [
    ...requirements.map(({ rule }) => rule),
    ...lostToCaps.map(({ rule }) => rule),
    ...[...conversions].map((conversion) => conversionRule(conversion, ruleSet)),
  ]
  return [...new Set(used)]
    .filter(({ confidence }) => confidence === 'unverified')
    .map(({ id, label, note }) => ({ rule: id, label, note }))
}

function printedRow(row: RowVerdict) {
  return {
    id: row.row.id,
    title: row.row.title,
    verdict: row.verdict,
    reason: row.reason,
    sentence: row.sentence,
    rule: row.rule.id,
    units: unitsOf(row.amount),
    counted: unitsOf(row.counted),
    pending: unitsOf(row.pending),
    lost: unitsOf(row.lost),
    placements: row.placements.map(({ category, amount }) => ({
      category,
      units: unitsOf(amount),
    })),
  }
}

export type PrintedEvaluation = z.output<typeof printedFormat>
