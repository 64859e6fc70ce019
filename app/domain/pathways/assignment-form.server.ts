import { and, asc, eq, isNull, ne, withoutCase } from '#db/query.server'
import { memberSubjects, organizations, pathways, peopleLists } from '#db/schema'
import { textsOf } from '../audiences/texts.server'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { requireRunning } from './assigning.server'
import { requirePathway } from './building.server'

const SUBJECTS_SHOWN = 60

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
  const [places, others, lists, subjects] = await Promise.all([
    scope.db
      .select({ id: organizations.id, name: organizations.name, kind: organizations.kind })
      .from(organizations)
      .where(isNull(organizations.closedOn))
      .orderBy(asc(organizations.sortName), asc(organizations.id)),
    scope.db
      .select({ id: pathways.id, name: pathways.title })
      .from(pathways)
      .where(and(eq(pathways.status, 'published'), ne(pathways.id, pathwayId)))
      .orderBy(asc(withoutCase(pathways.title)), asc(pathways.id)),
    scope.db
      .select({ id: peopleLists.id, name: peopleLists.name })
      .from(peopleLists)
      .where(undefined)
      .orderBy(asc(withoutCase(peopleLists.name)), asc(peopleLists.id)),
    scope.db
      .selectDistinct({ subject: memberSubjects.subject })
      .from(memberSubjects)
      .where(undefined)
      .orderBy(asc(memberSubjects.subject))
      .limit(SUBJECTS_SHOWN),
  ])
  return {
    pathway: { id, title, isPublished: status === 'published' },
    organizations: [
      ...places.filter(({ kind }) => kind === 'district'),
      ...places.filter(({ kind }) => kind !== 'district'),
    ],
    pathways: others,
    lists,
    subjects: subjects.map(({ subject }) => subject),
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
