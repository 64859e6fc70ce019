import type { Conversion, Rule, RuleSet } from '../rule-sets/rule-set'
import type { Amount } from './amount'
import type { PendingBlock } from './blocks'
import type { CarryOver, Retention } from './closing'
import type { Course } from './course'
import type { Deciding } from './deciding'
import type { CreditRow } from './input'
import type { Placement } from './placing'
import type { Reason } from './refusal'
import type { Requirement } from './requirements'
import type { Unchecked } from './ruling'

/** What becomes of a row, with the words people use. */
export const VERDICTS = {
  counts: 'Counts',
  counts_partly: 'Counts partly',
  not_yet: 'Does not count yet',
  does_not_count: 'Does not count',
} as const

export type Verdict = keyof typeof VERDICTS

export const VERDICT_NAMES = Object.keys(VERDICTS) as Verdict[]

/** What becomes of one row: `amount` is the sum of the three parts. */
export type RowVerdict = {
  row: CreditRow
  verdict: Verdict
  reason: Reason
  sentence: string
  /** The rule that decided; for what counts, what it was worth or needed for. */
  rule: Deciding
  /** How it was converted; undefined where it could not be. */
  conversion?: Conversion
  amount: Amount
  counted: Amount
  pending: Amount
  lost: Amount
  placements: Placement[]
}

/** A category, what is in it, and what is asked of it; `need` is 0 where nothing is. */
export type CategoryStanding = {
  code: string
  label: string
  dimension: string
  have: Amount
  need: Amount
  short: Amount
}

/** The answer to “does it count, and will I make it?”; amounts are exact (`amount.ts`). */
export type Evaluation = {
  ruleSet: RuleSet
  /** Ids of the rules that the district has added. */
  ofDistrict: ReadonlySet<string>
  met: boolean
  /** Whether the state's own requirements are met, whatever the district adds. */
  metByState: boolean
  /** The rule by which the license needs no credit. */
  exemptBy?: Rule
  required: Amount
  counted: Amount
  pending: Amount
  lost: Amount
  categories: CategoryStanding[]
  requirements: Requirement[]
  pendingBlocks: PendingBlock[]
  /** What each cap took. */
  lostToCaps: { rule: Deciding; lost: Amount }[]
  carryOver: CarryOver | null
  retention: Retention | null
  rows: RowVerdict[]
  /** Rules that were not applied, or not to every row. */
  unchecked: Unchecked[]
  course: Course
}
