import { listBrought } from '../brought/queries.server'
import { bookedKind } from '../completions/completion'
import { can } from '../policy'
import type { Scope } from '../scope.server'
import type { Backing } from './backing.server'
import type {
  RecordActivity,
  RecordAward,
  RecordBrought,
  RecordCompletion,
  RecordEnrollment,
  RecordGoal,
} from './record'
import {
  listActivities,
  listAwards,
  listCheckIns,
  listCompetencies,
  listCompletions,
  listEnrollments,
  listGoals,
} from './rows.server'

/** A member's activities that were sent at least once. */
export async function readActivities(
  scope: Scope,
  memberId: string,
  backing: Backing,
): Promise<RecordActivity[]> {
  const [rows, named] = await Promise.all([
    listActivities(scope, memberId),
    listCompetencies(scope, memberId),
  ])
  const competenciesOf = valuesBy(named.map((row) => [row.activityId, row.competency]))
  return rows.map(({ organizationId, organization, ...row }) => ({
    ...row,
    ...backing.of({ id: row.id, organizationId, organization }),
    ...backing.countedFor(row.id),
    competencies: competenciesOf.get(row.id) ?? [],
    canOpen: can(scope.actor, 'activity.view', { ...row, memberId, organizationId }),
  }))
}

/** A member's finished courses. */
export async function readCompletions(
  scope: Scope,
  memberId: string,
  backing: Backing,
): Promise<RecordCompletion[]> {
  const rows = await listCompletions(scope, memberId)
  return rows.map(({ organizationId, organization, strength, ...row }) => ({
    ...row,
    kind: bookedKind(row),
    ...backing.of({ id: row.id, organizationId, organization }),
    strength,
    ...backing.countedFor(row.id),
    canOpen: can(scope.actor, 'completion.view', { memberId, organizationId }),
  }))
}

/** A member's badges. */
export async function readAwards(
  scope: Scope,
  memberId: string,
  backing: Backing,
): Promise<RecordAward[]> {
  const rows = await listAwards(scope, memberId)
  return rows.map(({ organizationId, organization, ...row }) => ({
    ...row,
    ...backing.of({ id: row.id, organizationId, organization, url: row.url }),
    canOpen: can(scope.actor, 'award.view', { memberId, organizationId }),
  }))
}

/** A member's goals, with their check-ins. */
export async function readGoals(
  scope: Scope,
  memberId: string,
  backing: Backing,
): Promise<RecordGoal[]> {
  const [rows, notes] = await Promise.all([
    listGoals(scope, memberId),
    listCheckIns(scope, memberId),
  ])
  const checkInsOf = valuesBy(notes.map(({ goalId, ...note }) => [goalId, note]))
  return rows.map(({ organizationId, organization, ...row }) => ({
    ...row,
    ...backing.of({ id: row.id, organizationId, organization }),
    checkIns: checkInsOf.get(row.id) ?? [],
    canOpen: can(scope.actor, 'goal.view', { memberId, organizationId }),
  }))
}

/** The pathways a member is on or has completed; their pages are the member's own. */
export async function readEnrollments(scope: Scope, memberId: string): Promise<RecordEnrollment[]> {
  const rows = await listEnrollments(scope, memberId)
  return rows.map((row) => ({ ...row, canOpen: memberId === scope.actor.id }))
}

/** What a member has brought along from other districts; the evidence as far as the actor may see it. */
export async function readBrought(
  scope: Scope,
  memberId: string,
  backing: Backing,
): Promise<RecordBrought[]> {
  const rows = await listBrought(scope, memberId)
  return rows.map((row) => ({
    ...row,
    evidence: backing.of({ id: row.id, organizationId: null, organization: null }).evidence,
  }))
}

function valuesBy<V>(pairs: [string, V][]) {
  const groups = new Map<string, V[]>()
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value])
  return groups
}
