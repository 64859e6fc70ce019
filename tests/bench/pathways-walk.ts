import type { Bulk } from '#db/bulk.server'
import { awards, completions, enrollments, stepCompletions, submissions } from '#db/schema'
import { addDays } from '#db/seed/day'
import { AREAS, type Educator, type Ground, OWN } from './pathways-ground'
import type { Offered } from './pathways-offered'

/** Puts the audience of an assignment on its pathway, each as far as what they have done brings them. */
export async function walk(
  insert: Bulk,
  { id, today, before }: Ground,
  given: { index: number; pathway: Offered; people: Educator[]; open: number },
) {
  const { index, pathway, people, open } = given
  const { steps, kind, dueOn } = pathway
  const [enrolledOn, doneOn] = [addDays(today, -60), addDays(today, -50)]
  const lateOn = kind === 'mandated' ? addDays(dueOn, 8) : null
  const walkers = people.flatMap(({ area, ...person }, number) => {
    if (index > 0 && area !== index % AREAS) return []
    const turn = (number * 7 + index * 13) % 10
    const far = index === 0 ? (number >= open ? 2 : number % 2) : turn < 4 ? 0 : turn < 7 ? 1 : 2
    const isWaiting = index === 0 && far === 0 && number % 50 === 0
    return [{ ...person, far, isWaiting, hours: number % 10 === 0, enrollmentId: id() }]
  })
  await insert(
    enrollments,
    walkers.map(({ id: memberId, far, hours, enrollmentId }) => ({
      id: enrollmentId,
      memberId,
      pathwayId: pathway.id,
      versionId: pathway.versionId,
      assignmentId: pathway.assignmentId,
      assignedOn: enrolledOn,
      enrolledOn,
      dueOn,
      lateOn,
      stepsCompleted: far,
      stepsRequired: 2,
      share: far * 500,
      nextStepKey: [steps.course, steps.badge][far],
      lastStepOn: far > 0 ? doneOn : null,
      engagedOn: far > 0 || hours ? doneOn : null,
      completedOn: far === 2 ? doneOn : null,
    })),
    OWN,
  )
  const taken = walkers
    .filter(({ far, isWaiting }) => far > 0 || isWaiting)
    .map(({ id: memberId, schoolId, far, isWaiting, enrollmentId }) => ({
      id: id(),
      memberId,
      organizationId: schoolId,
      courseId: pathway.courseId,
      title: 'The course',
      completedOn: doneOn,
      minutes: 60,
      source: 'educator' as const,
      strength: 'self_reported' as const,
      status: isWaiting ? ('waiting' as const) : ('approved' as const),
      version: 1,
      createdAt: before,
      far,
      isWaiting,
      enrollmentId,
    }))
  const earned = walkers
    .filter(({ far }) => far === 2)
    .map(({ id: memberId, schoolId, enrollmentId }) => ({
      id: id(),
      memberId,
      organizationId: schoolId,
      achievementId: pathway.achievementId,
      title: 'The badge',
      issuer: 'Measured',
      awardedOn: doneOn,
      verification: 'verified_by_person' as const,
      decidedOn: doneOn,
      createdAt: before,
      enrollmentId,
    }))
  await insert(completions, taken, OWN)
  await insert(awards, earned, OWN)
  await insert(
    submissions,
    taken
      .filter(({ isWaiting }) => isWaiting)
      .map((row) => ({
        id: id(),
        memberId: row.memberId,
        organizationId: row.organizationId,
        kind: 'completion' as const,
        completionId: row.id,
        minutes: 60,
        status: 'waiting' as const,
        submittedAt: before,
        dueOn: addDays(today, 10),
      })),
    OWN,
  )
  const done = (enrollmentId: string, stepKey: string, source: { kind: string; id: string }) => ({
    id: id(),
    enrollmentId,
    stepKey,
    completedOn: doneOn,
    sources: [source],
  })
  await insert(
    stepCompletions,
    [
      ...taken
        .filter(({ far }) => far > 0)
        .map((row) => done(row.enrollmentId, steps.course, { kind: 'completion', id: row.id })),
      ...earned.map((row) => done(row.enrollmentId, steps.badge, { kind: 'award', id: row.id })),
    ],
    OWN,
  )
}
