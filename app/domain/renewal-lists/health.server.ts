import { and, asc, eq, inArray, startsWith } from '#db/query.server'
import { affiliations, members, organizations } from '#db/schema'
import { addMonths, type Day } from '../calendar'
import { groupBy } from '../grouping'
import { listHealthVisible } from '../licenses/sharing.server'
import { LEARNING_ROLES } from '../audiences/roles'
import { holdsOn } from '../people/actor.server'
import { fullName } from '../people/name'
import { can } from '../policy'
import { requireOrganization } from '../readiness/queries.server'
import type { CycleResult } from '../renewal/cycle-result'
import { evaluateMembers } from '../renewal/evaluating.server'
import type { Scope } from '../scope.server'
import { FEWEST_SHOWN, type Health, worstOf } from './health'

/** So many names at most; how many more there are is said. */
const MOST_NAMED = 200
const MONTHS_AHEAD = 12

/**
 * How the license renewals stand of those in an organization who let their principal see it; nobody else is
 * looked up. Null for somebody who may see no one's.
 *
 * @throws NotFound when the actor may not look into the organization
 */
export async function licenseHealthOf(scope: Scope, organizationId: string) {
  const organization = await requireOrganization(scope, organizationId)
  if (!can(scope.actor, 'staff.list')) return null
  const sharing = await listSharing(scope, organization.path)
  const visible = await listHealthVisible(
    scope,
    sharing.map(({ id }) => id),
  )
  const people = await standingsOf(
    scope,
    sharing.filter(({ id }) => visible.has(id)),
  )
  return {
    sharing: people.length,
    counts: people.length < FEWEST_SHOWN ? null : countsOf(people, scope.today),
    people: people.slice(0, MOST_NAMED).map(({ id, name, state }) => ({ id, name, state })),
    /** How many are not named for want of room. */
    more: Math.max(0, people.length - MOST_NAMED),
    can: { openLists: can(scope.actor, 'renewal.list') },
  }
}

export type LicenseHealth = NonNullable<Awaited<ReturnType<typeof licenseHealthOf>>>

type Sharing = Awaited<ReturnType<typeof listSharing>>[number]

/** Those at work in a part of the district who let it be seen, by name. */
async function listSharing(scope: Scope, path: string) {
  const within = scope.db
    .select({ id: affiliations.memberId })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(
      and(
        inArray(affiliations.role, LEARNING_ROLES),
        holdsOn(scope.today),
        startsWith(organizations.path, path),
      ),
    )
  return scope.db
    .select({ id: members.id, givenName: members.givenName, familyName: members.familyName })
    .from(members)
    .where(and(eq(members.sharesLicenseHealth, true), inArray(members.id, within)))
    .orderBy(asc(members.sortName), asc(members.id))
}

async function standingsOf(scope: Scope, people: Sharing[]) {
  const ids = people.map(({ id }) => id)
  const results = groupBy(await evaluateMembers(scope, ids), ({ memberId }) => memberId)
  return people.map(({ id, ...person }) => {
    const own = results.get(id) ?? []
    return {
      id,
      name: fullName(person),
      state: worstOf(own.map(({ state }) => state)),
      endsOn: firstEnd(own),
    }
  })
}

const firstEnd = (results: CycleResult[]): Day | null =>
  results.map(({ lastDay }) => lastDay).toSorted()[0] ?? null

function countsOf(people: (Health & { endsOn: Day | null })[], today: Day) {
  const soon = addMonths(today, MONTHS_AHEAD)
  const among = (test: (person: (typeof people)[number]) => boolean) => people.filter(test).length
  return {
    onCourse: among(({ state }) => state === 'on_course'),
    behind: among(({ state }) => state === 'behind'),
    expiring: among(({ endsOn }) => endsOn !== null && endsOn <= soon),
  }
}
