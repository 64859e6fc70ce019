import { newId } from '#db/id'
import { addDays, schoolYearOf, schoolYearSpan } from '../calendar'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'
import { diffAffiliations } from './diff/affiliations'
import { diffMembers, type MembersDiff } from './diff/members'
import { diffOrganizations, type OrganizationsDiff } from './diff/organizations'
import { diffSubjects, type SubjectsDiff } from './diff/subjects'
import type {
  AffiliationState,
  Comparison,
  District,
  MemberState,
  OrganizationState,
  Writes,
} from './diff/state'
import { readDistrict } from './existing.server'
import { type Change, namedChanges, type RosterOutcome, stopOf } from './outcome'
import type { RejectedRow, Roster, RosterWarning } from './roster'
import { readSubjects } from './subjects.server'

/** What a person has decided about a roster. */
export type PlanOptions = {
  /** `sourcedId`s of those who are the member with the same e-mail address. */
  confirmed?: readonly string[]
}

/** What applying a roster would change, and the rows it would write. */
export type RosterPlan = RosterOutcome & {
  /** Rows that only the district shows to be unusable. */
  rejected: RejectedRow[]
  warnings: RosterWarning[]
  writes: {
    organizations: Writes<OrganizationState>
    members: Writes<MemberState>
    affiliations: Writes<AffiliationState>
    subjects: Pick<SubjectsDiff, 'added' | 'gone'>
  }
  /** The ids of the members whose affiliations change. */
  touched: string[]
}

/**
 * Compares a roster with the district and changes nothing.
 *
 * An affiliation without a first day begins today, and in the district's first import on the first day
 * of the school year. Who appears in a later import for the first time was hired when their first
 * affiliation begins; of those of the first import nobody knows.
 */
export async function planRoster(
  scope: Scope,
  roster: Roster,
  options: PlanOptions = {},
): Promise<RosterPlan> {
  const existing = await readDistrict(scope)
  const comparison = comparisonOf(scope, existing)
  const organizations = diffOrganizations(roster, existing.organizations, comparison)
  const confirmed = new Set(options.confirmed)
  const members = diffMembers(roster, existing.members, confirmed, comparison)
  const affiliations = diffAffiliations(roster, existing, { organizations, members }, comparison)

  const { changes: teaching, ...subjects } = diffSubjects(
    roster,
    roster.present.teaching ? await readSubjects(scope) : [],
    ...peopleOf(existing, members),
  )
  const closed = close(organizations, affiliations.staffed, comparison)
  const hired = members.inserts.map((member) => ({
    ...member,
    hiredOn: comparison.isFirst ? null : (affiliations.firstDays.get(member.id) ?? null),
  }))
  const added = hired.filter(({ id }) => !affiliations.firstDays.has(id))
  const changes: Change[] = [
    ...affiliations.changes,
    ...added.map((member) => ({ kind: 'added' as const, name: fullName(member) })),
    ...members.changes,
    ...teaching,
    ...organizations.changes,
    ...closed.map(({ name }) => ({ kind: 'organization_closed' as const, name })),
  ]
  return {
    organizations: { ...organizations.counts, ended: closed.length },
    members: { ...members.counts, ended: affiliations.leavers },
    affiliations: affiliations.counts,
    changes: namedChanges(changes),
    stop: stopOf(affiliations.ending, affiliations.active),
    emailMatches: members.emailMatches,
    rejected: rejectedFor(affiliations.lost.members, roster),
    warnings: warningsOf(affiliations.lost.strangers, organizations, affiliations.staffed),
    writes: {
      organizations: withClosed(organizations, closed),
      members: { inserts: hired, updates: members.updates },
      affiliations: { inserts: affiliations.inserts, updates: affiliations.updates },
      subjects,
    },
    touched: [...affiliations.touched],
  }
}

/** How the people of a roster are found, and those who were there before are called. */
function peopleOf({ members: before }: District, { idOf }: MembersDiff) {
  const known = new Map(before.map(({ id, sourceId }) => [sourceId, id]))
  const names = new Map(before.map((member) => [member.id, fullName(member)]))
  return [
    (sourcedId: string) => idOf.get(sourcedId) ?? known.get(sourcedId) ?? null,
    (memberId: string) => names.get(memberId) ?? null,
  ] as const
}

function comparisonOf({ today, now, district }: Scope, { affiliations }: District): Comparison {
  const isFirst = !affiliations.some(({ source }) => source === 'roster')
  const { schoolYearStartsOn } = district
  const { first } = schoolYearSpan(schoolYearOf(today, schoolYearStartsOn), schoolYearStartsOn)
  return { today, now, isFirst, startsOn: isFirst ? first : today, newId }
}

/** Those of the organizations to close where nobody works any more, as they will be. */
function close({ closing, byId }: OrganizationsDiff, staffed: ReadonlySet<string>, at: Comparison) {
  return closing
    .filter(({ id }) => !staffed.has(id))
    .map(({ id }) => ({ ...byId.get(id)!, closedOn: addDays(at.today, -1) }))
}

function withClosed(
  { inserts, updates }: OrganizationsDiff,
  closed: OrganizationState[],
): Writes<OrganizationState> {
  const closedIds = new Set(closed.map(({ id }) => id))
  return { inserts, updates: [...updates.filter(({ id }) => !closedIds.has(id)), ...closed] }
}

function rejectedFor(sourcedIds: readonly string[], { members }: Roster): RejectedRow[] {
  const places = new Map(members.map((member) => [member.sourcedId, member]))
  const message =
    'A role is at an organization that is neither in orgs.csv nor known here. Hand in orgs.csv with it.'
  return [...new Set(sourcedIds)].map((sourcedId) => {
    const { file, row } = places.get(sourcedId) ?? { file: 'roles.csv', row: 0 }
    return { file, row, field: 'orgSourcedIds', message, cells: { sourcedId } }
  })
}

function warningsOf(
  strangers: number,
  { closing }: OrganizationsDiff,
  staffed: ReadonlySet<string>,
): RosterWarning[] {
  const warn = (file: string, message: string) => ({ file, row: null, field: null, message })
  const kept = closing.filter(({ id }) => staffed.has(id))
  return [
    ...(strangers > 0
      ? [
          warn(
            'roles.csv',
            `${strangers} roles are of people who are neither in users.csv nor known here; they were left out.`,
          ),
        ]
      : []),
    ...kept.map(({ name }) =>
      warn('orgs.csv', `${name} is gone from orgs.csv, but somebody still works there; it stays.`),
    ),
  ]
}
