import { newId } from '#db/id'
import { and, desc, eq } from '#db/query.server'
import { members, recordViews } from '#db/schema'
import { dayIn } from '../calendar'
import { fullName } from '../people/name'
import type { Scope, WriteScope } from '../scope.server'
import { getVisibleMember } from './visible-member.server'

const SHOWN = 50

/**
 * Notes that the actor opens somebody else's record, for its owner to see: once for each viewer,
 * member and day, so that turning pages does not hide who came. One's own is not noted.
 *
 * @throws NotFound when there is nobody whose record the actor may see
 */
export async function openRecord(scope: WriteScope, memberId: string) {
  await getVisibleMember(scope, memberId)
  if (memberId === scope.actor.id) return
  const [last] = await scope.db
    .select({ viewedAt: recordViews.viewedAt })
    .from(recordViews)
    .where(and(eq(recordViews.memberId, memberId), eq(recordViews.viewerId, scope.actor.id)))
    .orderBy(desc(recordViews.viewedAt), desc(recordViews.id))
    .limit(1)
  if (last && dayIn(scope.district.timeZone, last.viewedAt) === scope.today) return

  await scope.db.insert(recordViews).values({
    id: newId(scope.now),
    viewerId: scope.actor.id,
    memberId,
    what: 'record',
    viewedAt: scope.now,
  })
  await scope.record('record.viewed', memberId)
}

/** Who opened the actor's own record, and on which day; the last fifty, newest first. */
export async function listRecordViews(scope: Scope) {
  const rows = await scope.db
    .select({
      id: recordViews.id,
      viewedAt: recordViews.viewedAt,
      givenName: members.givenName,
      familyName: members.familyName,
    })
    .from(recordViews)
    .innerJoin(members, eq(members.id, recordViews.viewerId))
    .where(eq(recordViews.memberId, scope.actor.id))
    .orderBy(desc(recordViews.viewedAt), desc(recordViews.id))
    .limit(SHOWN)
  return rows.map(({ id, viewedAt, ...viewer }) => ({
    id,
    viewer: fullName(viewer),
    on: dayIn(scope.district.timeZone, viewedAt),
  }))
}

export type RecordView = Awaited<ReturnType<typeof listRecordViews>>[number]
