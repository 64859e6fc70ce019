import { and, asc, desc, eq, inArray } from '#db/query.server'
import {
  activities,
  activityCompetencies,
  awards,
  completions,
  evidence,
  members,
  reviews,
  submissions,
} from '#db/schema'
import type { Day } from '../calendar'
import { fullName } from '../people/name'
import { isLastReview } from '../reviews/standing-then.server'
import type { Scope } from '../scope.server'
import type { StepRule } from './progress'

/** Something of the actor's own that would count for a step once somebody approves it. */
export type Pending = {
  kind: 'activity' | 'completion' | 'award' | 'evidence'
  /** The row it is about. */
  id: string
  title: string
  minutes: number | null
  status: 'waiting' | 'returned' | 'denied'
  submissionId: string
  submittedAt: Date
  /** When a decision on it was taken back, so that it waits again. */
  reopenedAt: Date | null
  dueOn: Day
  /** Who returned or denied it, and why. */
  by: string | null
  reason: string | null
}

const sent = {
  submissionId: submissions.id,
  status: submissions.status,
  submittedAt: submissions.submittedAt,
  reopenedAt: submissions.reopenedAt,
  dueOn: submissions.dueOn,
  minutes: submissions.minutes,
}

/** What the actor has sent that is not counted yet, by the key of the step that it is for. */
export async function listPending(scope: Scope, rules: StepRule[]) {
  const [learned, completed, awarded, shown] = await Promise.all([
    waitingActivities(scope, rules),
    waitingCompletions(scope, rules),
    waitingAwards(scope, rules),
    undecidedEvidence(scope, rules),
  ])
  return new Map<string, Pending[]>(
    rules.map(({ stepKey, kind, courseId, achievementId, competency }) => {
      if (kind === 'course') return [stepKey, completed.filter((row) => row.asked === courseId)]
      if (kind === 'badge') return [stepKey, awarded.filter((row) => row.asked === achievementId)]
      if (kind === 'evidence') return [stepKey, shown.filter((row) => row.asked === stepKey)]
      return [stepKey, learned.filter((row) => row.asked === competency)]
    }),
  )
}

const asked = <T>(rules: StepRule[], value: (rule: StepRule) => T | null) =>
  rules.map(value).filter((it) => it !== null)

const undecided = { status: 'waiting', by: null, reason: null } as const

async function waitingActivities(scope: Scope, rules: StepRule[]) {
  const rows = await scope.db
    .select({
      ...sent,
      id: activities.id,
      title: activities.title,
      asked: activityCompetencies.competency,
    })
    .from(submissions)
    .innerJoin(activities, eq(activities.id, submissions.activityId))
    .innerJoin(activityCompetencies, eq(activityCompetencies.activityId, activities.id))
    .where(
      and(
        waitingOf(scope),
        inArray(
          activityCompetencies.competency,
          asked(rules, ({ competency }) => competency),
        ),
      ),
    )
    .orderBy(asc(submissions.submittedAt), asc(submissions.id))
  return rows.map((row) => ({ ...row, ...undecided, kind: 'activity' as const }))
}

async function waitingCompletions(scope: Scope, rules: StepRule[]) {
  const rows = await scope.db
    .select({
      ...sent,
      id: completions.id,
      title: completions.title,
      asked: completions.courseId,
    })
    .from(submissions)
    .innerJoin(completions, eq(completions.id, submissions.completionId))
    .where(
      and(
        waitingOf(scope),
        inArray(
          completions.courseId,
          asked(rules, ({ courseId }) => courseId),
        ),
      ),
    )
    .orderBy(asc(submissions.submittedAt), asc(submissions.id))
  return rows.map((row) => ({ ...row, ...undecided, kind: 'completion' as const }))
}

async function waitingAwards(scope: Scope, rules: StepRule[]) {
  const rows = await scope.db
    .select({ ...sent, id: awards.id, title: awards.title, asked: awards.achievementId })
    .from(submissions)
    .innerJoin(awards, eq(awards.id, submissions.awardId))
    .where(
      and(
        waitingOf(scope),
        inArray(
          awards.achievementId,
          asked(rules, ({ achievementId }) => achievementId),
        ),
      ),
    )
    .orderBy(asc(submissions.submittedAt), asc(submissions.id))
  return rows.map((row) => ({ ...row, ...undecided, kind: 'award' as const }))
}

type Undecided = Pending & { asked: string | null }

/** Evidence that waits, and what came back of it: the newest word on each piece. */
async function undecidedEvidence(scope: Scope, rules: StepRule[]) {
  const rows = await scope.db
    .select({
      ...sent,
      id: evidence.id,
      title: evidence.name,
      asked: evidence.stepKey,
      reason: reviews.reason,
      givenName: members.givenName,
      familyName: members.familyName,
    })
    .from(submissions)
    .innerJoin(evidence, eq(evidence.id, submissions.evidenceId))
    .leftJoin(reviews, and(eq(reviews.submissionId, submissions.id), isLastReview(scope))!)
    .leftJoin(members, eq(members.id, reviews.reviewerId))
    .where(
      and(
        eq(submissions.memberId, scope.actor.id),
        inArray(
          evidence.stepKey,
          asked(rules, (rule) => (rule.kind === 'evidence' ? rule.stepKey : null)),
        ),
      ),
    )
    .orderBy(
      desc(eq(submissions.status, 'waiting')),
      desc(submissions.submittedAt),
      desc(submissions.id),
    )
  const newest = new Map(rows.toReversed().map((row) => [row.id, row]))
  return [...newest.values()].flatMap(({ status, givenName, familyName, ...row }): Undecided[] => {
    if (status === 'approved' || status === 'withdrawn') return []
    if (status === 'waiting') return [{ ...row, ...undecided, kind: 'evidence' }]
    const by = givenName === null ? null : fullName({ givenName, familyName: familyName ?? '' })
    return [{ ...row, status, by, kind: 'evidence' }]
  })
}

const waitingOf = (scope: Scope) =>
  and(eq(submissions.memberId, scope.actor.id), eq(submissions.status, 'waiting'))
