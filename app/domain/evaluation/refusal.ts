import type { Deciding } from './deciding'

/** Why a row counts, or does not: stable codes for programs; `docs/credit-evaluation.md` describes each. */
export const REASONS = [
  'counts',
  'capped',
  'pending_block',
  'planned',
  'waiting_for_approval',
  'returned',
  'proof_missing',
  'provider_not_stated',
  'provider_not_accepted',
  'provider_number_missing',
  'plan_must_precede_activity',
  'plan_not_approved',
  'not_preapproved',
  'before_cycle',
  'after_cycle',
  'excluded',
  'credit_not_accepted',
  'alternative_reached',
  'alternative_not_reached',
  'no_conversion',
  'conversion_not_known',
  'level_not_stated',
  'amount_not_stated',
  'only_once',
  'spent',
  'exempt',
] as const

export type Reason = (typeof REASONS)[number]

/** A row that does not count, for good or for now, with the reason in one plain sentence. */
export type Refusal = {
  verdict: 'not_yet' | 'does_not_count'
  reason: Reason
  sentence: string
  rule: Deciding
}

export const notYet = (reason: Reason, sentence: string, rule: Deciding): Refusal => ({
  verdict: 'not_yet',
  reason,
  sentence,
  rule,
})

export const doesNotCount = (reason: Reason, sentence: string, rule: Deciding): Refusal => ({
  verdict: 'does_not_count',
  reason,
  sentence,
  rule,
})
