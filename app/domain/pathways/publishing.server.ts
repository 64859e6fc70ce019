import { and, eq, isNull, plus } from '#db/query.server'
import {
  achievements,
  assignments,
  courses,
  enrollments,
  pathways,
  pathwaySteps,
  pathwayVersions,
} from '#db/schema'
import { Conflict, Invalid } from '../errors'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { requirePathway, retired } from './building.server'
import { endEnrollments } from './enrolling.server'
import { refreshOpen } from './progress.server'
import { findDraft, type Version } from './versions.server'

/**
 * Makes the version that is being built the one that holds. Enrollments under way follow it, and keep
 * the steps they have done; completed ones stay as they are.
 *
 * @throws Conflict when there is nothing to publish
 * @throws Invalid when it has no step, asks for more than it has, or names what is not in the catalog
 */
export async function publishPathway(scope: WriteScope, id: string) {
  authorize(scope.actor, 'pathway.build')
  const pathway = await requirePathway(scope, id)
  if (pathway.status === 'retired') throw retired()
  const draft = await findDraft(scope, id)
  if (!draft) throw new Conflict('It was published in the meantime; nothing is left to publish.')
  await checkPublishable(scope, draft)

  await scope.db
    .update(pathwayVersions)
    .set({ publishedAt: scope.now, publishedById: scope.actor.id })
    .where(eq(pathwayVersions.id, draft.id))
  await scope.db
    .update(pathways)
    .set({ status: 'published', version: plus(pathways.version, 1) })
    .where(eq(pathways.id, id))
  const followed = await scope.db
    .update(enrollments)
    .set({ versionId: draft.id })
    .where(underWay(id))
    .returning({ id: enrollments.id })
  await refreshOpen(scope, eq(enrollments.pathwayId, id))
  await scope.record('pathway.published', id, { number: draft.number, followed: followed.length })
  return { number: draft.number, followed: followed.length }
}

/**
 * Takes a pathway out of use: its assignments end, and who has not completed it is taken off. What was
 * completed stays.
 *
 * @throws Conflict when it is retired already
 */
export async function retirePathway(scope: WriteScope, id: string) {
  authorize(scope.actor, 'pathway.build')
  const pathway = await requirePathway(scope, id)
  if (pathway.status === 'retired') throw retired()
  await scope.db
    .update(pathways)
    .set({ status: 'retired', version: plus(pathways.version, 1) })
    .where(eq(pathways.id, id))
  await scope.db
    .update(assignments)
    .set({ endedAt: scope.now, enrollingStartedAt: null })
    .where(and(eq(assignments.pathwayId, id), isNull(assignments.endedAt)))
  const open = await scope.db.select({ id: enrollments.id }).from(enrollments).where(underWay(id))
  await endEnrollments(
    scope,
    open.map((row) => row.id),
    'retired',
  )
  await scope.record('pathway.retired', id, { takenOff: open.length })
  return pathway
}

const underWay = (pathwayId: string) =>
  and(
    eq(enrollments.pathwayId, pathwayId),
    isNull(enrollments.completedOn),
    isNull(enrollments.endedOn),
  )

async function checkPublishable(scope: Scope, draft: Version) {
  const steps = await scope.db
    .select({
      title: pathwaySteps.title,
      courseRetiredAt: courses.retiredAt,
      achievementRetiredAt: achievements.retiredAt,
    })
    .from(pathwaySteps)
    .leftJoin(courses, eq(courses.id, pathwaySteps.courseId))
    .leftJoin(achievements, eq(achievements.id, pathwaySteps.achievementId))
    .where(eq(pathwaySteps.versionId, draft.id))
  if (steps.length === 0) throw new Invalid(null, 'Add at least one step before you publish.')
  if ((draft.requiredSteps ?? 0) > steps.length) {
    throw new Invalid(
      'requiredSteps',
      `It asks for ${draft.requiredSteps} steps and has ${steps.length}. Add steps, or ask for fewer.`,
    )
  }
  const gone = steps.find((step) => step.courseRetiredAt ?? step.achievementRetiredAt)
  if (gone) {
    throw new Invalid(
      null,
      `“${gone.title}” asks for something that is no longer in the catalog. Change that step first.`,
    )
  }
}
