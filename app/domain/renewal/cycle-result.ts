import type { Day } from '../calendar'
import { unitsOf } from '../evaluation/amount'
import type { Course } from '../evaluation/course'
import type { Evaluation, RowVerdict } from '../evaluation/evaluation'
import type { Cycle } from '../licenses/cycles.server'
import { lastDayToEarn } from '../licenses/license'
import { type Loss, lossesOf } from './losses'
import { type RowSource, saidProof } from './row'

/** Where somebody stands in an open cycle, short enough to keep for a whole district. */
export type CycleResult = {
  id: string
  memberId: string
  jurisdiction: string
  ruleSetId: string
  /** The last day on which credit may be earned. */
  lastDay: Day
  state: Course['state']
  sentence: string
  monthsLeft: number | null
  met: boolean
  /** Whether the state's own requirements are met, whatever the district adds. */
  metByState: boolean
  unit: { one: string; many: string }
  required: number
  counted: number
  gaps: Gap[]
  losses: Loss[]
  /** How many rows count that nobody but the educator vouches for, or that have no proof. */
  weak: number
}

/** Where a member stands, and who that is. */
export type DistrictResult = CycleResult & { name: string; sortName: string }

/** By name, and by the cycle where somebody has several. */
export const byName = (a: DistrictResult, b: DistrictResult) =>
  a.sortName.localeCompare(b.sortName, 'en') || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Something that is missing: units, or how many times something has to be attested. */
export type Gap = { label: string; short: number; isOfDistrict: boolean }

type Beside = { late: readonly RowVerdict[]; sources: ReadonlyMap<string, RowSource> }

/** A cycle in short. */
export function compactResult(
  cycle: Cycle,
  it: Evaluation,
  { late, sources }: Beside,
): CycleResult {
  return {
    id: cycle.id,
    memberId: cycle.memberId,
    jurisdiction: cycle.jurisdiction,
    ruleSetId: cycle.ruleSetId,
    lastDay: lastDayToEarn(cycle),
    state: it.course.state,
    sentence: asReported(it.course.sentence),
    monthsLeft: it.course.monthsLeft,
    met: it.met,
    metByState: it.metByState,
    unit: { one: it.ruleSet.unit.one, many: it.ruleSet.unit.many },
    required: unitsOf(it.required),
    counted: unitsOf(it.counted),
    gaps: it.requirements.filter(({ met }) => !met).map((gap) => gapOf(gap, it)),
    losses: lossesOf([...it.rows, ...late]),
    weak: it.rows.filter((row) => isWeak(row, sources.get(row.row.id))).length,
  }
}

function gapOf(
  { rule, label, category, measure, short, need }: Evaluation['requirements'][number],
  { categories, ofDistrict }: Evaluation,
): Gap {
  const named = categories.find(({ code }) => code === category)?.label ?? label
  return {
    label: rule.kind === 'total' ? 'In all' : named,
    /* Where anything at all will do, there is no amount to be short of. */
    short: measure === 'times' ? short : need === 1 ? 0 : unitsOf(short),
    isOfDistrict: ofDistrict.has(rule.id),
  }
}

/**
 * Whether a row counts though only the educator vouches for it, or for what shows what was learned, or
 * nothing shows it. What was brought is vouched for by the educator alone: a package is not signed.
 */
export const isWeak = ({ counted, row }: RowVerdict, source: RowSource | undefined) =>
  counted > 0 &&
  (source?.strength === 'self_reported' ||
    source?.brought !== undefined ||
    (source !== undefined && saidProof(source) !== null) ||
    row.proofs?.length === 0)

/** A sentence to the educator as others read it of them: `Behind: 40 of 150 PDPs, 4 months left.` */
const asReported = (sentence: string) =>
  sentence
    .replace(/^You have /, 'Has ')
    .replace(/^You are ([a-z])/, (_, first: string) => first.toUpperCase())
