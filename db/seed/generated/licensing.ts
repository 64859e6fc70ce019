import { bulkInto } from '../../bulk.server'
import type { Store } from '../../client.server'
import { newId, newLongId } from '../../id'
import { and, asc, eq } from '../../query.server'
import {
  activities,
  affiliations,
  awards,
  broughtRows,
  completions,
  creditClaims,
  creditShares,
  creditUses,
  cycleFacts,
  cycles,
  districts,
  licenseEndorsements,
  licenses,
  overlays,
} from '../../schema'
import { addDays, addMonths, type Day, dayOf } from '../day'

const YEARS = 5
const JURISDICTION = 'US-MA'
const RULE_SET_ID = 'us-ma-2017'
const TOPICS = ['UDL', 'Reading', 'Robotics', 'Fractions', 'Inquiry', 'Writing']
const CATEGORIES = ['content', 'pedagogy', 'sei_esl_bilingual', 'swd_diverse']
const DONE_A_CLAIM = 3
const LEARNERS_A_NEWCOMER = 20
const ROWS_BROUGHT = 12
const OVERLAYS = 6

type Held = ReturnType<typeof holding>
/** Something that was done, with the column of a claim that names it. */
type Done = { source: Record<string, string>; memberId: string; on: Day | null; minutes: number }

/**
 * Gives everybody who teaches in a generated district a Massachusetts license, the ends of their cycles spread
 * over five years, and the cycle before, which is closed; then claims on a third of what they did, what the
 * closed cycles have used of it, and what some have brought along.
 *
 * @param revision of the rules of Massachusetts that the cycles are pinned to
 */
export async function licenseEverybody(store: Store, slug: string, now: Date, revision: number) {
  const [district] = await store.read.select().from(districts).where(eq(districts.slug, slug))
  const ofDistrict = { districtId: district!.id }
  const teaching = await store.read
    .selectDistinct({ memberId: affiliations.memberId })
    .from(affiliations)
    .where(and(eq(affiliations.districtId, district!.id), eq(affiliations.role, 'educator')))
    .orderBy(asc(affiliations.memberId))
  const held = teaching.map(({ memberId }, at) => holding(memberId, at, { now, revision }))
  const done = await listDone(store, district!.id)
  const claimed = done.filter((_, at) => at % DONE_A_CLAIM === 0)
  const claims = claimed.map((it, at) => claimOn(it, at))

  await store.write(async (tx) => {
    const bulk = bulkInto(tx)
    await bulk(
      licenses,
      held.map((it) => it.license),
      ofDistrict,
    )
    await bulk(
      licenseEndorsements,
      held.map((it) => it.endorsement),
      ofDistrict,
    )
    await bulk(
      cycles,
      held.flatMap((it) => [it.before, it.cycle]),
      ofDistrict,
    )
    await bulk(
      cycleFacts,
      held.map((it) => it.fact),
      ofDistrict,
    )
    await bulk(overlays, overlaysBy(teaching[0]!.memberId, now), ofDistrict)
    await bulk(creditClaims, claims, ofDistrict)
    await bulk(
      creditShares,
      claims.map(({ id }, at) => shareOf(id, at)),
      ofDistrict,
    )
    await bulk(creditUses, usesOf(claimed, held, now), ofDistrict)
    await bulk(
      broughtRows,
      held.flatMap((it, at) => broughtBy(it, at)),
      ofDistrict,
    )
  })
}

/** Activities, courses and badges, in an order of their own. */
async function listDone(store: Store, districtId: number): Promise<Done[]> {
  const [logged, finished, earned] = await Promise.all([
    store.read.select().from(activities).where(eq(activities.districtId, districtId)),
    store.read.select().from(completions).where(eq(completions.districtId, districtId)),
    store.read.select().from(awards).where(eq(awards.districtId, districtId)),
  ])
  return [
    ...logged.map(({ id, memberId, startedOn, endedOn, minutes }) => ({
      source: { activityId: id },
      memberId,
      on: endedOn ?? startedOn,
      minutes: minutes ?? 0,
    })),
    ...finished.map(({ id, memberId, completedOn, minutes }) => ({
      source: { completionId: id },
      memberId,
      on: completedOn,
      minutes: minutes ?? 0,
    })),
    ...earned.map(({ id, memberId, awardedOn }) => ({
      source: { awardId: id },
      memberId,
      on: awardedOn,
      minutes: 60,
    })),
  ]
}

