import { and, asc, eq, isNotNull, isNull, ne, or } from '#db/query.server'
import {
  activities,
  activityCompetencies,
  awards,
  completions,
  enrollments,
  evidence,
  goalCheckIns,
  goalPriorities,
  goals,
  ledgerEntries,
  organizations,
  pathways,
  priorities,
} from '#db/schema'
import type { Scope } from '../scope.server'

/** The activities of a member that were sent at least once, oldest first. */
export const listActivities = (scope: Scope, memberId: string) =>
  scope.db
    .select({
      id: activities.id,
      organizationId: activities.organizationId,
      organization: organizations.name,
      title: activities.title,
      kind: activities.kind,
      startedOn: activities.startedOn,
      endedOn: activities.endedOn,
      minutes: activities.minutes,
      provider: activities.provider,
      sponsorNumber: activities.sponsorNumber,
      location: activities.location,
      fundingSource: activities.fundingSource,
      reflection: activities.reflection,
      status: activities.status,
    })
    .from(activities)
    .leftJoin(organizations, eq(organizations.id, activities.organizationId))
    .where(and(eq(activities.memberId, memberId), ne(activities.status, 'draft')))
    .orderBy(asc(activities.id))

/** The competencies that a member's activities name. */
export const listCompetencies = (scope: Scope, memberId: string) =>
  scope.db
    .select({
      activityId: activityCompetencies.activityId,
      competency: activityCompetencies.competency,
    })
    .from(activityCompetencies)
    .innerJoin(activities, eq(activities.id, activityCompetencies.activityId))
    .where(eq(activities.memberId, memberId))
    .orderBy(asc(activityCompetencies.competency))

/** The finished courses of a member. */
export const listCompletions = (scope: Scope, memberId: string) =>
  scope.db
    .select({
      id: completions.id,
      organizationId: completions.organizationId,
      organization: organizations.name,
      title: completions.title,
      kind: completions.kind,
      completedOn: completions.completedOn,
      minutes: completions.minutes,
      provider: completions.provider,
      strength: completions.strength,
      status: completions.status,
    })
    .from(completions)
    .leftJoin(organizations, eq(organizations.id, completions.organizationId))
    .where(eq(completions.memberId, memberId))
    .orderBy(asc(completions.id))

/** The badges of a member. */
export const listAwards = (scope: Scope, memberId: string) =>
  scope.db
    .select({
      id: awards.id,
      organizationId: awards.organizationId,
      organization: organizations.name,
      title: awards.title,
      issuer: awards.issuer,
      awardedOn: awards.awardedOn,
      expiresOn: awards.expiresOn,
      url: awards.url,
      verification: awards.verification,
    })
    .from(awards)
    .leftJoin(organizations, eq(organizations.id, awards.organizationId))
    .where(eq(awards.memberId, memberId))
    .orderBy(asc(awards.id))

/** The goals of a member, each with the priority it serves now. */
export const listGoals = (scope: Scope, memberId: string) =>
  scope.db
    .select({
      id: goals.id,
      organizationId: goals.organizationId,
      organization: organizations.name,
      title: goals.title,
      kind: goals.kind,
      competency: goals.competency,
      baseline: goals.baseline,
      target: goals.target,
      measure: goals.measure,
      setOn: goals.setOn,
      dueOn: goals.dueOn,
      status: goals.status,
      outcome: goals.outcome,
      closedOn: goals.closedOn,
      priority: priorities.name,
      priorityOwner: priorities.owner,
    })
    .from(goals)
    .leftJoin(organizations, eq(organizations.id, goals.organizationId))
    .leftJoin(
      goalPriorities,
      and(eq(goalPriorities.goalId, goals.id), isNull(goalPriorities.replacedOn)),
    )
    .leftJoin(priorities, eq(priorities.id, goalPriorities.priorityId))
    .where(eq(goals.memberId, memberId))
    .orderBy(asc(goals.id))

/** The check-ins of a member's goals, oldest first. */
export const listCheckIns = (scope: Scope, memberId: string) =>
  scope.db
    .select({
      id: goalCheckIns.id,
      goalId: goalCheckIns.goalId,
      checkedOn: goalCheckIns.checkedOn,
      note: goalCheckIns.note,
    })
    .from(goalCheckIns)
    .innerJoin(goals, eq(goals.id, goalCheckIns.goalId))
    .where(eq(goals.memberId, memberId))
    .orderBy(asc(goalCheckIns.checkedOn), asc(goalCheckIns.id))

/** The pathways a member is on or has completed; those taken back are left out. */
export const listEnrollments = (scope: Scope, memberId: string) =>
  scope.db
    .select({
      id: enrollments.id,
      title: pathways.title,
      enrolledOn: enrollments.enrolledOn,
      dueOn: enrollments.dueOn,
      completedOn: enrollments.completedOn,
      expiresOn: enrollments.expiresOn,
      stepsCompleted: enrollments.stepsCompleted,
      stepsRequired: enrollments.stepsRequired,
    })
    .from(enrollments)
    .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
    .where(
      and(
        eq(enrollments.memberId, memberId),
        or(isNotNull(enrollments.completedOn), isNull(enrollments.endedOn)),
      ),
    )
    .orderBy(asc(enrollments.id))

/** What was booked for a member, corrections included, oldest first. */
export const listBookings = (scope: Scope, memberId: string) =>
  scope.db
    .select({
      activityId: ledgerEntries.activityId,
      completionId: ledgerEntries.completionId,
      kind: ledgerEntries.kind,
      minutes: ledgerEntries.minutes,
      schoolYear: ledgerEntries.schoolYear,
      strength: ledgerEntries.strength,
    })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.memberId, memberId))
    .orderBy(asc(ledgerEntries.bookedOn), asc(ledgerEntries.id))

/** Everything that backs something of a member's, in the order it was added. */
export const listEvidence = (scope: Scope, memberId: string) =>
  scope.db
    .select({
      id: evidence.id,
      activityId: evidence.activityId,
      completionId: evidence.completionId,
      awardId: evidence.awardId,
      goalId: evidence.goalId,
      broughtId: evidence.broughtId,
      kind: evidence.kind,
      name: evidence.name,
      content: evidence.content,
      mediaType: evidence.mediaType,
      bytes: evidence.bytes,
      sha256: evidence.sha256,
      strength: evidence.strength,
      mayShowStudents: evidence.mayShowStudents,
      destroyedOn: evidence.destroyedOn,
    })
    .from(evidence)
    .where(eq(evidence.memberId, memberId))
    .orderBy(asc(evidence.createdAt), asc(evidence.id))
