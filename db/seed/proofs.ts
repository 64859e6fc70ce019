import type { PATHWAYS } from './catalog'
import { type Day, dayOf } from './day'
import type { PathwayKey } from './enrolling'
import type { Stage } from './stage'

type Step = (typeof PATHWAYS)[PathwayKey]['steps'][number]

/** A row that counts for a step. */
export type Proof = {
  earnedOn: Day
  /** The day of its approval. */
  countedOn: Day
  /** The last day on which it may begin to count. */
  lapsesOn: Day
  source: { kind: string; id: string; minutes?: number }
}

/** What somebody has to show for a step. */
export type Proofs = (memberId: string, step: Step) => Proof[]

const NEVER = '9999-12-31'

/** Finds everything approved and verified among the rows gathered by now. */
export function proofsIn(stage: Stage): Proofs {
  const { names, rows } = stage
  const proofs = new Map<string, Proof[]>()
  const add = (memberId: string, what: string | null | undefined, proof: Proof) => {
    if (!what) return
    const key = `${memberId}/${what}`
    proofs.set(key, [...(proofs.get(key) ?? []), proof])
  }

  const corrected = new Set(rows.ledgerEntries.map(({ correctsId }) => correctsId))
  const entries = rows.ledgerEntries.filter((row) => !row.correctsId && !corrected.has(row.id))
  const activityEntries = new Map(entries.map((entry) => [entry.activityId, entry]))
  for (const { activityId, competency } of rows.activityCompetencies) {
    const entry = activityEntries.get(activityId)
    if (!entry) continue
    const { memberId, earnedOn, bookedOn, minutes } = entry
    const source = { kind: 'activity', id: activityId, minutes }
    add(memberId, competency, { earnedOn, countedOn: bookedOn, lapsesOn: NEVER, source })
  }

  const completionEntries = new Map(entries.map((entry) => [entry.completionId, entry]))
  for (const { id, memberId, courseId, completedOn } of rows.completions) {
    const entry = completionEntries.get(id)
    if (!entry) continue
    const source = { kind: 'completion', id }
    const countedOn = entry.bookedOn
    add(memberId, courseId, { earnedOn: completedOn, countedOn, lapsesOn: NEVER, source })
  }

  const awards = new Map(rows.awards.map((award) => [award.id, award]))
  const evidence = new Map(rows.evidence.map((proof) => [proof.id, proof]))
  for (const { status, memberId, submittedAt, closedAt, ...subject } of rows.submissions) {
    if (status !== 'approved') continue
    const countedOn = dayOf(closedAt!)
    const award = subject.awardId ? awards.get(subject.awardId) : undefined
    const shown = subject.evidenceId ? evidence.get(subject.evidenceId) : undefined
    if (award) {
      const { id, achievementId, awardedOn, expiresOn } = award
      const source = { kind: 'award', id }
      const lapsesOn = expiresOn ?? NEVER
      add(memberId, achievementId, { earnedOn: awardedOn, countedOn, lapsesOn, source })
    }
    if (shown) {
      const source = { kind: 'evidence', id: shown.id }
      const earnedOn = dayOf(submittedAt)
      add(memberId, shown.stepKey, { earnedOn, countedOn, lapsesOn: NEVER, source })
    }
  }

  return (memberId, step) => {
    const what = {
      course: () => 'course' in step && names.courses[step.course],
      activity_minutes: () => 'competency' in step && step.competency,
      badge: () => 'achievement' in step && names.achievements[step.achievement],
      evidence: () => names.steps[step.key],
    }[step.kind]()
    return proofs.get(`${memberId}/${what}`) ?? []
  }
}
