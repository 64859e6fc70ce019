import { and, eq, inArray, isNotNull, isNull, isWord } from '#db/query.server'
import {
  activities,
  affiliations,
  awards,
  broughtRows,
  completions,
  cycles,
  evidence,
  goals,
  licenses,
  mandates,
  obligations,
  pathways,
  enrollments,
} from '#db/schema'
import { type Day, dayIn } from '../calendar'
import { type StandingUse, usesByMember } from '../credit/uses.server'
import { retentionOf } from '../evaluation/closing'
import { batchesOf, groupBy } from '../grouping'
import { lastDayOfCycle } from '../licenses/license'
import { keyOf, ruleSetsOf } from '../licenses/pinning.server'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import type { Scope, WriteScope } from '../scope.server'
import { type Keeping, keepingOf, keptForTrainings, type ProvenCycle } from './retention'

/** Evidence files that are there, with what they belong to; `.where` narrows them, by `evidence`. */
export const selectFiles = (scope: Scope) =>
  scope.db
    .select({
      id: evidence.id,
      memberId: evidence.memberId,
      name: evidence.name,
      bytes: evidence.bytes,
      sha256: evidence.sha256,
      createdAt: evidence.createdAt,
      keptUntil: evidence.keptUntil,
      destroyedOn: evidence.destroyedOn,
      activityId: evidence.activityId,
      completionId: evidence.completionId,
      awardId: evidence.awardId,
      broughtId: evidence.broughtId,
      activity: {
        title: activities.title,
        startedOn: activities.startedOn,
        endedOn: activities.endedOn,
      },
      completion: { title: completions.title, earnedOn: completions.completedOn },
      award: { title: awards.title, earnedOn: awards.awardedOn },
      brought: { title: broughtRows.title, earnedOn: broughtRows.endedOn },
      goal: { title: goals.title },
      pathway: { title: pathways.title },
    })
    .from(evidence)
    .leftJoin(activities, eq(activities.id, evidence.activityId))
    .leftJoin(completions, eq(completions.id, evidence.completionId))
    .leftJoin(awards, eq(awards.id, evidence.awardId))
    .leftJoin(broughtRows, eq(broughtRows.id, evidence.broughtId))
    .leftJoin(goals, eq(goals.id, evidence.goalId))
    .leftJoin(enrollments, eq(enrollments.id, evidence.enrollmentId))
    .leftJoin(pathways, eq(pathways.id, enrollments.pathwayId))

export type EvidenceFile = Awaited<ReturnType<typeof selectFiles>>[number]

/** What a file backs, in words. */
export const titleOf = (file: EvidenceFile) =>
  [file.activity, file.completion, file.award, file.brought, file.goal, file.pathway].find(
    (subject) => subject?.title,
  )?.title ?? ''

/**
 * Until when files are kept as things are now, by the id of the file. The queries are as many however many
 * files there are, of a batch of members.
 */
export async function keepingsOf(scope: Scope, files: EvidenceFile[]) {
  const memberIds = [...new Set(files.map(({ memberId }) => memberId))]
  const [cyclesOf, usesOf, leftOn, trainingsOf] = await Promise.all([
    readCycles(scope, memberIds),
    usesByMember(scope, memberIds),
    readDepartures(scope, memberIds),
    readMetTrainings(scope, memberIds),
  ])
  return new Map(
    files.map((file): [string, Keeping] => {
      const attachedOn = dayIn(scope.district.timeZone, file.createdAt)
      const uses = (usesOf.get(file.memberId) ?? []).filter((use) => isOf(use, file))
      const earned = earnedOn(file) ?? attachedOn
      const proven = provenCycles(cyclesOf.get(file.memberId) ?? [], uses, earned)
      const left = leftOn.get(file.memberId) ?? null
      const keeping = keepingOf({ attachedOn, cycles: proven, leftOn: left }, scope.district)
      return [file.id, keptForTrainings(keeping, trainingsOf.get(sourceOf(file) ?? '') ?? [])]
    }),
  )
}

/** The last day of what a file backs; an activity of one day has only the day it began. */
const earnedOn = ({ activity, completion, award, brought }: EvidenceFile) =>
  activity?.endedOn ??
  activity?.startedOn ??
  completion?.earnedOn ??
  award?.earnedOn ??
  brought?.earnedOn

type Source = Pick<StandingUse, 'activityId' | 'completionId' | 'awardId' | 'broughtId'>

const sourceOf = ({ activityId, completionId, awardId, broughtId }: Source) =>
  activityId ?? completionId ?? awardId ?? broughtId

const isOf = (use: Source, file: Source) =>
  sourceOf(file) !== null && sourceOf(use) === sourceOf(file)

type StoredCycle = Awaited<ReturnType<typeof listCycles>>[number] & {
  /** Until when the state wants the proof, where credit is used once and where it is used again. */
  askedUntil(isReused: boolean): Day | null
}

