import type { Day } from '../calendar'
import type { Overlay } from '../rule-sets/overlay'
import type { RuleSet } from '../rule-sets/rule-set'

/** A license as the rules see it. */
export type EvaluatedLicense = {
  id: string
  kind?: string
  class?: string
  area?: string
  endorsements?: string[]
  /** One license is the primary one; the others are judged as additional to it. */
  isPrimary?: boolean
  issuedOn?: Day
  expiresOn?: Day
}

export type EvaluatedCycle = {
  startsOn?: Day
  endsOn?: Day
  /** The last day on which credit may be earned, where it is not the end. */
  earnUntil?: Day
  renewedOn?: Day
  /** The day since which nobody can earn anything in it any more: it was renewed, or given up. */
  closedOn?: Day
}

/** What is known about the educator. What is left out is not held against anybody. */
export type EvaluatedEducator = {
  employed?: boolean
  /** The share of a full position, 0 to 1, with at most three decimals. */
  fte?: number
  /** The share of the cycle spent on leave, 0 to 1, with at most three decimals. */
  leave?: number
  facts?: string[]
  /** One-time categories that are done. */
  metOnce?: string[]
  attestations?: { code: string; on?: Day }[]
}

/** One thing an educator did: an activity, a completion, an award. */
export type CreditRow = {
  id: string
  title: string
  /** The first and the last day; credit is earned on the last. */
  startsOn?: Day
  endsOn?: Day
  activityKind?: string
  topic?: string
  /** Clock time, or else an amount in another credit. */
  minutes?: number
  credit?: string
  amount?: number
  /**
   * An amount in the unit of the rule set, with at most three decimals, instead of minutes or an amount in
   * a credit: it was judged before, and what the rules ask of an activity is not asked of it again.
   */
  units?: number
  level?: string
  /** Codes of the categories it fits; `content:LICENSE` is the content of an additional license. */
  categories?: string[]
  /** How the educator divides it; what is left goes to the total. Minutes, or amounts in its credit. */
  split?: { category: string; minutes?: number; amount?: number }[]
  provider?: { kind?: string; number?: string }
  /** What shows that something was learned; an empty list says that there is nothing. */
  proofs?: string[]
  /** Whether it is in line with the approved plan. */
  aligned?: boolean
  /** The day it was approved beforehand; null when it was not. */
  preapprovedOn?: Day | null
  /** Such as `promotional`. */
  flags?: string[]
  /** What several rows have in common, such as the person mentored or the workshop presented. */
  item?: string
  /** It was taken along from the cycle before. */
  carriedOver?: boolean
  /** What it has been spent on already, in words, where policy lets it be spent only once. */
  spentOn?: string
  /** How much of it has been spent; all of it when absent. */
  spent?: { minutes?: number; amount?: number }
  /** `approved` when absent. */
  status?: 'approved' | 'waiting' | 'returned' | 'planned'
  /** Whom it waits for, in words. */
  waitsFor?: string
}

/** A row with every field, stated or not: rows of one shape are evaluated much faster. */
export type WholeRow = { [Field in keyof Required<CreditRow>]: CreditRow[Field] }

export type EvaluationInput = {
  ruleSet: RuleSet
  overlay?: Overlay
  licenses: EvaluatedLicense[]
  cycle: EvaluatedCycle
  educator: EvaluatedEducator
  /** The plan; `approvedOn` is null as long as no approval is known. */
  plan?: { approvedOn: Day | null }
  rows: CreditRow[]
  asOf: Day
}
