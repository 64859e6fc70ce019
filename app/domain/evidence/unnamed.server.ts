import { isId } from '#db/id'
import { and, inArray, isNull } from '#db/query.server'
import { evidence } from '#db/schema'
import type { TenantDb } from '#db/tenant.server'

const ASKED_AT_ONCE = 400

/**
 * Those of some stored files that no row of the district names, or only as destroyed; what is no file of
 * ours is among them.
 */
export async function listUnnamedFiles(db: TenantDb, stored: string[]) {
  const named = new Set<string>()
  const asked = stored.filter(isId)
  for (let start = 0; start < asked.length; start += ASKED_AT_ONCE) {
    const rows = await db
      .select({ id: evidence.id })
      .from(evidence)
      .where(
        and(
          inArray(evidence.id, asked.slice(start, start + ASKED_AT_ONCE)),
          isNull(evidence.destroyedOn),
        ),
      )
    for (const { id } of rows) named.add(id)
  }
  return stored.filter((id) => !named.has(id))
}
