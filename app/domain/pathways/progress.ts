import type { StepKind } from '#db/words'
import { addDays, addMonths, type Day } from '../calendar'
import { requiredOf } from './pathway'

/** What a step asks for. */
export type StepRule = {
  stepKey: string
  kind: StepKind
  courseId: string | null
  achievementId: string | null
  competency: string | null
  minutes: number | null
}

/** What a person has to show for one enrollment: approved or verified rows only, in any order. */
export type Facts = {
  completions: { id: string; courseId: string | null; completedOn: Day }[]
  activities: { id: string; competencies: string[]; minutes: number; earnedOn: Day }[]
  /** Without those that have expired. */
  awards: { id: string; achievementId: string | null; awardedOn: Day }[]
  evidence: { id: string; stepKey: string; sentOn: Day }[]
}

/** A row that counts: an activity, completion, award or evidence. */
export type Source = { kind: string; id: string; minutes?: number }

/** A step that was done before; it stays done, whatever becomes of its rule. */
export type KeptStep = { completedOn: Day; sources: Source[] }

export type StepProgress = {
  stepKey: string
  /** The day its last proof was earned; null while it is not done. */
  completedOn: Day | null
  /** The rows that count, those of an unfinished step included. */
  sources: Source[]
  haveMinutes: number
  needMinutes: number
}

export type Progress = {
  steps: StepProgress[]
  /** Steps done, never more than are required. */
  completed: number
  required: number
  /** Whether anything counts yet. */
  engaged: boolean
  /** The day the last required proof was earned; null while the pathway is not completed. */
  provenOn: Day | null
  /** The first step that is not done, in the order of the pathway; it blocks nothing. */
  next: string | null
}

/**
 * How far somebody is. The order of the steps only says what is next, and evidence counts in every
 * place it fits.
 *
 * @param from proof earned before this day does not count; null when everything does
 */
export function progressOf(
  rules: StepRule[],
  requiredSteps: number | null,
  facts: Facts,
  kept: Map<string, KeptStep> = new Map(),
  from: Day | null = null,
): Progress {
  const steps = rules.map((rule) => {
    const before = kept.get(rule.stepKey)
    return before ? keptProgress(rule, before) : stepProgress(rule, facts, from ?? '')
  })
  const days = steps.flatMap(({ completedOn }) => completedOn ?? []).sort()
  const required = requiredOf(requiredSteps, rules.length)
  const isComplete = required > 0 && days.length >= required
  return {
    steps,
    completed: Math.min(days.length, required),
    required,
    engaged: steps.some(({ sources, completedOn }) => sources.length > 0 || completedOn !== null),
    provenOn: isComplete ? days[required - 1]! : null,
    next: isComplete ? null : (steps.find(({ completedOn }) => !completedOn)?.stepKey ?? null),
  }
}

/**
 * The first day whose proof counts for an enrollment. Where a completion stays current for some
 * months only, proof that would have lapsed before the enrollment began does not count; and who
 * starts again shows something newer than what completed it the last time.
 */
export function countsFrom(enrollment: {
  enrolledOn: Day
  validMonths: number | null
  completedBefore: Day | null
}): Day | null {
  const { enrolledOn, validMonths, completedBefore } = enrollment
  const fresh = validMonths === null ? '' : addDays(addMonths(enrolledOn, -validMonths), 1)
  const newer = completedBefore === null ? '' : addDays(completedBefore, 1)
  return (fresh > newer ? fresh : newer) || null
}

/** The first day on which a completion is no longer current; null when it always stays so. */
export const expiryOf = (provenOn: Day, validMonths: number | null) =>
  validMonths === null ? null : addMonths(provenOn, validMonths)

function keptProgress(rule: StepRule, { completedOn, sources }: KeptStep): StepProgress {
  const haveMinutes = sources.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
  return { stepKey: rule.stepKey, completedOn, sources, haveMinutes, needMinutes: haveMinutes }
}

function stepProgress(rule: StepRule, facts: Facts, from: Day): StepProgress {
  if (rule.kind === 'activity_minutes') return minutesProgress(rule, facts, from)
  const [first] = proofs(rule, facts)
    .filter(({ on }) => on >= from)
    .sort(byDay)
  return {
    stepKey: rule.stepKey,
    completedOn: first?.on ?? null,
    sources: first ? [{ kind: first.kind, id: first.id }] : [],
    haveMinutes: 0,
    needMinutes: 0,
  }
}

function proofs(rule: StepRule, facts: Facts) {
  if (rule.kind === 'course') {
    return facts.completions
      .filter(({ courseId }) => courseId !== null && courseId === rule.courseId)
      .map(({ id, completedOn }) => ({ kind: 'completion', id, on: completedOn }))
  }
  if (rule.kind === 'badge') {
    return facts.awards
      .filter(({ achievementId }) => achievementId !== null && achievementId === rule.achievementId)
      .map(({ id, awardedOn }) => ({ kind: 'award', id, on: awardedOn }))
  }
  return facts.evidence
    .filter(({ stepKey }) => stepKey === rule.stepKey)
    .map(({ id, sentOn }) => ({ kind: 'evidence', id, on: sentOn }))
}

function minutesProgress(rule: StepRule, facts: Facts, from: Day): StepProgress {
  const needMinutes = rule.minutes ?? 0
  const fitting = facts.activities
    .filter(({ competencies, earnedOn }) => fits(rule, competencies) && earnedOn >= from)
    .map((activity) => ({ ...activity, on: activity.earnedOn }))
    .sort(byDay)

  const sources: Source[] = []
  let haveMinutes = 0
  let completedOn: Day | null = null
  for (const { id, minutes, on } of fitting) {
    sources.push({ kind: 'activity', id, minutes })
    haveMinutes += minutes
    if (haveMinutes < needMinutes) continue
    completedOn = on
    break
  }
  return { stepKey: rule.stepKey, completedOn, sources, haveMinutes, needMinutes }
}

const fits = (rule: StepRule, competencies: string[]) =>
  rule.competency !== null && competencies.includes(rule.competency)

const byDay = (a: { on: Day; id: string }, b: { on: Day; id: string }) =>
  a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1
