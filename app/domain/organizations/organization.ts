import type { GradeBand, OrganizationKind, PovertyBand } from '#db/words'

export const MAX_NAME_LENGTH = 120
export const MAX_NUMBER_LENGTH = 60

/** What each kind of organization is called. */
export const ORGANIZATION_KINDS: Record<OrganizationKind, string> = {
  district: 'District',
  school: 'School',
  department: 'Department',
}

/** What each band of grades is called. */
export const GRADE_BAND_NAMES: Record<GradeBand, string> = {
  elementary: 'Elementary',
  middle: 'Middle',
  high: 'High',
}

/**
 * What each poverty band is called: by the share of students eligible for free or reduced-price lunch
 * (National Center for Education Statistics, Condition of Education).
 */
export const POVERTY_BAND_NAMES: Record<PovertyBand, string> = {
  low: 'Low poverty (25% or less)',
  mid_low: 'Mid-low poverty (over 25 to 50%)',
  mid_high: 'Mid-high poverty (over 50 to 75%)',
  high: 'High poverty (over 75%)',
}

/** The rows of a tree, each below its parent, siblings by name. */
export function inTreeOrder<Row extends { id: string; parentId: string | null; sortName: string }>(
  rows: readonly Row[],
): (Row & { depth: number })[] {
  const below = new Map<string | null, Row[]>()
  for (const row of rows) below.set(row.parentId, [...(below.get(row.parentId) ?? []), row])

  const byName = (a: Row, b: Row) =>
    a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : 0
  const under = (parentId: string | null, depth: number): (Row & { depth: number })[] =>
    (below.get(parentId) ?? [])
      .toSorted(byName)
      .flatMap((row) => [{ ...row, depth }, ...under(row.id, depth + 1)])
  return under(null, 0)
}
