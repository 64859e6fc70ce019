import { asc, eq, flagOf, maxOf, scalar, type SQL } from '#db/query.server'
import { enrollments, members, pathways, reminders } from '#db/schema'
import { dayInWords } from '../calendar'
import { reasonsOfAssignments } from '../pathways/assignments.server'
import { waitsForUs } from '../pathways/blocked-where.server'
import { reasonInWords } from '../pathways/reason'
import { titlesOfSteps } from '../pathways/steps-stood-at.server'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'
import type { Letter } from './reminder'

/** Everybody whose enrollment fits, by name, with what decides whether they get a letter. */
export async function listCandidates(scope: Scope, condition: SQL | undefined) {
  const rows = await scope.db
    .select({
      id: enrollments.id,
      memberId: enrollments.memberId,
      assignmentId: enrollments.assignmentId,
      pathway: pathways.title,
      givenName: members.givenName,
      familyName: members.familyName,
      email: members.email,
      enrolledOn: enrollments.enrolledOn,
      dueOn: enrollments.dueOn,
      lateOn: enrollments.lateOn,
      completedOn: enrollments.completedOn,
      stepsCompleted: enrollments.stepsCompleted,
      stepsRequired: enrollments.stepsRequired,
      stepKey: enrollments.nextStepKey,
      waits: flagOf(waitsForUs(scope)),
      remindedOn: scalar(
        reminders.sentOn,
        scope.db
          .select({ sentOn: maxOf(reminders.sentOn) })
          .from(reminders)
          .where(eq(reminders.enrollmentId, enrollments.id)),
      ),
    })
    .from(enrollments)
    .innerJoin(members, eq(members.id, enrollments.memberId))
    .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
    .where(condition)
    .orderBy(asc(members.sortName), asc(enrollments.id))
  return rows.map(({ waits, ...row }) => ({
    ...row,
    name: fullName(row),
    isWaiting: waits === 1,
  }))
}

export type Listed = Awaited<ReturnType<typeof listCandidates>>[number]

/** What the letters to some candidates say of each. @param origin the address of this server */
export async function letterOf(scope: Scope, candidates: Listed[], origin: string) {
  const keys = new Set(candidates.flatMap(({ stepKey }) => stepKey ?? []))
  const assignmentIds = new Set(candidates.flatMap(({ assignmentId }) => assignmentId ?? []))
  const [steps, reasonOf] = await Promise.all([
    titlesOfSteps(scope, [...keys]),
    reasonsOfAssignments(scope, [...assignmentIds]),
  ])
  const { slug, name: district } = scope.district
  return (candidate: Listed): Letter => {
    const { enrolledOn, assignmentId } = candidate
    return {
      ...candidate,
      district,
      next: steps.get(candidate.stepKey ?? '')?.title ?? null,
      link: `${origin}/d/${slug}/pathways/${candidate.id}`,
      reason: reasonInWords(reasonOf(enrolledOn, assignmentId), dayInWords),
    }
  }
}
