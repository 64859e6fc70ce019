import { audienceChoices } from '../audiences/choices.server'
import { textsOf } from '../audiences/texts.server'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { requireRunning } from './assigning.server'
import { requirePathway } from './building.server'

/**
 * What the form of an assignment begins with: the pathway, and the organizations to choose from, the
 * district first and then by name; the other pathways, the lists and the subjects taught, and the day
 * (`MM-DD`) on which a school year begins.
 *
 * @throws NotFound, Forbidden
 */
export async function openAssignmentForm(scope: Scope, pathwayId: string) {
  authorize(scope.actor, 'pathway.assign')
  const { id, title, status } = await requirePathway(scope, pathwayId)
  const choices = await audienceChoices(scope)
  return {
    ...choices,
    pathway: { id, title, isPublished: status === 'published' },
    pathways: choices.pathways.filter((other) => other.id !== id),
    schoolYearStartsOn: scope.district.schoolYearStartsOn,
  }
}

export type AssignmentForm = Awaited<ReturnType<typeof openAssignmentForm>>

/** The same for an assignment that is there, with what it says. @throws NotFound · Forbidden · Conflict */
export async function openAssignment(scope: Scope, id: string) {
  authorize(scope.actor, 'pathway.assign')
  const { kind, audience, due, graceDays, version, pathwayId } = await requireRunning(scope, id)
  return {
    ...(await openAssignmentForm(scope, pathwayId)),
    assignment: { id, kind, audience, due, graceDays, version },
    /** How the people whom the audience names are written in the form, by their ids. */
    people: await textsOf(scope, audience),
  }
}