/** A license, the cycle that runs and the one before, with what holds for its educator. */
function holding(memberId: string, at: number, { now, revision }: { now: Date; revision: number }) {
  const stamps = { version: 1, createdAt: now, updatedAt: now }
  const endsOn = addDays(dayOf(now), ((at * 37) % (YEARS * 365)) - 30)
  const startsOn = addDays(addMonths(endsOn, -12 * YEARS), 1)
  const licenseId = newLongId()
  const cycleId = newLongId()
  const pinned = {
    memberId,
    licenseId,
    ruleSetId: RULE_SET_ID,
    ruleSetRevision: revision,
    isEmployed: true,
    fteThousandths: 1000,
    leaveThousandths: 0,
    ...stamps,
  }
  const closedOn = addDays(startsOn, -1)
  const kept = { id: licenseId, kind: 'professional', isPrimary: true, issuedOn: startsOn }
  const judged = { ...kept, class: null, area: null, expiresOn: closedOn, endorsements: ['sei'] }
  return {
    license: {
      ...kept,
      memberId,
      jurisdiction: JURISDICTION,
      expiresOn: endsOn,
      source: 'import' as const,
      ...stamps,
    },
    endorsement: { licenseId, code: 'sei' },
    cycle: { ...pinned, id: cycleId, startsOn, endsOn, earnUntilOn: endsOn },
    before: {
      ...pinned,
      id: newId(),
      startsOn: addMonths(startsOn, -12 * YEARS),
      endsOn: closedOn,
      earnUntilOn: closedOn,
      renewedOn: closedOn,
      closedOn,
      judgedLicenses: [judged],
    },
    fact: {
      id: newId(),
      cycleId,
      kind: 'attestation' as const,
      code: 'plan_approved',
      heldOn: startsOn,
      createdAt: now,
    },
  }
}

const claimOn = ({ source, memberId }: Done, at: number) => ({
  id: newId(),
  memberId,
  ...source,
  topic: TOPICS[at % TOPICS.length]!,
  isAligned: true,
})

const shareOf = (claimId: string, at: number) => ({
  claimId,
  jurisdiction: JURISDICTION,
  category: CATEGORIES[at % CATEGORIES.length]!,
})

/** What the closed cycles have used of what was claimed. */
function usesOf(claimed: Done[], held: Held[], now: Date) {
  const closed = new Map(held.map(({ before }) => [before.memberId, before]))
  return claimed.flatMap(({ source, memberId, on, minutes }) => {
    const cycle = closed.get(memberId)
    if (!cycle || minutes === 0 || on === null || on > cycle.endsOn) return []
    return [
      {
        id: newId(),
        memberId,
        ...source,
        purpose: 'renewal' as const,
        jurisdiction: JURISDICTION,
        cycleId: cycle.id,
        ruleSetId: cycle.ruleSetId,
        ruleSetRevision: cycle.ruleSetRevision,
        unit: 'pdp',
        milliUnits: Math.ceil((minutes * 1000) / 60),
        minutes,
        usedOn: cycle.endsOn,
        label: 'Massachusetts',
        createdAt: now,
      },
    ]
  })
}

const overlaysBy = (savedById: string, now: Date) =>
  Array.from({ length: OVERLAYS }, (_, at) => ({
    id: newId(),
    ruleSetId: RULE_SET_ID,
    revision: at + 1,
    startsOn: addMonths(dayOf(now), 12 * (at - OVERLAYS)),
    content: JSON.stringify({
      id: 'district',
      revision: at + 1,
      name: 'What the district asks',
      ruleSet: RULE_SET_ID,
    }),
    savedById,
    savedAt: now,
  }))

function broughtBy({ cycle: { memberId, startsOn } }: Held, at: number) {
  if (at % LEARNERS_A_NEWCOMER !== 0) return []
  return Array.from({ length: ROWS_BROUGHT }, (_, month) => ({
    id: newLongId(),
    memberId,
    kind: 'activity' as const,
    fromSlug: 'elsewhere',
    fromDistrict: 'Elsewhere Public Schools',
    title: `Workshop ${month + 1}`,
    activityKind: 'workshop',
    startedOn: addMonths(startsOn, month),
    endedOn: addMonths(startsOn, month),
    minutes: 120,
    countedMinutes: 120,
    standing: 'approved' as const,
    strength: 'self_reported' as const,
    hasEvidence: false,
    broughtOn: addMonths(startsOn, ROWS_BROUGHT),
  }))
}
