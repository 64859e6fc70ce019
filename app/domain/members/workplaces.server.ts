import { asc, isNull } from '#db/query.server'
import { organizations } from '#db/schema'
import type { Scope } from '../scope.server'

/** The organizations somebody can work at, by name, the district first. */
export async function listWorkplaces(scope: Scope) {
  const rows = await scope.db
    .select({ id: organizations.id, name: organizations.name, parentId: organizations.parentId })
    .from(organizations)
    .where(isNull(organizations.closedOn))
    .orderBy(asc(organizations.sortName), asc(organizations.id))
  const isTop = (row: { parentId: string | null }) => row.parentId === null
  return [...rows.filter(isTop), ...rows.filter((row) => !isTop(row))].map(({ id, name }) => ({
    id,
    name,
  }))
}
