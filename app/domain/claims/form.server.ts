import { claimableCategories } from '../evaluation/asking'
import { type Cycle, listOpenCycles } from '../licenses/cycles.server'
import { judgedIn, rulesOfCycle } from '../licenses/judged'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import { type RuleKind, rulesOf } from '../rule-sets/rule-set'
import type { Scope } from '../scope.server'
import { categoryKey } from './claim'
import { type ClaimSubject, findClaim } from './queries.server'

export type ClaimForm = NonNullable<Awaited<ReturnType<typeof openClaimForm>>>

/**
 * What the license part of a form offers the actor: for each open cycle its categories and what its rules
 * ask about, and what is claimed already. Null for somebody without an open cycle.
 */
export async function openClaimForm(scope: Scope, subject: ClaimSubject) {
  const cycles = await listOpenCycles(scope, scope.actor.id)
  if (cycles.length === 0) return null
  const rules = cycles.flatMap((cycle) => rulesOfCycle(cycle).rules)
  const asks = (kind: RuleKind) => rulesOf(rules, kind).length > 0
  const providers = rulesOf(rules, 'provider')
  return {
    claim: await findClaim(scope, subject),
    cycles: numbered(cycles.map(shownCycle)),
    providerKinds: [...new Set(providers.flatMap(({ kinds }) => kinds))],
    asks: {
      topic: asks('minimum_block') || asks('rotating_topic'),
      provider: providers.length > 0,
      proof: asks('proof'),
      alignment: asks('plan_alignment'),
    },
  }
}

function shownCycle(cycle: Cycle) {
  const { id, jurisdiction } = cycle
  const categories = claimableCategories(judgedIn(cycle))
  return {
    id,
    state: jurisdictionName(jurisdiction),
    categories: categories.map(({ code, label }) => ({
      key: categoryKey(jurisdiction, code),
      label,
    })),
  }
}

/** With the number of the first field of each cycle in the form. */
function numbered<T extends { categories: unknown[] }>(cycles: T[]) {
  let next = 0
  return cycles.map((cycle) => {
    const firstPart = next
    next += cycle.categories.length
    return { ...cycle, firstPart }
  })
}
