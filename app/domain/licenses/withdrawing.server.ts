import { followUpLicenses } from '../follow-up/licensed.server'
import { and, eq, ne } from '#db/query.server'
import { licenses } from '#db/schema'
import type { WriteScope } from '../scope.server'
import { listCurrent } from './changing.server'
import { closeCycle } from './closing.server'
import { findOpenCycle, getCycle } from './cycles.server'
import { requireEditable } from './editing.server'
import { type CycleLicense, followLicense } from './opening.server'

/**
 * Removes a license: it is kept as withdrawn, with its cycles. The oldest other license of the
 * jurisdiction takes the place of a primary one, and its cycle; without another the cycle is closed.
 *
 * @returns whether it was the actor's own
 * @throws Forbidden · NotFound
 * @throws Conflict when it was removed already
 */
export async function withdrawLicense(scope: WriteScope, id: string) {
  const license = await requireEditable(scope, id)
  const others = license.isPrimary ? await listCurrent(scope, license, ne(licenses.id, id)) : []
  if (license.isPrimary && others.length === 0) await closeOpenCycle(scope, license)
  await scope.db
    .update(licenses)
    .set({
      withdrawnOn: scope.today,
      isPrimary: false,
      version: license.version + 1,
      updatedAt: scope.now,
    })
    .where(eq(licenses.id, id))
  await scope.record('license.withdrawn', id)
  if (others[0]) await makePrimary(scope, others[0], license.id)
  await followUpLicenses(scope, [license.memberId])
  return { isOwn: license.memberId === scope.actor.id }
}

/**
 * Makes a license the primary one of its jurisdiction; the open cycle follows it.
 *
 * @throws Forbidden · NotFound
 * @throws Conflict when it was removed
 */
export async function setPrimary(scope: WriteScope, id: string) {
  const license = await requireEditable(scope, id)
  if (license.isPrimary) return
  const siblings = await listCurrent(scope, license, ne(licenses.id, id))
  await makePrimary(scope, license, siblings.find(({ isPrimary }) => isPrimary)?.id ?? null)
}

/** Makes a license the primary one. The caller has authorized it. */
export async function makePrimary(
  scope: WriteScope,
  license: CycleLicense,
  beforeId: string | null,
) {
  const { id, memberId, jurisdiction } = license
  await scope.db
    .update(licenses)
    .set({ isPrimary: false })
    .where(
      and(
        eq(licenses.memberId, memberId),
        eq(licenses.jurisdiction, jurisdiction),
        eq(licenses.isPrimary, true),
      ),
    )
  await scope.db.update(licenses).set({ isPrimary: true }).where(eq(licenses.id, id))
  await scope.record('license.made_primary', id, { beforeId })
  await followLicense(scope, license)
}

async function closeOpenCycle(
  scope: WriteScope,
  { memberId, jurisdiction }: { memberId: string; jurisdiction: string },
) {
  const open = await findOpenCycle(scope, memberId, jurisdiction)
  if (!open) return
  await closeCycle(scope, await getCycle(scope, open.id), { version: open.version })
}
