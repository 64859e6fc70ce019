import { and, eq } from '#db/query.server'
import { affiliations, organizations } from '#db/schema'
import { followUpMoves } from '../follow-up/moved.server'
import { holdsOn } from '../people/actor.server'
import { fold } from '../people/name'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { keepBands } from '../bands/keeping.server'
import type { OrganizationInput } from './inputs.server'
import { getOrganization } from './queries.server'

/**
 * Changes the name, the number, the grade band and the poverty band of an organization. Who comes to fit an assignment by the band is
 * enrolled at once.
 *
 * @throws Forbidden · NotFound
 */
export async function editOrganization(scope: WriteScope, id: string, input: OrganizationInput) {
  const before = await getOrganization(scope, id)
  authorize(scope.actor, 'settings.edit')
  const { name, gradeBand = null, povertyBand = null } = input
  const identifier = input.identifier || null
  await keepBands(scope, [{ id, gradeBand, povertyBand }])
  await scope.db
    .update(organizations)
    .set({ name, sortName: fold(name), identifier, gradeBand, povertyBand })
    .where(eq(organizations.id, id))
  await scope.record('organization.edited', id, {
    before: {
      name: before.name,
      identifier: before.identifier,
      gradeBand: before.gradeBand,
      povertyBand: before.povertyBand,
    },
    after: { name, identifier, gradeBand, povertyBand },
  })
  if (gradeBand === before.gradeBand) return
  await followUpMoves(scope, await staffOf(scope, id))
}

async function staffOf(scope: Scope, organizationId: string) {
  const rows = await scope.db
    .selectDistinct({ memberId: affiliations.memberId })
    .from(affiliations)
    .where(and(eq(affiliations.organizationId, organizationId), holdsOn(scope.today)))
  return rows.map(({ memberId }) => memberId)
}
