import { newLongId } from '#db/id'
import { and, eq, gte, isNull, lte, or } from '#db/query.server'
import { affiliations, organizations } from '#db/schema'
import type { Day } from '../calendar'
import { Invalid, NotFound } from '../errors'
import { followUpMoves } from '../follow-up/moved.server'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import type { AffiliationInput } from './inputs.server'
import { misplacedRole } from './member'
import { getMemberName } from './showing.server'
import { listWorkplaces } from './workplaces.server'

/** What the form for a new affiliation begins with. @throws Forbidden · NotFound */
export async function openNewAffiliation(scope: Scope, memberId: string) {
  authorize(scope.actor, 'affiliation.edit')
  return {
    id: newLongId(),
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
  await followUpMoves(scope, [memberId])
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
