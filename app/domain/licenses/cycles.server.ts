import { and, asc, desc, eq, inArray, isNull } from '#db/query.server'
import { cycles, licenses } from '#db/schema'
import { NotFound } from '../errors'
import type { Scope } from '../scope.server'
import { gatherCycles } from './gathering.server'
import { visibleTo } from './queries.server'

const fields = {
  id: cycles.id,
  memberId: cycles.memberId,
  licenseId: cycles.licenseId,
  jurisdiction: licenses.jurisdiction,
  startsOn: cycles.startsOn,
  endsOn: cycles.endsOn,
  earnUntilOn: cycles.earnUntilOn,
  extendedToOn: cycles.extendedToOn,
  extensionReason: cycles.extensionReason,
  ruleSetId: cycles.ruleSetId,
  ruleSetRevision: cycles.ruleSetRevision,
  isEmployed: cycles.isEmployed,
  fteThousandths: cycles.fteThousandths,
  leaveThousandths: cycles.leaveThousandths,
  renewedOn: cycles.renewedOn,
  closedOn: cycles.closedOn,
  judgedLicenses: cycles.judgedLicenses,
  version: cycles.version,
}

export type { Cycle, CycleFact } from './gathering.server'
export type CycleSummary = Awaited<ReturnType<typeof listCycles>>[number]

/** One cycle, without what belongs to it. @throws NotFound when there is none that the actor may see */
export async function findCycle(scope: Scope, id: string) {
  const [row] = await scope.db
    .select(fields)
    .from(cycles)
    .innerJoin(licenses, eq(licenses.id, cycles.licenseId))
    .where(and(eq(cycles.id, id), visibleTo(scope.actor)))
  if (!row) throw new NotFound('No cycle.')
  return row
}

/**
 * A cycle with the licenses that are judged in it, the primary one first, with what holds for the
 * educator, and with the rules it is pinned to.
 *
 * @throws NotFound when there is none that the actor may see
 */
export async function getCycle(scope: Scope, id: string) {
  const cycle = await findCycle(scope, id)
  const [whole] = await gatherCycles(scope, [cycle])
  return whole!
}

/** A member's cycles that the actor may see, the latest of each license first. */
export async function listCycles(scope: Scope, memberId: string) {
  return scope.db
    .select(fields)
    .from(cycles)
    .innerJoin(licenses, eq(licenses.id, cycles.licenseId))
    .where(and(eq(cycles.memberId, memberId), visibleTo(scope.actor)))
    .orderBy(desc(cycles.startsOn), desc(cycles.id))
    .limit(200)
}

/** A member's open cycles that the actor may see, each as `getCycle` gives it, the first to end first. */
export async function listOpenCycles(scope: Scope, memberId: string) {
  const open = await scope.db
    .select(fields)
    .from(cycles)
    .innerJoin(licenses, eq(licenses.id, cycles.licenseId))
    .where(and(eq(cycles.memberId, memberId), isNull(cycles.closedOn), visibleTo(scope.actor)))
    .orderBy(asc(cycles.endsOn), asc(cycles.id))
    .limit(20)
  return gatherCycles(scope, open)
}

/** The open cycles of some members, as `getCycle` gives them. The caller has decided who may see them. */
export async function listOpenCyclesOf(scope: Scope, memberIds: string[]) {
  const open = await scope.db
    .select(fields)
    .from(cycles)
    .innerJoin(licenses, eq(licenses.id, cycles.licenseId))
    .where(and(inArray(cycles.memberId, memberIds), isNull(cycles.closedOn)))
    .orderBy(asc(cycles.memberId), asc(cycles.endsOn), asc(cycles.id))
  return gatherCycles(scope, open)
}

/** Whether the actor renews a license just now. */
export async function isRenewing(scope: Scope) {
  const [open] = await scope.db
    .select({ id: cycles.id })
    .from(cycles)
    .where(and(eq(cycles.memberId, scope.actor.id), isNull(cycles.closedOn)))
    .limit(1)
  return open !== undefined
}

/** A member's open cycle in a jurisdiction. The caller has authorized what it is for. */
export async function findOpenCycle(scope: Scope, memberId: string, jurisdiction: string) {
  const [row] = await scope.db
    .select(fields)
    .from(cycles)
    .innerJoin(licenses, eq(licenses.id, cycles.licenseId))
    .where(
      and(
        eq(cycles.memberId, memberId),
        eq(licenses.jurisdiction, jurisdiction),
        isNull(cycles.closedOn),
      ),
    )
  return row ?? null
}
