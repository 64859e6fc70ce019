import { and, eq, isNotNull } from '#db/query.server'
import { affiliations, organizations } from '#db/schema'
import type { WriteScope } from '~/domain/scope.server'

/** Lets somebody work at a school of another area from today on. */
export async function transfer(scope: WriteScope, memberId: string) {
  const [works] = await scope.db
    .select({ parentId: organizations.parentId })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(eq(affiliations.memberId, memberId))
  const schools = await scope.db
    .select({ id: organizations.id, parentId: organizations.parentId })
    .from(organizations)
    .where(and(eq(organizations.kind, 'school'), isNotNull(organizations.parentId)))
    .limit(20)
  const other = schools.find(({ parentId }) => parentId !== works!.parentId)!
  await scope.db
    .update(affiliations)
    .set({ organizationId: other.id })
    .where(eq(affiliations.memberId, memberId))
}
