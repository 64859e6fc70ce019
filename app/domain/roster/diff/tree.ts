import type { OrganizationState } from './state'

/**
 * Gives every organization its path: the ids from the top down to it, each followed by a slash. What
 * would be below itself, or below nothing, comes directly under the top.
 */
export function placeInTree(rows: ReadonlyMap<string, OrganizationState>, topId: string) {
  const placed = new Map<string, OrganizationState>()

  function place(id: string, below: readonly string[]): OrganizationState | null {
    const done = placed.get(id)
    if (done) return done
    const row = rows.get(id)
    if (!row || below.includes(id)) return null
    const parent =
      id === topId || row.parentId === null ? null : place(row.parentId, [...below, id])
    const parentId = id === topId ? null : (parent?.id ?? topId)
    const above = parent?.path ?? (id === topId ? '' : `${topId}/`)
    const settled = { ...row, parentId, path: `${above}${id}/` }
    placed.set(id, settled)
    return settled
  }

  for (const id of rows.keys()) place(id, [])
  return placed
}
