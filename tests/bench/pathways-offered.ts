import type { Bulk } from '#db/bulk.server'
import {
  achievements,
  assignments,
  courses,
  pathwayAsks,
  pathwayGroups,
  pathways,
  pathwaySteps,
  pathwayVersions,
} from '#db/schema'
import { addDays } from '#db/seed/day'
import type { AssignmentKind, Audience } from '#db/words'
import { NO_DUE_DATE } from '~/domain/pathways/due'
import { AREAS, ASSIGNED, type Ground, MINUTES, OWN, type Places } from './pathways-ground'

const FRESH = 3

export type Offered = Awaited<ReturnType<typeof addPathways>>[number]

/** Sixty pathways with an assignment each, and some without. */
export async function addPathways(
  insert: Bulk,
  ground: Ground,
  places: Places,
  coordinatorId: string,
) {
  const { id, today, before } = ground
  const offered = Array.from({ length: ASSIGNED + FRESH }, (_, index) => ({
    id: id(),
    versionId: id(),
    assignmentId: id(),
    courseId: id(),
    achievementId: id(),
    steps: { course: id(), badge: id(), hours: id() },
    groupKey: id(),
    title: `Pathway ${String(index + 1).padStart(2, '0')}`,
    kind: (index % 2 === 0 ? 'mandated' : 'recommended') as AssignmentKind,
    dueOn: addDays(today, index % 6 === 2 ? -20 : 30),
  }))
  await insert(
    courses,
    offered.map((row) => ({
      id: row.courseId,
      title: `Course of ${row.title}`,
      createdAt: before,
    })),
    OWN,
  )
  await insert(
    achievements,
    offered.map((row) => ({
      id: row.achievementId,
      title: `Badge of ${row.title}`,
      issuer: 'Measured',
      createdAt: before,
    })),
    OWN,
  )
  await insert(
    pathways,
    offered.map((row) => ({
      id: row.id,
      title: row.title,
      description: '',
      status: 'published' as const,
      version: 1,
      createdAt: before,
    })),
    OWN,
  )
  await insert(
    pathwayVersions,
    offered.map((row) => ({
      id: row.versionId,
      pathwayId: row.id,
      number: 1,
      ordered: false,
      publishedAt: before,
      publishedById: coordinatorId,
    })),
    OWN,
  )
  await insert(
    pathwayGroups,
    offered.map((row) => ({
      id: id(),
      versionId: row.versionId,
      groupKey: row.groupKey,
      position: 2,
      title: 'Either',
      requiredSteps: 1,
      ordered: false,
    })),
    OWN,
  )
  const steps = offered.flatMap(({ versionId, steps, groupKey, courseId, achievementId }) => [
    { ...stepOf(versionId, steps.course, 'Take the course', 1, null), course: courseId },
    { ...stepOf(versionId, steps.badge, 'Earn the badge', 1, groupKey), badge: achievementId },
    { ...stepOf(versionId, steps.hours, 'Five hours', 2, groupKey), minutes: 300 },
  ])
  await insert(pathwaySteps, steps, OWN)
  await insert(
    pathwayAsks,
    steps.map((step) => ({
      id: id(),
      stepId: step.id,
      position: 1,
      kind:
        'course' in step
          ? ('course' as const)
          : 'badge' in step
            ? ('badge' as const)
            : ('activity_minutes' as const),
      courseId: 'course' in step ? step.course : null,
      achievementId: 'badge' in step ? step.badge : null,
      competencies: 'minutes' in step ? [MINUTES] : [],
      minutes: 'minutes' in step ? step.minutes : null,
      rubric: [],
    })),
    OWN,
  )
  await insert(
    assignments,
    offered.slice(0, ASSIGNED).map((row, index) => ({
      id: row.assignmentId,
      pathwayId: row.id,
      kind: row.kind,
      audience: educatorsOf(index === 0 ? places.id : places.areas[index % AREAS]!.id),
      due: { ...NO_DUE_DATE, from: 'day' as const, on: row.dueOn },
      graceDays: 7,
      version: 1,
      createdById: coordinatorId,
      createdAt: before,
    })),
    OWN,
  )
  return offered

  function stepOf(
    versionId: string,
    stepKey: string,
    title: string,
    position: number,
    groupKey: string | null,
  ) {
    return { id: id(), versionId, stepKey, groupKey, position, title, weight: 1 }
  }
}

/** The educators of a part of the district who were hired since 1990. */
export const educatorsOf = (organizationId: string): Audience => ({
  any: [
    [
      {
        kind: 'works',
        not: false,
        organizationId,
        roles: ['educator'],
        gradeBands: [],
        subjects: [],
      },
      { kind: 'hired', from: '1990-01-01', until: null },
    ],
  ],
  except: [],
})
