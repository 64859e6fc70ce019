import { and, eq, inArray, type SQL } from '#db/query.server'
import { activities, activityCompetencies, awards, completions, evidence } from '#db/schema'
import type { Scope } from '../scope.server'
import type { StepRule } from './progress'
import { BATCH } from './progress.server'

type Owner =
  | typeof completions.memberId
  | typeof awards.memberId
  | typeof activities.memberId
  | typeof evidence.memberId

/**
 * Those of some members who have anything that could count for some steps, in one query for each kind
 * of fact, however many they are. It may name more than have something that counts, never fewer.
 */
export async function membersWithFacts(scope: Scope, rules: StepRule[], memberIds: string[]) {
  const few = memberIds.length <= BATCH ? memberIds : null
  const asked = <T>(value: (rule: StepRule) => T | null) => [
    ...new Set(rules.map(value).filter((it) => it !== null)),
  ]
  const courseIds = asked((rule) => rule.courseId)
  const achievementIds = asked((rule) => rule.achievementId)
  const competencies = asked((rule) => rule.competency)
  const stepKeys = asked((rule) => (rule.kind === 'evidence' ? rule.stepKey : null))
  const among = (column: Owner): SQL | undefined =>
    few === null ? undefined : inArray(column, few)
  const found = await Promise.all([
    courseIds.length === 0
      ? []
      : scope.db
          .selectDistinct({ memberId: completions.memberId })
          .from(completions)
          .where(
            and(
              inArray(completions.courseId, courseIds),
              eq(completions.status, 'approved'),
              among(completions.memberId),
            ),
          ),
    achievementIds.length === 0
      ? []
      : scope.db
          .selectDistinct({ memberId: awards.memberId })
          .from(awards)
          .where(
            and(
              inArray(awards.achievementId, achievementIds),
              eq(awards.verification, 'verified_by_person'),
              among(awards.memberId),
            ),
          ),
    competencies.length === 0
      ? []
      : scope.db
          .selectDistinct({ memberId: activities.memberId })
          .from(activityCompetencies)
          .innerJoin(activities, eq(activities.id, activityCompetencies.activityId))
          .where(
            and(
              inArray(activityCompetencies.competency, competencies),
              eq(activities.status, 'approved'),
              among(activities.memberId),
            ),
          ),
    stepKeys.length === 0
      ? []
      : scope.db
          .selectDistinct({ memberId: evidence.memberId })
          .from(evidence)
          .where(and(inArray(evidence.stepKey, stepKeys), among(evidence.memberId))),
  ])
  return new Set(found.flat().map(({ memberId }) => memberId))
}
