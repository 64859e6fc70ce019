import {
  alias,
  and,
  eq,
  firstText,
  inArray,
  or,
  pathDownTo,
  type TenantColumn,
} from '#db/query.server'
import { organizations } from '#db/schema'
import type { Scope } from '../scope.server'

/** The school an organization belongs to: directly under the district, or under a department of it. */
export const school = alias(organizations, 'school')
export const lowerSchool = alias(organizations, 'lower_school')

const isSchoolAt = (place: { path: TenantColumn; kind: TenantColumn }, levels: number) =>
  and(eq(place.path, pathDownTo(organizations.path, levels)), eq(place.kind, 'school'))!

/** How a query of organizations joins the two. */
export const isSchoolOf = isSchoolAt(school, 2)
export const isLowerSchoolOf = isSchoolAt(lowerSchool, 3)

/**
 * The SQL twin of `placeIn`: the path of the place an organization counts to, which is a school with its
 * departments, or the district with all that is in no school. The query joins `school` and `lowerSchool`.
 */
export const placePath = firstText(school.path, lowerSchool.path, pathDownTo(organizations.path, 1))

/**
 * The ids of an organization and of those that count to it, as a query: of a school those of its departments
 * too, of the district what is in no school, as the report counts.
 */
export const organizationsAt = (scope: Scope, organizationId: string) =>
  scope.db
    .select({ id: organizations.id })
    .from(organizations)
    .leftJoin(school, isSchoolOf)
    .leftJoin(lowerSchool, isLowerSchoolOf)
    .where(
      or(
        eq(organizations.id, organizationId),
        inArray(
          placePath,
          scope.db
            .select({ path: organizations.path })
            .from(organizations)
            .where(eq(organizations.id, organizationId)),
        ),
      ),
    )
