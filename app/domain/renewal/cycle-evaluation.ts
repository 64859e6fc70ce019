import type { Day } from '../calendar'
import { evaluate } from '../evaluation/evaluate'
import type { CreditRow } from '../evaluation/input'
import { PLAN_APPROVED } from '../licenses/choices'
import type { Cycle } from '../licenses/cycles.server'
import { judgedIn } from '../licenses/judged'
import type { Overlay } from '../rule-sets/overlay'
import { type RuleSet, rulesOf } from '../rule-sets/rule-set'

/**
 * What a cycle is judged by: its own pin unless another version is tried, and what the district asks unless
 * another overlay is tried, or none (null).
 */
type Judged = { rows: CreditRow[]; asOf: Day; overlay?: Overlay | null; ruleSet?: RuleSet }

/** Evaluates a cycle with what is known about the educator in it. */
export function evaluateCycle(cycle: Cycle, { rows, asOf, overlay, ruleSet }: Judged) {
  const rules = ruleSet ?? cycle.ruleSet
  const asked = overlay === undefined ? cycle.overlay : overlay
  return evaluate({
    ...judgedIn(cycle, rules),
    overlay: asked?.ruleSet === rules.id ? asked : undefined,
    plan: planOf(cycle, rules),
    rows,
    asOf,
  })
}

/** When the plan was approved, where the rules know of one; null where nobody has noted it. */
function planOf({ facts }: Cycle, { rules }: RuleSet) {
  if (rulesOf(rules, 'plan').length === 0) return undefined
  const approvals = facts.filter(
    ({ kind, code }) => kind === 'attestation' && code === PLAN_APPROVED,
  )
  return { approvedOn: approvals.map(({ heldOn }) => heldOn).toSorted()[0] ?? null }
}
