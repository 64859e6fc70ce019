import { and, eq, inArray, isNull } from '#db/query.server'
import {
  affiliations,
  enrollments,
  licenses,
  members,
  memberSubjects,
  organizations,
  peopleListMembers,
} from '#db/schema'
import { groupBy } from '../grouping'
import { holdsOn } from '../people/actor.server'
import type { Scope } from '../scope.server'
import { type Audience, conditionsOf, type Person } from './audience'
import { isValidLicense } from './audience.server'

/**
 * What is known of some members that audiences can ask about: two queries, and one more for each of
 * subjects, licenses, lists and pathways that the rules ask about, however many members there are.
 *
 * @param memberIds at most 400
 * @param rules what they will be asked about
 */
export async function loadPeople(
  scope: Scope,
  memberIds: string[],
  rules: Audience[],
): Promise<Person[]> {
  if (memberIds.length === 0) return []
  const asks = {
    subjects: conditionsOf(rules, 'works').some(({ subjects }) => subjects.length > 0),
    enrollments: conditionsOf(rules, 'pathway').length > 0,
    licenses: conditionsOf(rules, 'license').length > 0,
    lists: conditionsOf(rules, 'list').length > 0,
  }
  const [people, works, subjects, enrolled, licensed, listed] = await Promise.all([
    scope.db
      .select({ id: members.id, hiredOn: members.hiredOn })
      .from(members)
      .where(inArray(members.id, memberIds))
      .orderBy(members.id),
    worksOf(scope, memberIds),
    asks.subjects ? subjectsOf(scope, memberIds) : [],
    asks.enrollments ? enrollmentsOf(scope, memberIds) : [],
    asks.licenses ? licensesOf(scope, memberIds) : [],
    asks.lists ? listsOf(scope, memberIds) : [],
  ])
  const worksBy = byMember(works)
  const subjectsBy = byMember(subjects)
  const enrolledBy = byMember(enrolled)
  const licensedBy = byMember(licensed)
  const listedBy = byMember(listed)
  return people.map(({ id, hiredOn }) => ({
    id,
    hiredOn,
    works: worksBy.get(id) ?? [],
    subjects: (subjectsBy.get(id) ?? []).map(({ subject }) => subject),
    enrollments: enrolledBy.get(id) ?? [],
    licenses: licensedBy.get(id) ?? [],
    listIds: (listedBy.get(id) ?? []).map(({ listId }) => listId),
  }))
}

const byMember = <Row extends { memberId: string }>(rows: Row[]) =>
  groupBy(rows, ({ memberId }) => memberId)

const worksOf = (scope: Scope, memberIds: string[]) =>
  scope.db
    .select({
      memberId: affiliations.memberId,
      role: affiliations.role,
      path: organizations.path,
      gradeBand: organizations.gradeBand,
    })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(and(inArray(affiliations.memberId, memberIds), holdsOn(scope.today)))

const subjectsOf = (scope: Scope, memberIds: string[]) =>
  scope.db
    .select({ memberId: memberSubjects.memberId, subject: memberSubjects.subject })
    .from(memberSubjects)
    .where(and(inArray(memberSubjects.memberId, memberIds), isNull(memberSubjects.removedOn)))

const enrollmentsOf = (scope: Scope, memberIds: string[]) =>
  scope.db
    .select({
      memberId: enrollments.memberId,
      pathwayId: enrollments.pathwayId,
      completedOn: enrollments.completedOn,
      expiresOn: enrollments.expiresOn,
      endedOn: enrollments.endedOn,
    })
    .from(enrollments)
    .where(inArray(enrollments.memberId, memberIds))

const licensesOf = (scope: Scope, memberIds: string[]) =>
  scope.db
    .select({
      memberId: licenses.memberId,
      jurisdiction: licenses.jurisdiction,
      kind: licenses.kind,
    })
    .from(licenses)
    .where(and(inArray(licenses.memberId, memberIds), isValidLicense(scope)))

const listsOf = (scope: Scope, memberIds: string[]) =>
  scope.db
    .select({ memberId: peopleListMembers.memberId, listId: peopleListMembers.listId })
    .from(peopleListMembers)
    .where(and(inArray(peopleListMembers.memberId, memberIds), isNull(peopleListMembers.removedOn)))
