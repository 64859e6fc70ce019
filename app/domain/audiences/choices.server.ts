import { asc, eq, isNull, withoutCase } from '#db/query.server'
import { memberSubjects, organizations, pathways, peopleLists } from '#db/schema'
import type { Scope } from '../scope.server'

const SUBJECTS_SHOWN = 60

export type AudienceChoices = Awaited<ReturnType<typeof audienceChoices>>

/**
 * What the conditions of an audience can name: the organizations, the district first and then by name;
 * the published pathways, the lists of people and the subjects taught.
 */
export async function audienceChoices(scope: Scope) {
  const [places, ways, lists, subjects] = await Promise.all([
    scope.db
      .select({ id: organizations.id, name: organizations.name, kind: organizations.kind })
      .from(organizations)
      .where(isNull(organizations.closedOn))
      .orderBy(asc(organizations.sortName), asc(organizations.id)),
    scope.db
      .select({ id: pathways.id, name: pathways.title })
      .from(pathways)
      .where(eq(pathways.status, 'published'))
      .orderBy(asc(withoutCase(pathways.title)), asc(pathways.id)),
    scope.db
      .select({ id: peopleLists.id, name: peopleLists.name })
      .from(peopleLists)
      .where(isNull(peopleLists.removedAt))
      .orderBy(asc(withoutCase(peopleLists.name)), asc(peopleLists.id)),
    scope.db
      .selectDistinct({ subject: memberSubjects.subject })
      .from(memberSubjects)
      .where(isNull(memberSubjects.removedOn))
      .orderBy(asc(memberSubjects.subject))
      .limit(SUBJECTS_SHOWN),
  ])
  return {
    organizations: [
      ...places.filter(({ kind }) => kind === 'district'),
      ...places.filter(({ kind }) => kind !== 'district'),
    ],
    pathways: ways,
    lists,
    subjects: subjects.map(({ subject }) => subject),
  }
}
