import type { Day } from '../calendar'
import { evaluate } from '../evaluation/evaluate'
import type { CreditRow } from '../evaluation/input'
import { PLAN_APPROVED } from '../licenses/choices'
import type { Cycle } from '../licenses/cycles.server'
import { judgedLicense } from '../licenses/judged'
import { lastDayToEarn } from '../licenses/license'
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
  const codes = (kind: Cycle['facts'][number]['kind']) =>
    cycle.facts.filter((fact) => fact.kind === kind).map(({ code }) => code)
  return evaluate({
    ruleSet: rules,
    overlay: asked?.ruleSet === rules.id ? asked : undefined,
    licenses: cycle.licenses.map(judgedLicense),
    cycle: {
      startsOn: cycle.startsOn,
      endsOn: cycle.endsOn,
      earnUntil: lastDayToEarn(cycle),
      renewedOn: cycle.renewedOn ?? undefined,
    },
    educator: {
      employed: cycle.isEmployed,
      fte: cycle.fteThousandths / 1000,
      leave: cycle.leaveThousandths / 1000,
      facts: codes('fact'),
      metOnce: codes('met_once'),
      attestations: cycle.facts
        .filter(({ kind }) => kind === 'attestation')
        .map(({ code, heldOn }) => ({ code, on: heldOn })),
    },
    plan: planOf(cycle, rules),
    rows,
    asOf,
  })
}

/** When the plan was approved, where the rules know of one. */
function planOf({ facts }: Cycle, { rules }: RuleSet) {
  if (rulesOf(rules, 'plan').length === 0) return undefined
  const approvals = facts.filter(
    ({ kind, code }) => kind === 'attestation' && code === PLAN_APPROVED,
  )
  return { approvedOn: approvals.map(({ heldOn }) => heldOn).toSorted()[0] ?? null }
}
