import { and, asc, desc, eq, isNull, ne, notExists } from '#db/query.server'
import { members, pathwayComments, pathwayReaders, pathways, pathwayVersions } from '#db/schema'
import { fullName } from '../people/name'
import { namesOf } from '../people/named.server'
import type { Scope } from '../scope.server'

/** The newest version of a pathway about which the actor was asked, and by whom; null where they were not. */
export async function findAsked(scope: Scope, pathwayId: string) {
  const [asked] = await scope.db
    .select({
      versionId: pathwayReaders.versionId,
      question: pathwayReaders.question,
      givenName: members.givenName,
      familyName: members.familyName,
    })
    .from(pathwayReaders)
    .innerJoin(pathwayVersions, eq(pathwayVersions.id, pathwayReaders.versionId))
    .innerJoin(members, eq(members.id, pathwayReaders.askedById))
    .where(
      and(eq(pathwayVersions.pathwayId, pathwayId), eq(pathwayReaders.memberId, scope.actor.id)),
    )
    .orderBy(desc(pathwayVersions.number))
    .limit(1)
  if (!asked) return null
  const { versionId, question, ...by } = asked
  return { versionId, question, by: fullName(by) }
}

/**
 * The pathways about which the actor is asked while a version of them is being built, the newest first.
 *
 * @param which `unanswered` leaves out those about which they have said something
 */
export async function listAsked(scope: Scope, which: 'all' | 'unanswered' = 'all') {
  const unanswered = notExists(
    scope.db
      .select({ id: pathwayComments.id })
      .from(pathwayComments)
      .where(
        and(
          eq(pathwayComments.versionId, pathwayReaders.versionId),
          eq(pathwayComments.memberId, scope.actor.id),
          isNull(pathwayComments.takenBackAt),
        ),
      ),
  )
  const rows = await scope.db
    .select({
      id: pathways.id,
      title: pathways.title,
      number: pathwayVersions.number,
      askedById: pathwayReaders.askedById,
      question: pathwayReaders.question,
    })
    .from(pathwayReaders)
    .innerJoin(pathwayVersions, eq(pathwayVersions.id, pathwayReaders.versionId))
    .innerJoin(pathways, eq(pathways.id, pathwayVersions.pathwayId))
    .where(
      and(
        eq(pathwayReaders.memberId, scope.actor.id),
        isNull(pathwayVersions.publishedAt),
        ne(pathways.status, 'retired'),
        which === 'unanswered' ? unanswered : undefined,
      ),
    )
    .orderBy(desc(pathwayReaders.askedAt), asc(pathwayReaders.id))
  const names = await namesOf(
    scope,
    rows.map(({ askedById }) => askedById),
  )
  return rows.map(({ askedById, ...row }) => ({ ...row, by: names.get(askedById) ?? '' }))
}

/** Who is asked about a version, by name. The caller has decided who may see it. */
export async function listReaders(scope: Scope, versionId: string) {
  const rows = await scope.db
    .select({
      id: pathwayReaders.id,
      memberId: pathwayReaders.memberId,
      givenName: members.givenName,
      familyName: members.familyName,
      askedAt: pathwayReaders.askedAt,
    })
    .from(pathwayReaders)
    .innerJoin(members, eq(members.id, pathwayReaders.memberId))
    .where(eq(pathwayReaders.versionId, versionId))
    .orderBy(asc(members.sortName), asc(pathwayReaders.id))
  return rows.map(({ givenName, familyName, ...row }) => ({
    ...row,
    name: fullName({ givenName, familyName }),
  }))
}

export type Reader = Awaited<ReturnType<typeof listReaders>>[number]
