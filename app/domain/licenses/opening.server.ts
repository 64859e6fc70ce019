import { newId, newLongId } from '#db/id'
import { and, eq, ne } from '#db/query.server'
import { cycleFacts, cycles } from '#db/schema'
import type { Day } from '../calendar'
import { rulesOf } from '../rule-sets/rule-set'
import { shippedRuleSets } from '../rule-sets/shipped.server'
import type { WriteScope } from '../scope.server'
import { findOpenCycle } from './cycles.server'
import { keepRuleSet, ruleSetOf } from './pinning.server'
import { type CyclePlan, planCycle } from './planning'

export type CycleLicense = {
  id: string
  memberId: string
  jurisdiction: string
  kind: string
  issuedOn: Day | null
  expiresOn: Day | null
  birthMonth?: number
}

/**
 * Opens the cycle of a primary license where there are rules for it and its dates suffice, and one is
 * not open already. The caller has authorized the change of the license.
 *
 * @returns the id of the cycle that is open now, or null
 */
export async function openCycle(scope: WriteScope, license: CycleLicense) {
  const open = await findOpenCycle(scope, license.memberId, license.jurisdiction)
  if (open) return open.id
  const plan = planCycle(shippedRuleSets(), { ...license, on: scope.today })
  return plan ? insertCycle(scope, license, plan) : null
}

/**
 * Like `openCycle` for any number of licenses that are the first of their member in their state, so that
 * no cycle is open.
 */
export async function openFirstCycles(scope: WriteScope, licenses: CycleLicense[]) {
  const planned = licenses.flatMap((license) => {
    const plan = planCycle(shippedRuleSets(), { ...license, on: scope.today })
    return plan ? [{ plan, row: rowOf(scope, license, plan, USUAL_PROFILE) }] : []
  })
  for (const ruleSet of new Set(planned.map(({ plan }) => plan.ruleSet))) {
    await keepRuleSet(scope, ruleSet)
  }
  await scope.db.insertMany(
    cycles,
    planned.map(({ row }) => row),
  )
  for (const { row } of planned) await noteOpened(scope, row)
}

/**
 * Makes the open cycle of the jurisdiction follow a license that has become primary or has other dates:
 * its license, its days, and its rules where the days call for others. Opens one where none is open.
 */
export async function followLicense(scope: WriteScope, license: CycleLicense) {
  const open = await findOpenCycle(scope, license.memberId, license.jurisdiction)
  if (!open) return openCycle(scope, license)
  const plan = planCycle(shippedRuleSets(), { ...license, on: scope.today })
  const before = { licenseId: open.licenseId, startsOn: open.startsOn, endsOn: open.endsOn }
  const days = plan?.days ?? { startsOn: open.startsOn, endsOn: open.endsOn }
  const isExtended = open.extendedToOn !== null && open.extendedToOn > days.endsOn
  await scope.db
    .update(cycles)
    .set({
      ...days,
      licenseId: license.id,
      extendedToOn: isExtended ? open.extendedToOn : null,
      extensionReason: isExtended ? open.extensionReason : null,
      version: open.version + 1,
      updatedAt: scope.now,
    })
    .where(eq(cycles.id, open.id))
  await scope.record('cycle.edited', open.id, { before, licenseId: license.id, ...days })
  if (plan && plan.ruleSet.id !== open.ruleSetId) await pin(scope, open, plan.ruleSet)
  return open.id
}

/** Pins a cycle to other rules; the event keeps those it had. */
export async function pin(
  scope: WriteScope,
  cycle: { id: string; ruleSetId: string; ruleSetRevision: number },
  ruleSet: CyclePlan['ruleSet'],
) {
  await keepRuleSet(scope, ruleSet)
  await scope.db
    .update(cycles)
    .set({ ruleSetId: ruleSet.id, ruleSetRevision: ruleSet.revision })
    .where(eq(cycles.id, cycle.id))
  await scope.record('cycle.repinned', cycle.id, {
    before: { id: cycle.ruleSetId, revision: cycle.ruleSetRevision },
    after: { id: ruleSet.id, revision: ruleSet.revision },
  })
}

type Profile = Pick<
  typeof cycles.$inferInsert,
  'isEmployed' | 'fteThousandths' | 'leaveThousandths'
>

/** Full-time at a public school, without leave. */
export const USUAL_PROFILE = { isEmployed: true, fteThousandths: 1000, leaveThousandths: 0 }

/** Writes a new cycle, with its rules to the letter. @returns its id */
export async function insertCycle(
  scope: WriteScope,
  license: Pick<CycleLicense, 'id' | 'memberId'>,
  plan: CyclePlan,
  profile: Profile = USUAL_PROFILE,
) {
  await keepRuleSet(scope, plan.ruleSet)
  const row = rowOf(scope, license, plan, profile)
  await scope.db.insert(cycles).values(row)
  await noteOpened(scope, row)
  return row.id
}

const rowOf = (
  scope: WriteScope,
  { id: licenseId, memberId }: Pick<CycleLicense, 'id' | 'memberId'>,
  { ruleSet, days }: CyclePlan,
  profile: Profile,
) => ({
  id: newLongId(),
  memberId,
  licenseId,
  ...days,
  ruleSetId: ruleSet.id,
  ruleSetRevision: ruleSet.revision,
  ...profile,
  version: 1,
  createdAt: scope.now,
  updatedAt: scope.now,
})

async function noteOpened(scope: WriteScope, row: ReturnType<typeof rowOf>) {
  const { id, licenseId, startsOn, endsOn, ruleSetId, ruleSetRevision } = row
  await scope.record('cycle.opened', id, {
    licenseId,
    startsOn,
    endsOn,
    ruleSetId,
    ruleSetRevision,
  })
}

/**
 * Takes along into the next cycle what still holds: facts, but for one that stands for other
 * requirements once only, and what was done once in a career.
 */
export async function takeAlongFacts(
  scope: WriteScope,
  from: { id: string; ruleSetId: string; ruleSetRevision: number },
  toId: string,
) {
  const ruleSet = await ruleSetOf(scope, { id: from.ruleSetId, revision: from.ruleSetRevision })
  const usedUp = rulesOf(ruleSet.rules, 'substitute').flatMap(({ fact, once }) =>
    once ? [fact] : [],
  )
  const rows = await scope.db
    .select({
      kind: cycleFacts.kind,
      code: cycleFacts.code,
      heldOn: cycleFacts.heldOn,
      attestedBy: cycleFacts.attestedBy,
      recordedById: cycleFacts.recordedById,
    })
    .from(cycleFacts)
    .where(and(eq(cycleFacts.cycleId, from.id), ne(cycleFacts.kind, 'attestation')))
  const kept = rows.filter(({ kind, code }) => kind !== 'fact' || !usedUp.includes(code))
  if (kept.length === 0) return
  await scope.db.insert(cycleFacts).values(
    kept.map((fact) => ({
      ...fact,
      id: newId(),
      cycleId: toId,
      createdAt: scope.now,
    })),
  )
}
