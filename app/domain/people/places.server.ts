import {
  alias,
  and,
  asc,
  caseOf,
  eq,
  firstText,
  inArray,
  or,
  pathDownTo,
  type TenantColumn,
} from '#db/query.server'
import { organizations } from '#db/schema'
import { placesOf } from '../place'
import type { Scope } from '../scope.server'

const down = (levels: number) => pathDownTo(organizations.path, levels)

/**
 * The path of the place that an organization counts to, which is a school with its departments, or the district
 * with all that is in no school; mostly that of what is directly under the district.
 */
export async function placePath(scope: Scope) {
  const tree = await scope.db
    .select({ id: organizations.id, kind: organizations.kind, path: organizations.path })
    .from(organizations)
    .where(undefined)
  const placeOf = placesOf(tree)
  const levelsOf = new Map(tree.map(({ id, path }) => [id, path.split('/').length - 1]))
  const withPlaceAt = (levels: number) =>
    inArray(
      organizations.id,
      tree.flatMap(({ id }) => (levelsOf.get(placeOf.get(id)!) === levels ? [id] : [])),
    )
  return caseOf([withPlaceAt(1), down(1)], [withPlaceAt(3), down(3)], down(2))
}

/** What was counted by the paths of places, with their ids and names, by name. */
export async function withPlaceNames<Counts>(
  scope: Scope,
  counts: readonly (Counts & { place: string })[],
) {
  const byPath = new Map(counts.map((row) => [row.place, row]))
  const places = await scope.db
    .select({ id: organizations.id, name: organizations.name, path: organizations.path })
    .from(organizations)
    .where(undefined)
    .orderBy(asc(organizations.sortName), asc(organizations.id))
  return places.flatMap(({ id, name, path }) => {
    const own = byPath.get(path)
    return own ? [{ ...own, id, name }] : []
  })
}

const school = alias(organizations, 'school')
const lowerSchool = alias(organizations, 'lower_school')
const isSchoolAt = (place: { path: TenantColumn; kind: TenantColumn }, levels: number) =>
  and(eq(place.path, down(levels)), eq(place.kind, 'school'))!

/**
 * The ids of an organization and of those that count to it, as a query: of a school those of its departments
 * too, of the district what is in no school, as the report counts.
 */
export const organizationsAt = (scope: Scope, organizationId: string) =>
  scope.db
    .select({ id: organizations.id })
    .from(organizations)
    .leftJoin(school, isSchoolAt(school, 2))
    .leftJoin(lowerSchool, isSchoolAt(lowerSchool, 3))
    .where(
      or(
        eq(organizations.id, organizationId),
        inArray(
          firstText(school.path, lowerSchool.path, down(1)),
          scope.db
            .select({ path: organizations.path })
            .from(organizations)
            .where(eq(organizations.id, organizationId)),
        ),
      ),
    )
