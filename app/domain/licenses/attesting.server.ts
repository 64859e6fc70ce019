import { newId } from '#db/id'
import { and, eq } from '#db/query.server'
import { cycleFacts } from '#db/schema'
import { Invalid, NotFound } from '../errors'
import type { WriteScope } from '../scope.server'
import { checkAttestation } from './cycle-checks'
import { requireOpenCycle } from './cycle-editing.server'
import type { AttestationInput } from './inputs.server'
import { rulesOfCycle } from './judged'

/**
 * Notes what somebody has attested in a cycle.
 *
 * @throws Invalid when the rules ask for no such thing, the day is not in the cycle, or it is there already
 * @throws Conflict when the cycle is closed
 * @throws Forbidden · NotFound
 */
export async function recordAttestation(
  scope: WriteScope,
  cycleId: string,
  { code, heldOn, attestedBy }: AttestationInput,
) {
  const cycle = await requireOpenCycle(scope, cycleId)
  checkAttestation(scope, cycle, rulesOfCycle(cycle), { code, heldOn })
  const isThere = cycle.facts.some(
    (fact) => fact.kind === 'attestation' && fact.code === code && fact.heldOn === heldOn,
  )
  if (isThere) throw new Invalid('heldOn', 'That is noted already for this day.')

  const id = newId()
  await scope.db.insert(cycleFacts).values({
    id,
    cycleId,
    kind: 'attestation',
    code,
    heldOn,
    attestedBy,
    recordedById: scope.actor.id || null,
    createdAt: scope.now,
  })
  await scope.record('cycle.fact_recorded', cycleId, { kind: 'attestation', code, heldOn })
  return id
}

/**
 * Removes an attestation, a fact or a category done once from a cycle.
 *
 * @throws NotFound when the cycle has none such
 * @throws Conflict when the cycle is closed
 * @throws Forbidden
 */
export async function removeFact(scope: WriteScope, cycleId: string, id: string) {
  const cycle = await requireOpenCycle(scope, cycleId)
  const fact = cycle.facts.find((it) => it.id === id)
  if (!fact) throw new NotFound('No fact.')
  await scope.db
    .delete(cycleFacts)
    .where(and(eq(cycleFacts.id, id), eq(cycleFacts.cycleId, cycleId)))
  const { kind, code, heldOn } = fact
  await scope.record('cycle.fact_removed', cycleId, { kind, code, heldOn })
}
