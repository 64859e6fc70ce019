import { newId } from '#db/id'
import { eq, maxOf } from '#db/query.server'
import { overlays } from '#db/schema'
import { Conflict, Invalid } from '../errors'
import { authorize } from '../policy'
import { type Overlay, overlayFaults } from '../rule-sets/overlay'
import type { RuleSet } from '../rule-sets/rule-set'
import type { Scope, WriteScope } from '../scope.server'
import { overlayOf, type Policy } from './addition'

/**
 * Saves what the district asks beyond a rule set as a new revision; earlier ones stay.
 *
 * @param version the revision the form was opened with; 0 when there was none
 * @throws Forbidden
 * @throws Invalid when it takes something away from the state's rules, or would have begun already
 * @throws Conflict when somebody saved another revision in the meantime
 */
export async function savePolicy(
  scope: WriteScope,
  ruleSet: RuleSet,
  { version, ...policy }: Policy & { version: number },
) {
  authorize(scope.actor, 'overlay.edit')
  const overlay = policyOverlay(scope, ruleSet, policy, version + 1)
  if (policy.startsOn <= scope.today) {
    throw new Invalid('startsOn', 'Choose a later day: what was judged until today stays.')
  }
  if ((await latestRevision(scope, ruleSet.id)) !== version) {
    throw new Conflict(
      'Somebody else saved what the district asks in the meantime. Nothing of yours was saved: open it in another window, and compare.',
    )
  }
  const id = newId()
  await scope.db.insert(overlays).values({
    id,
    ruleSetId: ruleSet.id,
    revision: overlay.revision,
    startsOn: policy.startsOn,
    content: JSON.stringify(overlay),
    savedById: scope.actor.id,
    savedAt: scope.now,
  })
  const { revision } = overlay
  await scope.record('overlay.saved', id, {
    ruleSet: ruleSet.id,
    revision,
    startsOn: policy.startsOn,
  })
}

/** The overlay that a policy makes. @throws Invalid with every fault when it may not be used */
export function policyOverlay(
  { district }: Pick<Scope, 'district'>,
  ruleSet: RuleSet,
  policy: Policy,
  revision: number,
): Overlay {
  const overlay = overlayOf(policy, {
    ruleSet: ruleSet.id,
    revision,
    name: `${district.name} policy`,
  })
  const faults = overlayFaults(ruleSet, overlay)
  if (faults.length > 0) throw new Invalid(null, faults.join(' '))
  return overlay
}

/** The number of the latest revision; 0 where there is none. */
export async function latestRevision(scope: Scope, ruleSetId: string) {
  const [row] = await scope.db
    .select({ revision: maxOf(overlays.revision) })
    .from(overlays)
    .where(eq(overlays.ruleSetId, ruleSetId))
  return row?.revision ?? 0
}
