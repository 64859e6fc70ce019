import { and, asc, desc, eq, inArray } from '#db/query.server'
import { cycleFacts, type cycles, type JudgedLicense, licenses } from '#db/schema'
import { NotFound } from '../errors'
import { groupBy } from '../grouping'
import { overlaysOf } from '../overlays/overlays.server'
import { can } from '../policy'
import type { Scope } from '../scope.server'
import { keyOf, ruleSetsOf } from './pinning.server'
import { endorsementsOf, licenseFields } from './queries.server'

type Summary = Pick<
  typeof cycles.$inferSelect,
  | 'id'
  | 'memberId'
  | 'licenseId'
  | 'endsOn'
  | 'closedOn'
  | 'judgedLicenses'
  | 'ruleSetId'
  | 'ruleSetRevision'
> & { jurisdiction: string }

export type Cycle = Awaited<ReturnType<typeof gatherCycles<CycleRow>>>[number]
export type CycleFact = Awaited<ReturnType<typeof listFacts>>[number]

type CycleRow = Omit<typeof cycles.$inferSelect, 'districtId' | 'createdAt' | 'updatedAt'> & {
  jurisdiction: string
}

/**
 * Cycles with what belongs to each: the licenses that are judged in it, the primary one first, what holds
 * for the educator, the rules it is pinned to, and what the district asks beyond them: on the day it was
 * closed, or today. A closed one has the licenses as they were on that day, whatever became of them. The caller has decided who may see them; the number of queries is fixed.
 *
 * @throws NotFound when the rules of one are nowhere
 */
export async function gatherCycles<C extends Summary>(scope: Scope, rows: C[]) {
  if (rows.length === 0) return []
  const pins = new Map(rows.map((row) => [keyOf(pinOf(row)), pinOf(row)]))
  const [held, facts, ruleSets, overlayOn] = await Promise.all([
    listHeld(scope, rows),
    listFacts(
      scope,
      rows.map(({ id }) => id),
    ),
    ruleSetsOf(scope, [...pins.values()]),
    overlaysOf(scope),
  ])
  const heldBy = groupBy(held, ({ memberId }) => memberId)
  const factsOf = groupBy(facts, ({ cycleId }) => cycleId)
  return rows.map((cycle) => {
    const ruleSet = ruleSets.get(keyOf(pinOf(cycle)))
    if (!ruleSet) throw new NotFound('No rule set.')
    return {
      ...cycle,
      licenses: cycle.judgedLicenses ?? judgedIn(cycle, heldBy.get(cycle.memberId) ?? []),
      facts: factsOf.get(cycle.id) ?? [],
      ruleSet,
      overlay: overlayOn(ruleSet, cycle.closedOn ?? scope.today),
      can: { edit: can(scope.actor, 'license.edit', cycle) && cycle.closedOn === null },
    }
  })
}

const pinOf = ({ ruleSetId, ruleSetRevision }: Summary) => ({
  id: ruleSetId,
  revision: ruleSetRevision,
})

/** What holds for educators in cycles. */
async function listFacts(scope: Scope, cycleIds: string[]) {
  return scope.db
    .select({
      id: cycleFacts.id,
      cycleId: cycleFacts.cycleId,
      kind: cycleFacts.kind,
      code: cycleFacts.code,
      heldOn: cycleFacts.heldOn,
      attestedBy: cycleFacts.attestedBy,
      recordedById: cycleFacts.recordedById,
    })
    .from(cycleFacts)
    .where(inArray(cycleFacts.cycleId, cycleIds))
    .orderBy(asc(cycleFacts.heldOn), asc(cycleFacts.id))
}

/** All licenses of the educators in the jurisdictions, the primary ones first. */
async function listHeld(scope: Scope, rows: Summary[]) {
  const memberIds = [...new Set(rows.map(({ memberId }) => memberId))]
  const [only] = rows.length === 1 ? rows : []
  const held = await scope.db
    .select(licenseFields)
    .from(licenses)
    .where(
      and(
        inArray(licenses.memberId, memberIds),
        only && eq(licenses.jurisdiction, only.jurisdiction),
      ),
    )
    .orderBy(asc(licenses.memberId), desc(licenses.isPrimary), asc(licenses.id))
  const endorsements = await endorsementsOf(
    scope,
    held.map(({ id }) => id),
  )
  return held.map((row) => ({ ...row, endorsements: endorsements.get(row.id) ?? [] }))
}

type Held = Awaited<ReturnType<typeof listHeld>>[number]

/** The licenses that belong to an open cycle: its own, and the others there are in the jurisdiction. */
const judgedIn = (cycle: Summary, held: Held[]): JudgedLicense[] =>
  held
    .filter(({ jurisdiction }) => jurisdiction === cycle.jurisdiction)
    .filter(
      ({ id, withdrawnOn, issuedOn }) =>
        id === cycle.licenseId ||
        (withdrawnOn === null && (issuedOn === null || issuedOn <= cycle.endsOn)),
    )
    .map(({ id, kind, class: ofClass, area, isPrimary, issuedOn, expiresOn, endorsements }) => ({
      id,
      kind,
      class: ofClass,
      area,
      isPrimary,
      issuedOn,
      expiresOn,
      endorsements,
    }))
