import { newId } from '#db/id'
import { and, asc, count, desc, eq, gte, inArray, maxOf, ne } from '#db/query.server'
import { members, recordViews, submissions } from '#db/schema'
import { decidableBy } from '../approvals/queue.server'
import { addDays, dayIn, endOfDay } from '../calendar'
import { fullName } from '../people/name'
import { submissionsOf } from '../reviews/waiting.server'
import type { Scope, WriteScope } from '../scope.server'
import { getVisibleMember } from './visible-member.server'

const SHOWN = 50

/** What of a record somebody opened: all of it, or one thing. */
export type Viewed =
  'record' | 'activity' | 'completion' | 'award' | 'goal' | 'license' | 'evidence' | 'submission'

/** Up to so many people are looked up one by one; of more, whoever was seen that day. */
const A_PAGE = 100

/** A list of many people in which they stood. */
const IN_A_LIST = 'list'
const isOfOne = ne(recordViews.what, IN_A_LIST)

/**
 * Notes that the actor opens somebody else's record, for its owner to see.
 *
 * @throws NotFound when there is nobody whose record the actor may see
 */
export async function openRecord(scope: WriteScope, memberId: string) {
  await getVisibleMember(scope, memberId)
  await noteView(scope, memberId, 'record')
}

/**
 * Notes that the actor has been shown something of a member: once for each viewer, member and day, so
 * that turning pages does not hide who came. One's own is not noted.
 *
 * @param memberId the owner, as the query told that allowed the actor to see it
 */
export async function noteView(scope: WriteScope, memberId: string, what: Viewed) {
  if (memberId === scope.actor.id) return
  const [last] = await scope.db
    .select({ viewedAt: recordViews.viewedAt })
    .from(recordViews)
    .where(
      and(eq(recordViews.memberId, memberId), eq(recordViews.viewerId, scope.actor.id), isOfOne),
    )
    .orderBy(desc(recordViews.viewedAt), desc(recordViews.id))
    .limit(1)
  if (last && dayIn(scope.district.timeZone, last.viewedAt) === scope.today) return

  await scope.db.insert(recordViews).values({
    id: newId(),
    viewerId: scope.actor.id,
    memberId,
    what,
    viewedAt: scope.now,
  })
}

/**
 * Notes that the actor has been shown members in a list: once for each viewer, member and day, and not
 * where the actor has opened the member's record that day.
 */
export async function noteListed(scope: WriteScope, memberIds: readonly string[]) {
  const { actor, district, now, today } = scope
  const seen = await scope.db
    .selectDistinct({ memberId: recordViews.memberId })
    .from(recordViews)
    .where(
      and(
        eq(recordViews.viewerId, actor.id),
        gte(recordViews.viewedAt, endOfDay(addDays(today, -1), district.timeZone)),
        memberIds.length > A_PAGE ? undefined : inArray(recordViews.memberId, [...memberIds]),
      ),
    )
  const known = new Set([actor.id, ...seen.map(({ memberId }) => memberId)])
  const views = memberIds
    .filter((memberId) => !known.has(memberId))
    .map((memberId) => ({
      id: newId(),
      viewerId: actor.id,
      memberId,
      what: IN_A_LIST,
      viewedAt: now,
    }))
  await scope.db.insertMany(recordViews, views)
}

type File = {
  id: string
  memberId: string
  activityId: string | null
  completionId: string | null
  awardId: string | null
}

/**
 * Like `noteView`, for a file the actor has been shown; not while it stands behind a submission that
 * waits for the actor's decision: the review says who looked.
 */
export async function noteFileView(scope: WriteScope, file: File) {
  const { id, memberId, ...subject } = file
  const waiting = and(submissionsOf({ ...subject, evidenceId: id }), decidableBy(scope.actor))
  if ((await scope.db.count(submissions, waiting)) > 0) return
  await noteView(scope, memberId, 'evidence')
}

/** Who opened the actor's own record or a part of it, and on which day; the last fifty, newest first. */
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
    .where(and(eq(recordViews.memberId, scope.actor.id), isOfOne))
    .orderBy(desc(recordViews.viewedAt), desc(recordViews.id))
    .limit(SHOWN)
  return rows.map(({ id, viewedAt, ...viewer }) => ({
    id,
    viewer: fullName(viewer),
    on: dayIn(scope.district.timeZone, viewedAt),
  }))
}

export type RecordView = Awaited<ReturnType<typeof listRecordViews>>[number]

/** Who was shown the actor in a list of many people: on how many days, and when last. */
export async function listListViews(scope: Scope) {
  const { timeZone } = scope.district
  const rows = await scope.db
    .select({
      id: recordViews.viewerId,
      givenName: members.givenName,
      familyName: members.familyName,
      days: count(),
      last: maxOf(recordViews.viewedAt),
    })
    .from(recordViews)
    .innerJoin(members, eq(members.id, recordViews.viewerId))
    .where(and(eq(recordViews.memberId, scope.actor.id), eq(recordViews.what, IN_A_LIST)))
    .groupBy(recordViews.viewerId, members.givenName, members.familyName)
    .orderBy(desc(maxOf(recordViews.viewedAt)), asc(recordViews.viewerId))
    .limit(SHOWN)
  return rows.map(({ id, days, last, ...viewer }) => ({
    id,
    viewer: fullName(viewer),
    days,
    lastOn: dayIn(timeZone, last!),
  }))
}

export type ListView = Awaited<ReturnType<typeof listListViews>>[number]
