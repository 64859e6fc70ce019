import { followUpLicenses } from '../follow-up/licensed.server'
import { and, eq } from '#db/query.server'
import { licenses } from '#db/schema'
import type { LicenseSource } from '#db/words'
import { authorize } from '../policy'
import type { WriteScope } from '../scope.server'
import { refuseTakenId } from '../taken-id.server'
import { listCurrent, refuseTwice, setEndorsements, valuesOf } from './changing.server'
import type { NewLicenseInput } from './inputs.server'
import { openCycle } from './opening.server'

/**
 * Adds a license of the actor. The first of a jurisdiction is its primary one, and opens a cycle where
 * there are rules for it and its dates suffice. The id is made when the form is opened: sending the same
 * form twice adds one license.
 *
 * @returns its id, and that of the cycle it is in, or null
 * @throws Invalid when it is there already (`existingId`), or what was said cannot be right
 * @throws Forbidden
 * @throws NotFound when the id is somebody else's
 */
export async function addLicense(scope: WriteScope, input: NewLicenseInput) {
  authorize(scope.actor, 'license.add')
  const memberId = scope.actor.id
  const [earlier] = await scope.db
    .select({ id: licenses.id })
    .from(licenses)
    .where(and(eq(licenses.id, input.id), eq(licenses.memberId, memberId)))
  if (earlier) return { id: input.id, cycleId: null }
  return insertLicense(scope, memberId, input, 'educator')
}

/**
 * Adds a license of any member. The caller has authorized it.
 *
 * @throws Invalid as `addLicense`
 * @throws NotFound when the id is taken
 */
export async function insertLicense(
  scope: WriteScope,
  memberId: string,
  input: Omit<NewLicenseInput, 'version'>,
  source: LicenseSource,
) {
  const { id, jurisdiction, birthMonth } = input
  const { values, endorsements } = valuesOf(scope, jurisdiction, input)
  await refuseTwice(scope, { id, memberId, jurisdiction, ...values })
  const siblings = await listCurrent(scope, { memberId, jurisdiction })
  const isPrimary = siblings.length === 0

  await scope.db
    .insert(licenses)
    .values({
      id,
      memberId,
      jurisdiction,
      ...values,
      isPrimary,
      source,
      version: 1,
      createdAt: scope.now,
      updatedAt: scope.now,
    })
    .catch(refuseTakenId('No license.'))
  await setEndorsements(scope, id, endorsements)
  await scope.record('license.added', id, { jurisdiction, isPrimary })
  await followUpLicenses(scope, [memberId])
  const license = { id, memberId, jurisdiction, ...values, birthMonth }
  return { id, cycleId: isPrimary ? await openCycle(scope, license) : null }
}
