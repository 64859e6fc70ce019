import { fullName, sortNameOf } from '../../people/name'
import { type Change, type Counts, type EmailMatch, noCounts } from '../outcome'
import type { Roster, RosterMember } from '../roster'
import { matchMembers } from './matching'
import type { Comparison, MemberState, Writes } from './state'

/** What becomes of the members of a district. */
export type MembersDiff = Writes<MemberState> & {
  counts: Counts
  changes: Change[]
  emailMatches: EmailMatch[]
  /** The id of each member of the roster, by `sourcedId`; inactive strangers have none. */
  idOf: Map<string, string>
  /** The ids of those whom the roster marks as gone. */
  inactive: Set<string>
}

/**
 * Compares the members of a roster with those of the district. Nobody is removed, and what the roster
 * leaves blank stays as it is. Somebody unknown whom the roster marks as gone is left out.
 *
 * @param confirmed `sourcedId`s of those who are the member with the same e-mail address
 */
export function diffMembers(
  roster: Pick<Roster, 'members'>,
  existing: readonly MemberState[],
  confirmed: ReadonlySet<string>,
  comparison: Comparison,
): MembersDiff {
  const { known, emailMatches } = matchMembers(roster.members, existing, confirmed)
  const diff: MembersDiff = {
    inserts: [],
    updates: [],
    counts: noCounts(),
    changes: [],
    emailMatches,
    idOf: new Map(),
    inactive: new Set(),
  }
  for (const member of roster.members) {
    const before = known.get(member.sourcedId) ?? null
    if (member.active) keep(diff, member, before, comparison)
    else if (before) {
      diff.idOf.set(member.sourcedId, before.id)
      diff.inactive.add(before.id)
    }
  }
  return diff
}

function keep(
  diff: MembersDiff,
  wanted: RosterMember,
  before: MemberState | null,
  comparison: Comparison,
) {
  const row = asWanted(wanted, before, comparison)
  diff.idOf.set(wanted.sourcedId, row.id)
  if (!before) {
    diff.inserts.push(row)
    diff.counts.created += 1
    return
  }
  const changes = changesOf(before, row)
  diff.counts[changes.length > 0 ? 'changed' : 'unchanged'] += 1
  if (changes.length > 0) diff.updates.push(row)
  diff.changes.push(...changes)
}

function asWanted(
  wanted: RosterMember,
  before: MemberState | null,
  { newId, now }: Comparison,
): MemberState {
  const names = {
    givenName: wanted.preferredGivenName ?? wanted.givenName,
    familyName: wanted.preferredFamilyName ?? wanted.familyName,
  }
  return {
    id: before?.id ?? newId(),
    ...names,
    sortName: sortNameOf(names),
    email: wanted.email?.toLowerCase() ?? before?.email ?? null,
    hiredOn: before?.hiredOn ?? null,
    sourceId: wanted.sourcedId,
    masterIdentifier: wanted.masterIdentifier ?? before?.masterIdentifier ?? null,
    identifier: wanted.identifier ?? before?.identifier ?? null,
    createdAt: before?.createdAt ?? now,
  }
}

function changesOf(before: MemberState, row: MemberState): Change[] {
  const changes: Change[] = []
  const name = fullName(row)
  if (before.givenName !== row.givenName || before.familyName !== row.familyName) {
    changes.push({ kind: 'renamed', name, from: fullName(before) })
  }
  if (row.email !== null && before.email !== row.email) {
    changes.push({ kind: 'email', name, from: before.email, to: row.email })
  }
  if (IDENTIFIERS.some((field) => before[field] !== row[field])) {
    changes.push({ kind: 'identified', name })
  }
  return changes
}

const IDENTIFIERS = ['sourceId', 'masterIdentifier', 'identifier'] as const
