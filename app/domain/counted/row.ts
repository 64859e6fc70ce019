import type { ActivityStatus, SubmissionStatus } from '#db/words'
import type { Day } from '../calendar'
import type { Fact, SourceKind } from '../pathways/step-kinds/kind'

/** A row of somebody that may count in several places. */
export type CountedRow = {
  kind: SourceKind
  id: string
  memberId: string
  /** What it will be once it is approved; null for what counts already, or never will. */
  expected: Fact | null
}

type Row = { id: string; memberId: string }

const nothing = { until: null, about: null, competencies: [], minutes: 0, goalKind: null }

/** An activity; one that has no days or hours yet is not expected anywhere. */
export function countedActivity(
  activity: Row & {
    status: ActivityStatus
    startedOn: Day | null
    endedOn: Day | null
    minutes: number | null
    competencies: string[]
  },
): CountedRow {
  const { id, memberId, status, startedOn, endedOn, minutes, competencies } = activity
  const on = endedOn ?? startedOn
  const isExpected = isUndecided(status) && on !== null && minutes !== null
  const row = { kind: 'activity' as const, id }
  return {
    ...row,
    memberId,
    expected: isExpected ? { ...nothing, ...row, on, minutes, competencies } : null,
  }
}

/** A finished course. */
export function countedCompletion(
  completion: Row & { status: SubmissionStatus; courseId: string | null; completedOn: Day },
): CountedRow {
  const { id, memberId, status, courseId: about, completedOn: on } = completion
  const row = { kind: 'completion' as const, id }
  return {
    ...row,
    memberId,
    expected: isUndecided(status) ? { ...nothing, ...row, about, on } : null,
  }
}

/** A badge that was earned. */
export function countedAward(
  award: Row & {
    achievementId: string | null
    awardedOn: Day
    expiresOn: Day | null
    verification: string
  },
): CountedRow {
  const { id, memberId, achievementId: about, awardedOn: on, expiresOn: until } = award
  const row = { kind: 'award' as const, id }
  const isExpected = award.verification === 'not_verified'
  return {
    ...row,
    memberId,
    expected: isExpected ? { ...nothing, ...row, about, on, until } : null,
  }
}

/** A goal, or a pathway that was completed: it counts, or it does not. */
export const countedAsItIs = (kind: 'goal' | 'enrollment', { id, memberId }: Row): CountedRow => ({
  kind,
  id,
  memberId,
  expected: null,
})

const isUndecided = (status: ActivityStatus | SubmissionStatus) =>
  status !== 'approved' && status !== 'denied'
