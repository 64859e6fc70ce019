import type { Roster } from '../roster'
import type { MembersDiff } from './members'
import type { OrganizationsDiff } from './organizations'
import type { Period } from './periods'
import type { MemberState } from './state'

/** A role of a roster at an organization and of a member that the district knows. */
export type PlacedPeriod = Period & { memberId: string }

/** Roles of a roster that nobody can be given. */
export type Lost = {
  /** The `sourcedId`s of members with a role at an organization that is nowhere. */
  members: string[]
  /** How many roles are of somebody who is neither in the roster nor in the district. */
  strangers: number
}

/** Puts the roles of a roster where they belong. */
export function placePeriods(
  roster: Pick<Roster, 'members' | 'affiliations'>,
  existing: readonly MemberState[],
  diffs: { organizations: OrganizationsDiff; members: MembersDiff },
) {
  const known = new Map(existing.map(({ sourceId, id }) => [sourceId, id]))
  const named = new Set(roster.members.map(({ sourcedId }) => sourcedId))
  const periods: PlacedPeriod[] = []
  const lost: Lost = { members: [], strangers: 0 }
  for (const affiliation of roster.affiliations) {
    const { memberSourcedId, organizationSourcedId, role, startedOn, endedOn, active } = affiliation
    const memberId = diffs.members.idOf.get(memberSourcedId) ?? known.get(memberSourcedId)
    const organization = diffs.organizations.bySource.get(organizationSourcedId)
    if (!memberId) {
      if (active && !named.has(memberSourcedId)) lost.strangers += 1
    } else if (organization) {
      const organizationId = organization.id
      periods.push({ memberId, organizationId, role, startedOn, endedOn, active })
    } else if (active) {
      lost.members.push(memberSourcedId)
    }
  }
  return { periods, lost }
}
