import { unitsOf } from '../evaluation/amount'
import type { RowVerdict } from '../evaluation/evaluation'
import type { Reason } from '../evaluation/refusal'

/** Why credit that was earned does not count, as a district asks about it. */
export const LOSSES = {
  caps: 'Beyond a limit',
  outside: 'After the cycle had ended',
  proof: 'Proof of learning is missing',
  block: 'Too little on one topic or in one activity',
  approval: 'Waits for approval',
  returned: 'Came back with a question',
  provider: 'The provider is not stated, or not accepted',
  level: 'The level of a college course is not stated',
  unknown: 'No source says what it is worth',
  plan: 'No approval of the plan is noted',
  rules: 'The rules do not take it',
} as const

export type LossReason = keyof typeof LOSSES

export const LOSS_REASONS = Object.keys(LOSSES) as LossReason[]

/** What an educator or a school can still do about it; nothing for what is lost for good. */
export const REMEDIES: Record<LossReason, string | null> = {
  caps: null,
  outside: null,
  proof: 'Educators add a product or an assessment to it.',
  block: 'Educators name the topic, or learn more on it.',
  approval: 'Their principals decide.',
  returned: 'Educators answer the question and send it again.',
  provider: 'Educators say who offered it.',
  level: 'Educators say at which level the course was.',
  unknown: 'Ask the state, and set the figure in the renewal policy.',
  plan: 'Educators note in their cycle when their plan was approved.',
  rules: null,
}

const OF_REASON: Record<Reason, LossReason | null> = {
  counts: null,
  exempt: null,
  planned: null,
  capped: 'caps',
  before_cycle: 'outside',
  after_cycle: 'outside',
  proof_missing: 'proof',
  pending_block: 'block',
  waiting_for_approval: 'approval',
  returned: 'returned',
  provider_not_stated: 'provider',
  provider_not_accepted: 'provider',
  provider_number_missing: 'provider',
  plan_must_precede_activity: 'rules',
  plan_not_approved: 'plan',
  not_preapproved: 'rules',
  excluded: 'rules',
  credit_not_accepted: 'rules',
  no_conversion: 'unknown',
  conversion_not_known: 'unknown',
  level_not_stated: 'level',
  amount_not_stated: null,
  only_once: 'rules',
  spent: 'rules',
  alternative_reached: null,
  alternative_not_reached: null,
}

/** Why a row does not count wholly; null when it does, or nothing is asked of it. */
export const lossOf = ({ reason }: Pick<RowVerdict, 'reason'>) => OF_REASON[reason]

/** What does not count for one reason under one rule: so many rows, and so many units of the rules. */
export type Loss = { reason: LossReason; rule: string; rows: number; units: number }

/** What does not count of some rows, by reason and rule, in the order of the reasons. */
export function lossesOf(rows: readonly RowVerdict[]): Loss[] {
  const losses = new Map<string, Loss & { amount: number }>()
  for (const row of rows) {
    const reason = lossOf(row)
    if (reason === null) continue
    const key = `${reason} ${row.rule.id}`
    const loss = losses.get(key) ?? { reason, rule: row.rule.label, rows: 0, units: 0, amount: 0 }
    loss.rows += 1
    loss.amount += row.pending + row.lost
    losses.set(key, loss)
  }
  return [...losses.values()]
    .map(({ amount, ...loss }) => ({ ...loss, units: unitsOf(amount) }))
    .toSorted((a, b) => place(a) - place(b) || a.rule.localeCompare(b.rule, 'en'))
}

const place = ({ reason }: Loss) => LOSS_REASONS.indexOf(reason)