/** Those in which something was earned, or was used. */
function provenCycles(all: StoredCycle[], uses: StandingUse[], earned: Day): ProvenCycle[] {
  const used = new Set(uses.flatMap(({ cycleId, carriedFromId }) => [cycleId, carriedFromId]))
  const isReused = new Set(uses.map(({ cycleId }) => cycleId).filter(Boolean)).size > 1
  return all
    .filter(
      (cycle) =>
        used.has(cycle.id) || (cycle.startsOn <= earned && earned <= lastDayOfCycle(cycle)),
    )
    .map((cycle) => ({
      place: jurisdictionName(cycle.jurisdiction),
      lastDay: lastDayOfCycle(cycle),
      renewedOn: cycle.renewedOn,
      closedOn: cycle.closedOn,
      askedUntil: cycle.askedUntil(isReused),
    }))
}

async function readCycles(scope: Scope, memberIds: string[]) {
  const rows = await listCycles(scope, memberIds)
  const pins = rows.map((row) => ({ id: row.ruleSetId, revision: row.ruleSetRevision }))
  const ruleSets = await ruleSetsOf(scope, pins)
  const whole = rows.map((row, at): StoredCycle => {
    const rules = ruleSets.get(keyOf(pins[at]!))?.rules ?? []
    const cycle = { endsOn: lastDayOfCycle(row), renewedOn: row.renewedOn ?? undefined }
    const asked = retentionOf({ cycle }, rules)
    return {
      ...row,
      askedUntil: (isReused) => (isReused && asked?.ifReused?.until) || (asked?.until ?? null),
    }
  })
  return groupBy(whole, ({ memberId }) => memberId)
}

const listCycles = (scope: Scope, memberIds: string[]) =>
  scope.db
    .select({
      id: cycles.id,
      memberId: cycles.memberId,
      jurisdiction: licenses.jurisdiction,
      startsOn: cycles.startsOn,
      endsOn: cycles.endsOn,
      extendedToOn: cycles.extendedToOn,
      renewedOn: cycles.renewedOn,
      closedOn: cycles.closedOn,
      ruleSetId: cycles.ruleSetId,
      ruleSetRevision: cycles.ruleSetRevision,
    })
    .from(cycles)
    .innerJoin(licenses, eq(licenses.id, cycles.licenseId))
    .where(inArray(cycles.memberId, memberIds))

/** The required trainings whose proof is kept for some years, by the id of what met them. */
async function readMetTrainings(scope: Scope, memberIds: string[]) {
  const rows = await scope.db
    .select({
      title: mandates.title,
      retentionYears: mandates.retentionYears,
      metOn: obligations.metOn,
      sources: obligations.sources,
    })
    .from(obligations)
    .innerJoin(mandates, eq(mandates.id, obligations.mandateId))
    .where(
      and(
        inArray(obligations.memberId, memberIds),
        isNotNull(obligations.metOn),
        isNotNull(mandates.retentionYears),
      ),
    )
  const met = rows.flatMap(({ sources, title, metOn, retentionYears }) =>
    metOn === null || retentionYears === null
      ? []
      : sources.map(({ id }) => ({ id, training: { title, metOn, retentionYears } })),
  )
  return new Map(
    [...groupBy(met, ({ id }) => id)].map(([id, those]) => [
      id,
      those.map(({ training }) => training),
    ]),
  )
}

/** The last day on which members worked here, of those who do no longer. */
async function readDepartures(scope: Scope, memberIds: string[]) {
  const rows = await scope.db
    .select({ memberId: affiliations.memberId, endedOn: affiliations.endedOn })
    .from(affiliations)
    .where(inArray(affiliations.memberId, memberIds))
  const left = new Map<string, Day>()
  for (const [memberId, places] of groupBy(rows, (row) => row.memberId)) {
    const ends = places.map(({ endedOn }) => endedOn ?? FOREVER).toSorted()
    const last = ends.at(-1)!
    if (last < scope.today) left.set(memberId, last)
  }
  return left
}

const FOREVER = '9999-12-31'

/** The condition that picks evidence files that have not been destroyed. */
export const isKeptFile = and(isWord(evidence.kind, 'file'), isNull(evidence.destroyedOn))

const FILES_AT_ONCE = 400

/** Notes until when files are to be kept. */
export async function noteKeepings(
  scope: WriteScope,
  files: { id: string }[],
  keepings: Map<string, Keeping>,
) {
  const ids = files.map(({ id }) => id)
  for (const [keptUntil, some] of groupBy(ids, (id) => keepings.get(id)!.until)) {
    for (const batch of batchesOf(some, FILES_AT_ONCE)) {
      await scope.db.update(evidence).set({ keptUntil }).where(inArray(evidence.id, batch))
    }
  }
}
