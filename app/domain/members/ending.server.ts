import { and, eq, isNotNull, isNull, ne } from '#db/query.server'
import { affiliations, members, organizations } from '#db/schema'
import type { Day } from '../calendar'
import { Invalid, NotFound } from '../errors'
import { followUpMoves } from '../follow-up/moved.server'
import { holdsOn } from '../people/actor.server'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { getMemberName } from './showing.server'

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
  await followUpMoves(scope, [memberId])
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
