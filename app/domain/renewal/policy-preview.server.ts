import type { Policy } from '../overlays/addition'
import { overlaysOf, trying } from '../overlays/overlays.server'
import { policyOverlay } from '../overlays/saving.server'
import { authorize } from '../policy'
import type { RuleSet } from '../rule-sets/rule-set'
import type { Scope } from '../scope.server'
import { evaluateDistrict, evaluateMembers } from './evaluating.server'

/** What a policy would change for those who work here today. */
export type PolicyPreview = {
  people: number
  /** Who has all that is asked now, and would not. */
  newlyShort: number
  /** Who is on course now, or has all that is asked, and would be behind. */
  newlyBehind: number
}

/**
 * How many would be short or behind if the district asked this, and are not now: as if it held today.
 *
 * @throws Forbidden
 * @throws Invalid when it may not be asked
 */
export async function previewPolicy(
  scope: Scope,
  ruleSet: RuleSet,
  policy: Policy,
): Promise<PolicyPreview> {
  authorize(scope.actor, 'overlay.edit')
  const tried = policyOverlay(scope, ruleSet, policy, 1)
  const before = (await evaluateDistrict(scope)).filter((it) => it.ruleSetId === ruleSet.id)
  const memberIds = [...new Set(before.map(({ memberId }) => memberId))]
  const after = await evaluateMembers(scope, memberIds, trying(tried, await overlaysOf(scope)))
  const now = new Map(before.map((result) => [result.id, result]))
  const changed = (was: (state: string, met: boolean) => boolean) =>
    new Set(
      after
        .filter((it) => {
          const earlier = now.get(it.id)
          return earlier && was(earlier.state, earlier.met) && !was(it.state, it.met)
        })
        .map(({ memberId }) => memberId),
    ).size
  return {
    people: memberIds.length,
    newlyShort: changed((_state, met) => met),
    newlyBehind: changed((state) => state !== 'behind' && state !== 'ended'),
  }
}
