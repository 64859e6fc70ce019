import { and, asc, desc, eq, isWord } from '#db/query.server'
import { affiliations, events, members, organizations } from '#db/schema'
import { NotFound } from '../errors'
import { listStandingHolds } from '../holds/holds.server'
import { fullName } from '../people/name'
import { authorize, can } from '../policy'
import type { Scope } from '../scope.server'
import { listLeaves } from '../leaves/on-leave.server'

/**
 * One member, with every affiliation there is and was, newest first.
 *
 * @throws Forbidden · NotFound
 */
export async function getMember(scope: Scope, id: string) {
  authorize(scope.actor, 'people.list')
  const [[member], places, [invitation]] = await Promise.all([
    scope.db
      .select({
        id: members.id,
        userId: members.userId,
        givenName: members.givenName,
        familyName: members.familyName,
        email: members.email,
        hiredOn: members.hiredOn,
        identifier: members.identifier,
        sourceId: members.sourceId,
      })
      .from(members)
      .where(eq(members.id, id)),
    listAffiliations(scope, id),
    scope.db
      .select({ at: events.happenedAt })
      .from(events)
      .where(and(eq(events.subjectId, id), isWord(events.type, 'member.invited')))
      .orderBy(desc(events.happenedAt))
      .limit(1),
  ])
  if (!member) throw new NotFound('No member.')
  const { userId, ...rest } = member
  const hasJoined = userId !== null
  const holds = can(scope.actor, 'retention.view') ? await listStandingHolds(scope, id) : []
  const away = can(scope.actor, 'affiliation.edit') ? await listLeaves(scope, id) : []
  const organizationIds = places
    .filter(({ isCurrent }) => isCurrent)
    .map((place) => place.organizationId)
  return {
    ...rest,
    name: fullName(member),
    hasJoined,
    invitedAt: invitation?.at ?? null,
    affiliations: places,
    holds,
    leaves: away,
    can: {
      edit: can(scope.actor, 'affiliation.edit'),
      invite: can(scope.actor, 'member.invite') && !hasJoined && member.email !== null,
      placeHold: can(scope.actor, 'hold.place'),
      viewUses: can(scope.actor, 'use.view', { memberId: id }),
      viewRecord: can(scope.actor, 'record.view', { id, organizationIds }),
    },
  }
}

async function listAffiliations(scope: Scope, memberId: string) {
  const rows = await scope.db
    .select({
      id: affiliations.id,
      organizationId: affiliations.organizationId,
      organization: organizations.name,
      role: affiliations.role,
      startedOn: affiliations.startedOn,
      endedOn: affiliations.endedOn,
      source: affiliations.source,
    })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(eq(affiliations.memberId, memberId))
    .orderBy(desc(affiliations.startedOn), asc(affiliations.id))
  return rows.map((row) => ({
    ...row,
    isCurrent: row.startedOn <= scope.today && (row.endedOn === null || row.endedOn >= scope.today),
    /** Whether it has an end still to come, or none. */
    canEnd: row.endedOn === null || row.endedOn >= scope.today,
  }))
}

/** The name of a member, for a form about them. @throws NotFound */
export async function getMemberName(scope: Scope, id: string) {
  const [member] = await scope.db
    .select({ givenName: members.givenName, familyName: members.familyName })
    .from(members)
    .where(eq(members.id, id))
  if (!member) throw new NotFound('No member.')
  return fullName(member)
}
