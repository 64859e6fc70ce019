import { and, eq, gte, inArray, isNull, or } from '#db/query.server'
import {
  activities,
  activityCompetencies,
  awards,
  completions,
  evidence,
  submissions,
} from '#db/schema'
import { dayIn } from '../calendar'
import type { Scope } from '../scope.server'
import { groupBy } from '../grouping'
import type { Facts, StepRule } from './progress'

/**
 * What some members have to show for some steps, in four queries however many members there are.
 *
 * @param memberIds at most 400
 * @returns the facts of a member
 */
export async function loadFacts(scope: Scope, memberIds: string[], rules: StepRule[]) {
  const asked = <T>(value: (rule: StepRule) => T | null) => [
    ...new Set(rules.map(value).filter((it) => it !== null)),
  ]
  const evidenceKeys = rules.filter(({ kind }) => kind === 'evidence').map((rule) => rule.stepKey)
  const completed = byMember(
    await completionsOf(
      scope,
      memberIds,
      asked(({ courseId }) => courseId),
    ),
  )
  const learned = byMember(
    await activitiesOf(
      scope,
      memberIds,
      asked(({ competency }) => competency),
    ),
  )
  const awarded = byMember(
    await awardsOf(
      scope,
      memberIds,
      asked(({ achievementId }) => achievementId),
    ),
  )
  const shown = byMember(await evidenceOf(scope, memberIds, [...new Set(evidenceKeys)]))
  return (memberId: string): Facts => ({
    completions: completed.get(memberId) ?? [],
    activities: learned.get(memberId) ?? [],
    awards: awarded.get(memberId) ?? [],
    evidence: shown.get(memberId) ?? [],
  })
}

const byMember = <Row extends { memberId: string }>(rows: Iterable<Row>) =>
  groupBy(rows, ({ memberId }) => memberId)

async function completionsOf(scope: Scope, memberIds: string[], courseIds: string[]) {
  if (courseIds.length === 0) return []
  return scope.db
    .select({
      memberId: completions.memberId,
      id: completions.id,
      courseId: completions.courseId,
      completedOn: completions.completedOn,
    })
    .from(completions)
    .where(
      and(
        inArray(completions.memberId, memberIds),
        inArray(completions.courseId, courseIds),
        eq(completions.status, 'approved'),
      ),
    )
}

async function activitiesOf(scope: Scope, memberIds: string[], competencies: string[]) {
  if (competencies.length === 0) return []
  const rows = await scope.db
    .select({
      memberId: activities.memberId,
      id: activities.id,
      minutes: activities.minutes,
      startedOn: activities.startedOn,
      endedOn: activities.endedOn,
      competency: activityCompetencies.competency,
    })
    .from(activities)
    .innerJoin(activityCompetencies, eq(activityCompetencies.activityId, activities.id))
    .where(
      and(
        inArray(activities.memberId, memberIds),
        eq(activities.status, 'approved'),
        inArray(activityCompetencies.competency, competencies),
      ),
    )
  const byId = new Map<string, Facts['activities'][number] & { memberId: string }>()
  for (const { id, memberId, minutes, startedOn, endedOn, competency } of rows) {
    const known = byId.get(id)
    if (known) known.competencies.push(competency)
    else {
      const earnedOn = endedOn ?? startedOn ?? scope.today
      byId.set(id, { id, memberId, minutes: minutes ?? 0, earnedOn, competencies: [competency] })
    }
  }
  return byId.values()
}

async function awardsOf(scope: Scope, memberIds: string[], achievementIds: string[]) {
  if (achievementIds.length === 0) return []
  return scope.db
    .select({
      memberId: awards.memberId,
      id: awards.id,
      achievementId: awards.achievementId,
      awardedOn: awards.awardedOn,
    })
    .from(awards)
    .where(
      and(
        inArray(awards.memberId, memberIds),
        inArray(awards.achievementId, achievementIds),
        eq(awards.verification, 'verified_by_person'),
        or(isNull(awards.expiresOn), gte(awards.expiresOn, scope.today)),
      ),
    )
}

async function evidenceOf(scope: Scope, memberIds: string[], stepKeys: string[]) {
  if (stepKeys.length === 0) return []
  const rows = await scope.db
    .select({
      memberId: evidence.memberId,
      id: evidence.id,
      stepKey: evidence.stepKey,
      submittedAt: submissions.submittedAt,
    })
    .from(evidence)
    .innerJoin(submissions, eq(submissions.evidenceId, evidence.id))
    .where(
      and(
        inArray(evidence.memberId, memberIds),
        inArray(evidence.stepKey, stepKeys),
        eq(submissions.status, 'approved'),
      ),
    )
  return rows.map(({ memberId, id, stepKey, submittedAt }) => ({
    memberId,
    id,
    stepKey: stepKey!,
    sentOn: dayIn(scope.district.timeZone, submittedAt),
  }))
}
