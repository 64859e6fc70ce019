import { and, eq, ne } from '#db/query.server'
import { cycles, licenses } from '#db/schema'
import type { WriteScope } from '../scope.server'
import { listCurrent } from './changing.server'
import { findOpenCycle } from './cycles.server'
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
  if (license.isPrimary) await putInItsPlace(scope, license)
  return { isOwn: license.memberId === scope.actor.id }
}

async function putInItsPlace(
  scope: WriteScope,
  license: { id: string; memberId: string; jurisdiction: string },
) {
  const [next] = await listCurrent(scope, license)
  if (next) await makePrimary(scope, next, license.id)
  else await closeCycle(scope, license)
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

async function closeCycle(scope: WriteScope, license: { memberId: string; jurisdiction: string }) {
  const open = await findOpenCycle(scope, license.memberId, license.jurisdiction)
  if (!open) return
  await scope.db
    .update(cycles)
    .set({ closedOn: scope.today, version: open.version + 1, updatedAt: scope.now })
    .where(eq(cycles.id, open.id))
  await scope.record('cycle.closed', open.id)
}
