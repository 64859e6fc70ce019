import { asc } from '#db/query.server'
import { affiliations, members, organizations } from '#db/schema'
import type { Scope } from '../scope.server'
import type { District } from './diff/state'

/** Everything in the district that a roster may change, in three queries. */
export async function readDistrict(scope: Scope): Promise<District> {
  const [organizationRows, memberRows, affiliationRows] = await Promise.all([
    scope.db.select(organizationFields).from(organizations).orderBy(asc(organizations.id)),
    scope.db.select(memberFields).from(members).orderBy(asc(members.sortName), asc(members.id)),
    scope.db.select(affiliationFields).from(affiliations).orderBy(asc(affiliations.id)),
  ])
  return { organizations: organizationRows, members: memberRows, affiliations: affiliationRows }
}

const organizationFields = {
  id: organizations.id,
  parentId: organizations.parentId,
  kind: organizations.kind,
  name: organizations.name,
  sortName: organizations.sortName,
  path: organizations.path,
  gradeBand: organizations.gradeBand,
  sourceId: organizations.sourceId,
  identifier: organizations.identifier,
  closedOn: organizations.closedOn,
}

const memberFields = {
  id: members.id,
  givenName: members.givenName,
  familyName: members.familyName,
  sortName: members.sortName,
  email: members.email,
  hiredOn: members.hiredOn,
  sourceId: members.sourceId,
  masterIdentifier: members.masterIdentifier,
  identifier: members.identifier,
  createdAt: members.createdAt,
}

const affiliationFields = {
  id: affiliations.id,
  memberId: affiliations.memberId,
  organizationId: affiliations.organizationId,
  role: affiliations.role,
  startedOn: affiliations.startedOn,
  endedOn: affiliations.endedOn,
  source: affiliations.source,
}
