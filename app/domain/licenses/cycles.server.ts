import { and, asc, desc, eq, gte, isNull, lte, or } from '#db/query.server'
import { cycleFacts, cycles, licenses } from '#db/schema'
import type { Day } from '../calendar'
import { NotFound } from '../errors'
import { can } from '../policy'
import type { Scope } from '../scope.server'
import { ruleSetOf } from './pinning.server'
import { endorsementsOf, licenseFields, visibleTo } from './queries.server'

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
  version: cycles.version,
}

export type Cycle = Awaited<ReturnType<typeof getCycle>>
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
  const pin = { id: cycle.ruleSetId, revision: cycle.ruleSetRevision }
  const [judged, facts, ruleSet] = await Promise.all([
    listJudged(scope, cycle),
    listFacts(scope, id),
    ruleSetOf(scope, pin),
  ])
  return {
    ...cycle,
    licenses: judged,
    facts,
    ruleSet,
    can: { edit: can(scope.actor, 'license.edit', cycle) && cycle.closedOn === null },
  }
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
    .select({ id: cycles.id })
    .from(cycles)
    .innerJoin(licenses, eq(licenses.id, cycles.licenseId))
    .where(and(eq(cycles.memberId, memberId), isNull(cycles.closedOn), visibleTo(scope.actor)))
    .orderBy(asc(cycles.endsOn), asc(cycles.id))
    .limit(20)
  return Promise.all(open.map(({ id }) => getCycle(scope, id)))
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

/** What holds for the educator in a cycle. The caller has decided who may see it. */
export async function listFacts(scope: Scope, cycleId: string) {
  return scope.db
    .select({
      id: cycleFacts.id,
      kind: cycleFacts.kind,
      code: cycleFacts.code,
      heldOn: cycleFacts.heldOn,
      attestedBy: cycleFacts.attestedBy,
      recordedById: cycleFacts.recordedById,
    })
    .from(cycleFacts)
    .where(eq(cycleFacts.cycleId, cycleId))
    .orderBy(asc(cycleFacts.heldOn), asc(cycleFacts.id))
}

export type CycleFact = Awaited<ReturnType<typeof listFacts>>[number]

/** The licenses of the jurisdiction as they were while the cycle was open. */
async function listJudged(
  scope: Scope,
  cycle: {
    memberId: string
    licenseId: string
    jurisdiction: string
    closedOn: Day | null
    endsOn: Day
  },
) {
  const { closedOn } = cycle
  const wasThere = and(
    or(isNull(licenses.withdrawnOn), closedOn ? gte(licenses.withdrawnOn, closedOn) : undefined),
    or(isNull(licenses.issuedOn), lte(licenses.issuedOn, closedOn ?? cycle.endsOn)),
  )
  const rows = await scope.db
    .select(licenseFields)
    .from(licenses)
    .where(
      and(
        eq(licenses.memberId, cycle.memberId),
        eq(licenses.jurisdiction, cycle.jurisdiction),
        or(eq(licenses.id, cycle.licenseId), wasThere),
      ),
    )
    .orderBy(desc(licenses.isPrimary), asc(licenses.id))
  const endorsements = await endorsementsOf(
    scope,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, endorsements: endorsements.get(row.id) ?? [] }))
}
