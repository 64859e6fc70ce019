import { asc, eq } from '#db/query.server'
import { organizations } from '#db/schema'
import type { Day } from '../calendar'
import { NotFound } from '../errors'
import { authorize, can } from '../policy'
import type { Scope } from '../scope.server'
import { countAudiences } from './audience.server'
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
  { organizationId, asOf: asked = scope.today }: { organizationId?: string; asOf?: Day },
) {
  authorize(scope.actor, 'readiness.view')
  const asOf = asked < scope.today ? asked : scope.today
  const organizationChoices = await listOrganizations(scope)
  const organization = organizationId
    ? organizationChoices.find(({ id }) => id === organizationId)
    : organizationChoices[0]
  if (!organization) throw new NotFound('No organization.')
  const { path } = organization
  const counts = await countAudiences(scope, asOf, { by: 'district', within: path })
  const waitingFor = await waitingByPathway(scope, path, asOf)
  const { id, name } = organization
  return {
    asOf,
    organization: { id, name },
    organizations: organizationChoices.map((choice) => ({ id: choice.id, name: choice.name })),
    pathways: counts.toSorted(byTitle).map(({ place: _place, pathwayId, pathway, ...row }) => {
      const all = { ...row, ...waitingFor(pathwayId) }
      return { id: pathwayId, title: pathway, ...all, help: whatHelpsMost(all, asOf) }
    }),
    can: { seePeople: can(scope.actor, 'staff.list') },
  }
}

/**
 * Pathway progress of each school with active staff in an audience, its departments included, and of
 * the district's own offices, at the end of a day. A person who works at two schools counts in both.
 */
export async function pathwayProgressBySchool(scope: Scope, asOf: Day) {
  const [counts, places] = await Promise.all([
    countAudiences(scope, asOf, { by: 'school' }),
    organizationsByName(scope),
  ])
  const order = new Map(places.map(({ path, ...rest }, position) => [path, { ...rest, position }]))
  return counts
    .toSorted(
      (a, b) => byTitle(a, b) || order.get(a.place)!.position - order.get(b.place)!.position,
    )
    .map(({ place, ...row }) => ({
      ...row,
      organizationId: order.get(place)!.id,
      organization: order.get(place)!.name,
    }))
}

type Titled = { pathway: string; pathwayId: string }

const byTitle = (a: Titled, b: Titled) =>
  a.pathway.localeCompare(b.pathway, 'en') || a.pathwayId.localeCompare(b.pathwayId)

/** The organizations the actor may look into, from the top down and by name. */
async function listOrganizations(scope: Scope) {
  const rows = await organizationsByName(scope)
  const depth = ({ path }: { path: string }) => path.split('/').length
  return rows
    .filter(({ id }) => can(scope.actor, 'readiness.of', { organizationId: id }))
    .sort((a, b) => depth(a) - depth(b))
}

const organizationsByName = (scope: Scope) =>
  scope.db
    .select({ id: organizations.id, name: organizations.name, path: organizations.path })
    .from(organizations)
    .orderBy(asc(organizations.sortName), asc(organizations.id))

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
