import type { Day } from '../../calendar'
import { groupBy } from '../../grouping'
import { fullName } from '../../people/name'
import { type Change, type Counts, noCounts } from '../outcome'
import type { Roster } from '../roster'
import type { MembersDiff } from './members'
import type { OrganizationsDiff } from './organizations'
import { isCurrent, isOpen, type Step, stepsOf } from './periods'
import type { AffiliationState, Comparison, MemberState, Writes } from './state'
import { type Lost, type PlacedPeriod, placePeriods } from './placing'

/** The roles that a roster gives and takes; all others are given by a person. */
const ROSTER_ROLES: ReadonlySet<string> = new Set(['educator', 'principal'])

/** What becomes of the affiliations of a district. */
export type AffiliationsDiff = Writes<AffiliationState> & {
  counts: Counts
  changes: Change[]
  /** How many hold today, and how many of those will not any more. */
  active: number
  ending: number
  /** The ids of the members whose affiliations begin, end or change their dates. */
  touched: Set<string>
  /** How many members have no affiliation left. */
  leavers: number
  /** The first day of each member with an affiliation that begins. */
  firstDays: Map<string, Day>
  /** The ids of the organizations where somebody works or is going to. */
  staffed: Set<string>
  lost: Lost
}

type Both = { organizations: OrganizationsDiff; members: MembersDiff }

/**
 * Compares the affiliations of a roster with those of the district. Only rows that came from a roster
 * are changed or ended. One ends when the roster gives its last day, marks it or its member as gone, or,
 * in a full list, does not have it any more, unless a row about the member had to be rejected.
 */
export function diffAffiliations(
  roster: Roster,
  existing: { members: readonly MemberState[]; affiliations: readonly AffiliationState[] },
  both: Both,
  comparison: Comparison,
): AffiliationsDiff {
  const { periods, lost } = placePeriods(roster, existing.members, both)
  const wanted = groupBy(periods, ({ memberId }) => memberId)
  const rows = groupBy(existing.affiliations, ({ memberId }) => memberId)
  const sparedSources = new Set([...roster.spared.members, ...lost.members])
  const isComplete = isFullList(roster)
  const namesAllRoles = isFullListOfEach(roster)

  const ledger = new Ledger(both.organizations, comparison, lost)
  for (const member of everybody(existing.members, both.members)) {
    const isInactive = both.members.inactive.has(member.id)
    const isSpared = sparedSources.has(member.sourceId ?? '')
    const asked = wanted.get(member.id) ?? []
    const isNamedWhole = isComplete || (namesAllRoles && asked.length > 0)
    ledger.add(member, {
      wanted: isInactive ? [] : asked,
      rows: rows.get(member.id) ?? [],
      endsByAbsence: isInactive || (isNamedWhole && !isSpared),
    })
  }
  return ledger.diff
}

/** Whether everybody who is not in the roster is gone. */
const isFullList = ({ mode, present }: Roster) =>
  mode === 'bulk' && present.members && present.affiliations

/** Whether a row of the roster has all roles of its member, as the changes of OneRoster 1.1 do. */
const isFullListOfEach = ({ mode, version, questions }: Roster) =>
  mode === 'delta' && version === '1.1' && !questions.some(({ kind }) => kind === 'mode')

/** Every member as they will be. */
function everybody(existing: readonly MemberState[], { inserts, updates }: MembersDiff) {
  const updated = new Map(updates.map((member) => [member.id, member]))
  return [...existing.map((member) => updated.get(member.id) ?? member), ...inserts]
}

type Sides = { wanted: PlacedPeriod[]; rows: AffiliationState[]; endsByAbsence: boolean }

/** Adds up what becomes of the affiliations of one member after another. */
class Ledger {
  readonly diff: AffiliationsDiff

  constructor(
    private readonly organizations: OrganizationsDiff,
    private readonly comparison: Comparison,
    lost: Lost,
  ) {
    this.diff = {
      inserts: [],
      updates: [],
      counts: noCounts(),
      changes: [],
      active: 0,
      ending: 0,
      touched: new Set(),
      leavers: 0,
      firstDays: new Map(),
      staffed: new Set(),
      lost,
    }
  }

  add(member: MemberState, { wanted, rows, endsByAbsence }: Sides) {
    const { today } = this.comparison
    this.diff.active += rows.filter((row) => isCurrent(row, today)).length
    const keyOf = (row: { organizationId: string; role: string }) =>
      `${row.organizationId} ${row.role}`
    const wantedBy = groupBy(wanted, keyOf)
    const rowsBy = groupBy(rows, keyOf)

    const after: AffiliationState[] = []
    for (const key of new Set([...rowsBy.keys(), ...wantedBy.keys()])) {
      const existing = rowsBy.get(key) ?? []
      const asked = wantedBy.get(key) ?? []
      const place = asked[0] ?? existing[0]!
      if (!ROSTER_ROLES.has(place.role)) {
        after.push(...existing)
        continue
      }
      const steps = stepsOf(asked, existing, endsByAbsence, this.comparison)
      after.push(
        ...withSteps(
          existing,
          steps.map((step) => this.#take(member, place, step)),
        ),
      )
    }
    this.#close(member, rows, after)
  }

  #take(
    member: MemberState,
    { organizationId, role }: Pick<AffiliationState, 'organizationId' | 'role'>,
    step: Step,
  ): AffiliationState {
    const { diff, comparison } = this
    if (step.kind === 'keep') {
      diff.counts.unchanged += 1
      return step.row
    }
    diff.touched.add(member.id)
    const names = {
      name: fullName(member),
      role,
      organization: this.organizations.byId.get(organizationId)?.name ?? '',
    }
    if (step.kind === 'end') {
      const row = { ...step.row, endedOn: step.endedOn }
      diff.updates.push(row)
      diff.counts.ended += 1
      diff.ending += isCurrent(step.row, comparison.today) ? 1 : 0
      diff.changes.push({ kind: 'ends', ...names, on: step.endedOn })
      return row
    }
    const { startedOn, endedOn } = step
    if (step.kind === 'start') {
      const id = comparison.newId()
      const memberId = member.id
      const row = {
        id,
        memberId,
        organizationId,
        role,
        startedOn,
        endedOn,
        source: 'roster',
      } as const
      diff.inserts.push(row)
      diff.counts.created += 1
      diff.changes.push({ kind: 'joins', ...names, on: startedOn })
      return row
    }
    const row = { ...step.row, startedOn, endedOn }
    diff.updates.push(row)
    diff.counts.changed += 1
    diff.changes.push(
      step.kind === 'reopen'
        ? { kind: 'joins', ...names, on: startedOn }
        : { kind: 'dates', ...names, startedOn, endedOn },
    )
    return row
  }

  #close(member: MemberState, before: AffiliationState[], after: AffiliationState[]) {
    const { diff } = this
    const { today } = this.comparison
    const open = after.filter((row) => isOpen(row, today))
    for (const { organizationId } of open) diff.staffed.add(organizationId)
    if (open.length === 0 && before.some((row) => isOpen(row, today))) diff.leavers += 1
    const first = open.map(({ startedOn }) => startedOn).toSorted()[0]
    if (first) diff.firstDays.set(member.id, first)
  }
}

/** The rows with those that the steps have made or changed. */
function withSteps(rows: AffiliationState[], changed: AffiliationState[]) {
  const byId = new Map([...rows, ...changed].map((row) => [row.id, row]))
  return [...byId.values()]
}
