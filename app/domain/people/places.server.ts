import { eq, inArray, or, pathDownTo } from '#db/query.server'
import { organizations } from '#db/schema'
import type { Scope } from '../scope.server'

/** The path of the place an organization counts to: a school with its departments, or the district's own offices. */
export const placePath = pathDownTo(organizations.path, 2)

/**
 * The ids of an organization and of those that count to it, as a query: of a school those of its departments
 * too, of the district itself only its own offices, as the report counts.
 */
export const organizationsAt = (scope: Scope, organizationId: string) =>
  scope.db
    .select({ id: organizations.id })
    .from(organizations)
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
