import { fold } from '../../people/name'
import type { Change, Counts } from '../outcome'
import { noCounts } from '../outcome'
import type { Roster, RosterOrganization } from '../roster'
import { type Comparison, onlyOne, type OrganizationState, type Writes } from './state'
import { placeInTree } from './tree'

/** What becomes of the organizations of a district. */
export type OrganizationsDiff = Writes<OrganizationState> & {
  counts: Counts
  changes: Change[]
  /** Every organization by its `sourcedId`, those that are new included. */
  bySource: Map<string, OrganizationState>
  /** Every organization by its id, as it will be. */
  byId: Map<string, OrganizationState>
  /** The organizations to close, if nobody works there any more. */
  closing: OrganizationState[]
}

/**
 * Compares the organizations of a roster with those of the district. One that is known by its
 * `sourcedId`, or else by its identifier or its name, is the same. The top of the district is the one
 * row of `orgs.csv` of the type district without a parent, whatever it is called there. A grade band
 * that is there already stays: somebody may have set it by hand.
 *
 * @throws Error when the district has no organization at its top
 */
export function diffOrganizations(
  roster: Roster,
  existing: readonly OrganizationState[],
  comparison: Comparison,
): OrganizationsDiff {
  const top = existing.find(({ parentId }) => parentId === null)
  if (!top) throw new Error('The district has no organization at its top.')

  const known = matchOrganizations(roster, existing, top)
  const bySource = new Map(existing.flatMap((row) => (row.sourceId ? [[row.sourceId, row]] : [])))
  const wanted = roster.organizations.filter(({ active }) => active)
  for (const organization of wanted) {
    const before = known.get(organization.sourcedId) ?? null
    bySource.set(organization.sourcedId, asWanted(organization, before, top, comparison))
  }
  const tree = new Map(existing.map((row) => [row.id, row]))
  for (const { sourcedId, parentSourcedId } of wanted) {
    const row = bySource.get(sourcedId)!
    const parent = parentSourcedId ? bySource.get(parentSourcedId) : null
    const parentId = row.id === top.id ? null : (parent ?? top).id
    tree.set(row.id, { ...row, parentId })
  }
  const byId = placeInTree(tree, top.id)
  for (const [sourcedId, row] of bySource) bySource.set(sourcedId, byId.get(row.id)!)

  return {
    ...compare(existing, byId, new Set(wanted.map(({ sourcedId }) => bySource.get(sourcedId)!.id))),
    bySource,
    byId,
    closing: closingOf(roster, existing, known, top),
  }
}

/** The organization that is meant by each row of the roster, where there is one. */
function matchOrganizations(
  { organizations }: Roster,
  existing: readonly OrganizationState[],
  top: OrganizationState,
) {
  const sources = new Set(organizations.map(({ sourcedId }) => sourcedId))
  const bySource = new Map(existing.map((row) => [row.sourceId, row]))
  const free = existing.filter(
    ({ id, sourceId }) => id !== top.id && (!sourceId || !sources.has(sourceId)),
  )
  const byIdentifier = onlyOne(
    free,
    ({ kind, identifier }) => identifier && `${kind} ${identifier}`,
  )
  const byName = onlyOne(free, ({ kind, name, sourceId }) =>
    sourceId ? null : `${kind} ${fold(name)}`,
  )
  const tops = organizations.filter(
    ({ kind, parentSourcedId, active }) => active && kind === 'district' && !parentSourcedId,
  )
  const isTop = ({ sourcedId }: RosterOrganization) =>
    tops.length === 1 && tops[0]?.sourcedId === sourcedId && !sources.has(top.sourceId ?? '')

  const known = new Map<string, OrganizationState>()
  const taken = new Set<string>()
  for (const organization of organizations) {
    const { sourcedId, kind, identifier, name } = organization
    const found =
      bySource.get(sourcedId) ??
      (isTop(organization) ? top : null) ??
      byIdentifier(identifier && `${kind} ${identifier}`) ??
      byName(`${kind} ${fold(name)}`)
    if (!found || taken.has(found.id)) continue
    taken.add(found.id)
    known.set(sourcedId, found)
  }
  return known
}

function asWanted(
  wanted: RosterOrganization,
  before: OrganizationState | null,
  top: OrganizationState,
  { newId }: Comparison,
): OrganizationState {
  const { sourcedId: sourceId, name, kind, identifier, gradeBand } = wanted
  if (before?.id === top.id) {
    return { ...top, sourceId, identifier: identifier ?? top.identifier, closedOn: null }
  }
  const id = before?.id ?? newId()
  return {
    id,
    parentId: before?.parentId ?? top.id,
    kind,
    name,
    sortName: fold(name),
    path: before?.path ?? `${top.path}${id}/`,
    gradeBand: before?.gradeBand ?? gradeBand,
    sourceId,
    identifier: identifier ?? before?.identifier ?? null,
    closedOn: null,
  }
}

function compare(
  existing: readonly OrganizationState[],
  after: ReadonlyMap<string, OrganizationState>,
  inRoster: ReadonlySet<string>,
) {
  const before = new Map(existing.map((row) => [row.id, row]))
  const counts = noCounts()
  const changes: Change[] = []
  const writes: Writes<OrganizationState> = { inserts: [], updates: [] }
  for (const row of after.values()) {
    const was = before.get(row.id)
    if (!was) {
      writes.inserts.push(row)
      counts.created += 1
      changes.push({ kind: 'organization_added', name: row.name })
      continue
    }
    if (!isSame(was, row)) writes.updates.push(row)
    if (!inRoster.has(row.id)) continue
    const found = changesOf(was, row, after)
    counts[found.length > 0 ? 'changed' : 'unchanged'] += 1
    changes.push(...found)
  }
  return { ...writes, counts, changes }
}

function changesOf(
  was: OrganizationState,
  row: OrganizationState,
  after: ReadonlyMap<string, OrganizationState>,
): Change[] {
  const changes: Change[] = []
  const { name } = row
  if (was.closedOn && !row.closedOn) changes.push({ kind: 'organization_reopened', name })
  if (was.parentId !== row.parentId) {
    const under = (row.parentId && after.get(row.parentId)?.name) || ''
    changes.push({ kind: 'organization_moved', name, under })
  }
  const isEdited = EDITED.some((field) => was[field] !== row[field])
  if (isEdited) {
    const from = was.name === name ? null : was.name
    changes.push({ kind: 'organization_edited', name, from })
  }
  return changes
}

const EDITED = ['name', 'kind', 'gradeBand', 'sourceId', 'identifier'] as const

const isSame = (a: OrganizationState, b: OrganizationState) =>
  EDITED.every((field) => a[field] === b[field]) &&
  a.parentId === b.parentId &&
  a.path === b.path &&
  a.closedOn === b.closedOn

/** Those that are marked as gone, or missing from a full list. */
function closingOf(
  { mode, present, spared, organizations }: Roster,
  existing: readonly OrganizationState[],
  known: ReadonlyMap<string, OrganizationState>,
  top: OrganizationState,
) {
  const named = new Set([...known.values()].map(({ id }) => id))
  const marked = new Set(
    organizations.flatMap(({ sourcedId, active }) => {
      const found = known.get(sourcedId)
      return !active && found ? [found.id] : []
    }),
  )
  const sparedIds = new Set(spared.organizations)
  const isComplete = mode === 'bulk' && present.organizations
  const isGone = ({ id, sourceId }: OrganizationState) =>
    marked.has(id) || (isComplete && sourceId && !named.has(id) && !sparedIds.has(sourceId))
  return existing.filter((row) => row.id !== top.id && row.closedOn === null && isGone(row))
}
