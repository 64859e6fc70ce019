import { newId } from '#db/id'
import { and, asc, eq, gte, isNotNull, isNull, lte, ne, or } from '#db/query.server'
import { affiliations, members, organizations } from '#db/schema'
import type { Day } from '../calendar'
import { Invalid, NotFound } from '../errors'
import { reevaluateAudiences } from '../pathways/reevaluating.server'
import { holdsOn } from '../people/actor.server'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import type { AffiliationInput } from './inputs.server'
import { misplacedRole } from './member'
import { getMemberName } from './showing.server'

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

/** What the form for a new affiliation begins with. @throws Forbidden · NotFound */
export async function openNewAffiliation(scope: Scope, memberId: string) {
  authorize(scope.actor, 'affiliation.edit')
  return {
    id: newId(scope.now),
    name: await getMemberName(scope, memberId),
    organizations: await listWorkplaces(scope),
  }
}

/**
 * Begins an affiliation. Who comes to fit an assignment is enrolled at once. Sending the same form
 * twice begins one.
 *
 * @throws Forbidden · NotFound
 * @throws Invalid when the role does not fit the organization, the dates are the wrong way around, or
 *   the member has the role there already
 */
export async function startAffiliation(
  scope: WriteScope,
  memberId: string,
  input: AffiliationInput,
) {
  authorize(scope.actor, 'affiliation.edit')
  await getMemberName(scope, memberId)
  if ((await scope.db.count(affiliations, eq(affiliations.id, input.id))) > 0) return
  await insertAffiliation(scope, memberId, input)
  await reevaluateAudiences(scope, [memberId])
}

/** Begins an affiliation of a member who is there. @throws NotFound · Invalid */
export async function insertAffiliation(
  scope: WriteScope,
  memberId: string,
  { id, organizationId, role, startedOn, endedOn }: AffiliationInput,
) {
  const [organization] = await scope.db
    .select({ kind: organizations.kind, parentId: organizations.parentId })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
  if (!organization) throw new NotFound('No organization.')
  const misplaced = misplacedRole(role, organization)
  if (misplaced) throw new Invalid('organizationId', misplaced)
  if (endedOn && endedOn < startedOn) {
    throw new Invalid('endedOn', 'The last day is before the first. Choose a later one.')
  }
  const row = { memberId, organizationId, role, startedOn, endedOn: endedOn ?? null }
  await refuseOverlap(scope, row)
  await scope.db.insert(affiliations).values({ id, ...row, source: 'person' })
  await scope.record('affiliation.started', id, row)
}

/** One affiliation that can be ended, for the form that does. @throws Forbidden · NotFound */
export async function openEnding(scope: Scope, memberId: string, id: string) {
  authorize(scope.actor, 'affiliation.edit')
  const affiliation = await getAffiliation(scope, memberId, id)
  return { ...affiliation, name: await getMemberName(scope, memberId) }
}

/**
 * Ends an affiliation on a day, inclusive. It stays where it is: history is kept.
 *
 * @throws Forbidden · NotFound
 * @throws Invalid when the day is before the first, it has ended already, or nobody who can sign in
 *   would administer the district any more
 */
export async function endAffiliation(
  scope: WriteScope,
  memberId: string,
  id: string,
  { endedOn }: { endedOn: Day },
) {
  authorize(scope.actor, 'affiliation.edit')
  const before = await getAffiliation(scope, memberId, id)
  if (before.endedOn !== null && before.endedOn < scope.today) {
    throw new Invalid('endedOn', `It has ended already, on ${before.endedOn}.`)
  }
  if (endedOn < before.startedOn) {
    throw new Invalid('endedOn', `It began on ${before.startedOn}. Choose that day or a later one.`)
  }
  if (before.role === 'administrator') await requireAnotherAdministrator(scope, id)
  await scope.db.update(affiliations).set({ endedOn }).where(eq(affiliations.id, id))
  await scope.record('affiliation.ended', id, {
    memberId,
    organizationId: before.organizationId,
    role: before.role,
    endedOn,
  })
}

async function getAffiliation(scope: Scope, memberId: string, id: string) {
  const [affiliation] = await scope.db
    .select({
      organizationId: affiliations.organizationId,
      organization: organizations.name,
      role: affiliations.role,
      startedOn: affiliations.startedOn,
      endedOn: affiliations.endedOn,
    })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(and(eq(affiliations.id, id), eq(affiliations.memberId, memberId)))
  if (!affiliation) throw new NotFound('No affiliation.')
  return affiliation
}

async function refuseOverlap(
  scope: Scope,
  row: {
    memberId: string
    organizationId: string
    role: string
    startedOn: Day
    endedOn: Day | null
  },
) {
  const [other] = await scope.db
    .select({ startedOn: affiliations.startedOn })
    .from(affiliations)
    .where(
      and(
        eq(affiliations.memberId, row.memberId),
        eq(affiliations.organizationId, row.organizationId),
        eq(affiliations.role, row.role as typeof affiliations.$inferSelect.role),
        or(
          eq(affiliations.startedOn, row.startedOn),
          and(
            row.endedOn ? lte(affiliations.startedOn, row.endedOn) : undefined,
            or(isNull(affiliations.endedOn), gte(affiliations.endedOn, row.startedOn)),
          ),
        ),
      ),
    )
    .limit(1)
  if (!other) return
  throw new Invalid(
    'startedOn',
    `There is the same role at the same place from ${other.startedOn} on. End that one first, or choose other dates.`,
  )
}

async function requireAnotherAdministrator(scope: Scope, exceptId: string) {
  const [other] = await scope.db
    .select({ id: affiliations.id })
    .from(affiliations)
    .innerJoin(members, eq(members.id, affiliations.memberId))
    .where(
      and(
        eq(affiliations.role, 'administrator'),
        ne(affiliations.id, exceptId),
        isNull(affiliations.endedOn),
        isNotNull(members.userId),
        holdsOn(scope.today),
      ),
    )
    .limit(1)
  if (other) return
  throw new Invalid(
    'endedOn',
    'Nobody else who can sign in administers this district. Make somebody administrator first.',
  )
}
