import { and, eq } from '#db/query.server'
import { licenses } from '#db/schema'
import { Conflict } from '../errors'
import { followUpLicenses } from '../follow-up/licensed.server'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { changedElsewhere, refuseTwice, setEndorsements, valuesOf } from './changing.server'
import type { LicenseInput } from './inputs.server'
import { followLicense } from './opening.server'
import { getLicense } from './queries.server'

/**
 * A license to be changed.
 *
 * @throws NotFound when there is none that the actor may see
 * @throws Forbidden
 * @throws Conflict when it was withdrawn
 */
export async function requireEditable(scope: Scope, id: string) {
  const license = await getLicense(scope, id)
  authorize(scope.actor, 'license.edit', license)
  if (license.withdrawnOn) throw new Conflict('This license was removed in the meantime.')
  return license
}

/**
 * Changes what is said of a license, but not its jurisdiction. The cycle of a primary license follows its
 * kind and its days.
 *
 * @returns also whether it is the actor's own
 * @throws Invalid when another is the same (`existingId`), or what was said cannot be right
 * @throws Conflict when it was changed or removed elsewhere since the form was opened
 * @throws Forbidden · NotFound
 */
export async function editLicense(scope: WriteScope, input: LicenseInput) {
  const license = await requireEditable(scope, input.id)
  const { id, memberId, jurisdiction, version } = license
  const { values, endorsements } = valuesOf(scope, jurisdiction, input)
  await refuseTwice(scope, { id, memberId, jurisdiction, ...values })

  const saved = await scope.db
    .update(licenses)
    .set({ ...values, version: version + 1, updatedAt: scope.now })
    .where(and(eq(licenses.id, id), eq(licenses.version, input.version)))
    .returning({ id: licenses.id })
  if (saved.length === 0) throw changedElsewhere('license')
  await setEndorsements(scope, id, endorsements)
  const { issuedOn, expiresOn, kind } = license
  await scope.record('license.edited', id, { before: { issuedOn, expiresOn, kind } })
  const isAnother =
    issuedOn !== values.issuedOn || expiresOn !== values.expiresOn || kind !== values.kind
  if (license.isPrimary && (isAnother || input.birthMonth)) {
    const { birthMonth } = input
    await followLicense(scope, { id, memberId, jurisdiction, ...values, birthMonth })
  }
  await followUpLicenses(scope, [memberId])
  return { id, isOwn: memberId === scope.actor.id }
}
