import {
  and,
  desc,
  eq,
  flagOf,
  gte,
  inArray,
  isNotNull,
  isNull,
  maxOf,
  ne,
  or,
  type SQL,
} from '#db/query.server'
import { assignments, enrollmentRequests, enrollments, members, pathways } from '#db/schema'
import { audienceOf } from '../audiences/audience.server'
import type { Day } from '../calendar'
import { groupBy } from '../grouping'
import type { Scope } from '../scope.server'
import type { Calendar, Held, InForce, Situation } from './deciding'
import { heldFields } from './enrolling.server'

/** What the decisions of a day go by. */
export const calendarOf = (scope: Scope, editedId?: string): Calendar => ({
  today: scope.today,
  schoolYearStartsOn: scope.district.schoolYearStartsOn,
  editedId,
})

/** The assignments that enroll people by themselves, oldest first; of one pathway or of all. */
export async function assignmentsInForce(scope: Scope, pathwayId?: string): Promise<InForce[]> {
  return scope.db
    .select({
      id: assignments.id,
      pathwayId: assignments.pathwayId,
      kind: assignments.kind,
      audience: assignments.audience,
      due: assignments.due,
      graceDays: assignments.graceDays,
      createdAt: assignments.createdAt,
    })
    .from(assignments)
    .innerJoin(pathways, eq(pathways.id, assignments.pathwayId))
    .where(
      and(
        isNull(assignments.endedAt),
        ne(assignments.kind, 'offered'),
        eq(pathways.status, 'published'),
        pathwayId === undefined ? undefined : eq(assignments.pathwayId, pathwayId),
      ),
    )
    .orderBy(assignments.createdAt, assignments.id)
}

export type PathwaySituation = Situation & { sortName: string }

/**
 * The situations of members on one pathway, however many they are, in one query and one more for each
 * of requests and of completions that due dates are reckoned from.
 *
 * @param inForce the assignments of the pathway, as they are to be
 * @param where which members; `enrollments` is joined with what they hold
 * @param takenBackId an assignment that ends and takes the pathway back
 */
export async function situationsOn(
  scope: Scope,
  pathwayId: string,
  inForce: InForce[],
  { where, limit, takenBackId }: { where: SQL; limit?: number; takenBackId?: string },
): Promise<PathwaySituation[]> {
  const { memberId: _, pathwayId: __, ...held } = heldFields
  const flags: Record<string, SQL<number>> = {}
  for (const [position, { audience }] of inForce.entries()) {
    flags[`fits${position}`] = flagOf(await audienceOf(scope, audience))
  }
  const query = scope.db
    .select({
      memberId: members.id,
      hiredOn: members.hiredOn,
      sortName: members.sortName,
      ...held,
      ...flags,
    })
    .from(members)
    .leftJoin(
      enrollments,
      and(
        eq(enrollments.memberId, members.id),
        eq(enrollments.pathwayId, pathwayId),
        isNull(enrollments.endedOn),
      )!,
    )
    .where(where)
    .orderBy(members.id)
  const rows = (await (limit === undefined ? query : query.limit(limit))) as Row[]
  const granted = await loadGranted(scope, eq(enrollments.pathwayId, pathwayId))
  const completionOf = await loadCompletions(scope, inForce)
  return rows.map((row) => {
    const fitting = inForce.filter((_assignment, position) => row[`fits${position}`] === 1)
    return {
      memberId: row.memberId,
      hiredOn: row.hiredOn,
      sortName: row.sortName,
      fitting,
      ...grantedTo(granted, row.memberId, pathwayId, row.id),
      completionOf: (other) => completionOf(row.memberId, other),
      ...standingTo(row.id === null ? null : (row as Held), inForce, fitting, takenBackId),
    }
  })
}

type Row = { memberId: string; hiredOn: Day | null; sortName: string } & (
  Held | { [K in keyof Held]: null }
) & { [flag: `fits${number}`]: number }

/** How what somebody holds stands to the assignments that fit them. */
export function standingTo(
  held: Held | null,
  inForce: InForce[],
  fitting: InForce[],
  takenBackId?: string,
) {
  const by = held?.assignmentId ?? null
  const isInForce = inForce.some(({ id }) => id === by)
  return {
    held,
    hasLeft: isInForce && !fitting.some(({ id }) => id === by),
    isTakenBack: by !== null && by === takenBackId,
  }
}

export type Granted = Awaited<ReturnType<typeof loadGranted>>

/** The extensions and waivers that hold, by the member. */
export async function loadGranted(scope: Scope, which: SQL) {
  const rows = await scope.db
    .select({
      memberId: enrollments.memberId,
      pathwayId: enrollments.pathwayId,
      enrollmentId: enrollmentRequests.enrollmentId,
      kind: enrollmentRequests.kind,
      until: enrollmentRequests.until,
      decidedAt: enrollmentRequests.decidedAt,
    })
    .from(enrollmentRequests)
    .innerJoin(enrollments, eq(enrollments.id, enrollmentRequests.enrollmentId))
    .where(
      and(
        which,
        eq(enrollmentRequests.status, 'approved'),
        or(
          eq(enrollmentRequests.kind, 'extension'),
          isNull(enrollmentRequests.until),
          gte(enrollmentRequests.until, scope.today),
        ),
      ),
    )
    .orderBy(desc(enrollmentRequests.askedAt), desc(enrollmentRequests.id))
  return groupBy(rows, ({ memberId }) => memberId)
}

/** What was granted to somebody on a pathway: an extension of what they hold, a waiver of any. */
export function grantedTo(
  granted: Granted,
  memberId: string,
  pathwayId: string,
  enrollmentId: string | null,
): Pick<Situation, 'waivedAt' | 'extendedTo'> {
  const own = (granted.get(memberId) ?? []).filter((row) => row.pathwayId === pathwayId)
  const days = own.flatMap(({ kind, until, enrollmentId: id }) =>
    kind === 'extension' && id === enrollmentId && until !== null ? until : [],
  )
  return {
    waivedAt: own.find(({ kind }) => kind === 'waiver')?.decidedAt ?? null,
    extendedTo: days.toSorted().at(-1) ?? null,
  }
}

/** The last completions of the pathways that due dates are reckoned from. */
export async function loadCompletions(
  scope: Scope,
  inForce: Pick<InForce, 'due'>[],
  memberIds?: string[],
) {
  const pathwayIds = [...new Set(inForce.flatMap(({ due }) => due.pathwayId ?? []))]
  const rows =
    pathwayIds.length === 0
      ? []
      : await scope.db
          .select({
            memberId: enrollments.memberId,
            pathwayId: enrollments.pathwayId,
            completedOn: maxOf(enrollments.completedOn),
          })
          .from(enrollments)
          .where(
            and(
              inArray(enrollments.pathwayId, pathwayIds),
              isNotNull(enrollments.completedOn),
              memberIds && inArray(enrollments.memberId, memberIds),
            ),
          )
          .groupBy(enrollments.memberId, enrollments.pathwayId)
  const known = new Map(rows.map((row) => [`${row.memberId}/${row.pathwayId}`, row.completedOn]))
  return (memberId: string, pathwayId: string) => known.get(`${memberId}/${pathwayId}`) ?? null
}
