import { followUpLicenses } from '../follow-up/licensed.server'
import { eq } from '#db/query.server'
import { licenseEndorsements, licenses } from '#db/schema'
import { setEndorsements } from '../licenses/changing.server'
import { followLicense, openFirstCycles } from '../licenses/opening.server'
import { makePrimary } from '../licenses/withdrawing.server'
import { authorize } from '../policy'
import type { WriteScope } from '../scope.server'
import type { AddedLicense, LicensePlan } from './planning.server'

/**
 * Does what a plan says, whole or not at all. The first license of a member in a state is the primary
 * one, unless the file names another; its cycle opens where its dates suffice.
 *
 * @throws Forbidden
 */
export async function applyLicenses(scope: WriteScope, plan: LicensePlan, fileName: string) {
  authorize(scope.actor, 'license.import')
  await addAll(scope, plan.added)
  for (const change of plan.changed) await changeOne(scope, change)
  await followUpLicenses(scope, [
    ...plan.added.map(({ memberId }) => memberId),
    ...plan.changed.map(({ before }) => before.memberId),
  ])
  const counts = {
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
  }
  await scope.record('license.file_applied', null, { fileName, ...counts })
  return counts
}

async function addAll(scope: WriteScope, added: AddedLicense[]) {
  const stamp = { version: 1, createdAt: scope.now, updatedAt: scope.now }
  await scope.db.insertMany(
    licenses,
    added.map(({ line: _line, endorsements: _codes, displacedId, ...license }) => ({
      ...license,
      isPrimary: license.isPrimary && displacedId === null,
      source: 'import' as const,
      ...stamp,
    })),
  )
  await scope.db.insertMany(
    licenseEndorsements,
    added.flatMap(({ id, endorsements }) =>
      [...new Set(endorsements)].map((code) => ({ licenseId: id, code })),
    ),
  )
  for (const { id, jurisdiction, isPrimary } of added) {
    await scope.record('license.added', id, { jurisdiction, isPrimary })
  }
  const primaries = added.filter(({ isPrimary }) => isPrimary)
  await openFirstCycles(
    scope,
    primaries.filter(({ displacedId }) => displacedId === null),
  )
  for (const license of primaries) {
    if (license.displacedId) await makePrimary(scope, license, license.displacedId)
  }
}

async function changeOne(scope: WriteScope, { before, said }: LicensePlan['changed'][number]) {
  const after = {
    class: said.class ?? before.class,
    number: said.number ?? before.number,
    issuedOn: said.issuedOn ?? before.issuedOn,
    expiresOn: said.expiresOn ?? before.expiresOn,
  }
  await scope.db
    .update(licenses)
    .set({ ...after, version: before.version + 1, updatedAt: scope.now })
    .where(eq(licenses.id, before.id))
  await setEndorsements(scope, before.id, [
    ...new Set([...before.endorsements, ...said.endorsements]),
  ])
  const { issuedOn, expiresOn } = before
  await scope.record('license.edited', before.id, { before: { issuedOn, expiresOn } })
  const license = { ...before, ...after }
  const isDatedAnew = issuedOn !== after.issuedOn || expiresOn !== after.expiresOn
  if (said.isPrimary && !before.isPrimary) await makePrimary(scope, license, null)
  else if (before.isPrimary && isDatedAnew) await followLicense(scope, license)
}
