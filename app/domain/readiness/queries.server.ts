import { and, asc, eq, startsWith } from '#db/query.server'
import { assignments, organizations, pathways } from '#db/schema'
import type { Day } from '../calendar'
import { NotFound } from '../errors'
import { authorize, can } from '../policy'
import type { Scope } from '../scope.server'
import { countsOn, inAudience, inForce } from './audience.server'
import { whatHelpsMost } from './readiness'
import { waitingByPathway } from './waiting.server'

export type Readiness = Awaited<ReturnType<typeof getReadiness>>
export type PathwayReadiness = Readiness['pathways'][number]

/**
 * The readiness of an organization and everything below it, pathway by pathway, at the end of a day.
 *
 * @param organizationId the actor's own when absent: the first one they are principal of, or the district
 * @throws NotFound when the actor may not look into the organization
 */
export async function getReadiness(
  scope: Scope,
  { organizationId, asOf = scope.today }: { organizationId?: string; asOf?: Day },
) {
  authorize(scope.actor, 'readiness.view')
  const organizationChoices = await listOrganizations(scope)
  const organization = organizationId
    ? organizationChoices.find(({ id }) => id === organizationId)
    : organizationChoices[0]
  if (!organization) throw new NotFound('No organization.')
  const counts = await inAudience(scope, asOf, {
    id: assignments.pathwayId,
    title: pathways.title,
    ...countsOn(asOf),
  })
    .where(and(inForce(scope, asOf), startsWith(organizations.path, organization.path)))
    .groupBy(assignments.pathwayId, pathways.title)
    .orderBy(asc(pathways.title), asc(assignments.pathwayId))
  const waitingFor = await waitingByPathway(scope, organization.path, asOf)
  const { id, name } = organization
  return {
    asOf,
    organization: { id, name },
    organizations: organizationChoices.map((choice) => ({ id: choice.id, name: choice.name })),
    pathways: counts.map((row) => {
      const all = { ...row, ...waitingFor(row.id) }
      return { ...all, help: whatHelpsMost(all, asOf) }
    }),
    can: { seePeople: can(scope.actor, 'staff.list') },
  }
}

/**
 * Pathway progress of each organization with active staff in an audience, at the end of a day. A person
 * who works at two schools counts in both.
 */
export async function pathwayProgressBySchool(scope: Scope, asOf: Day) {
  return inAudience(scope, asOf, {
    pathwayId: assignments.pathwayId,
    pathway: pathways.title,
    organizationId: organizations.id,
    organization: organizations.name,
    ...countsOn(asOf),
  })
    .where(inForce(scope, asOf))
    .groupBy(
      assignments.pathwayId,
      pathways.title,
      organizations.id,
      organizations.name,
      organizations.sortName,
    )
    .orderBy(
      asc(pathways.title),
      asc(assignments.pathwayId),
      asc(organizations.sortName),
      asc(organizations.id),
    )
}

/** The organizations the actor may look into, from the top down and by name. */
async function listOrganizations(scope: Scope) {
  const rows = await scope.db
    .select({
      id: organizations.id,
      name: organizations.name,
      path: organizations.path,
      kind: organizations.kind,
    })
    .from(organizations)
    .orderBy(asc(organizations.sortName), asc(organizations.id))
  const depth = ({ path }: { path: string }) => path.split('/').length
  return rows
    .filter(({ id }) => can(scope.actor, 'readiness.of', { organizationId: id }))
    .sort((a, b) => depth(a) - depth(b))
}

/** One organization the actor may look into. @throws NotFound */
export async function requireOrganization(scope: Scope, id: string) {
  const [organization] = await scope.db
    .select({ id: organizations.id, name: organizations.name, path: organizations.path })
    .from(organizations)
    .where(eq(organizations.id, id))
  if (!organization || !can(scope.actor, 'readiness.of', { organizationId: id })) {
    throw new NotFound('No organization.')
  }
  return organization
}
