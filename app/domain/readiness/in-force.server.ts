import { and, asc, eq, gte, inArray, isNull, laterOf, lt, or } from '#db/query.server'
import { assignmentChanges, assignments, pathways } from '#db/schema'
import { type Day, endOfDay } from '../calendar'
import { groupBy } from '../grouping'
import type { Scope } from '../scope.server'

export type InForce = Awaited<ReturnType<typeof assignmentsInForce>>[number]

/** The assignments in force at the end of a day, saying what they said then. */
export async function assignmentsInForce(scope: Scope, day: Day, pathwayId?: string) {
  const end = endOfDay(day, scope.district.timeZone)
  const rows = await scope.db
    .select({
      id: assignments.id,
      pathwayId: assignments.pathwayId,
      pathway: pathways.title,
      kind: assignments.kind,
      audience: assignments.audience,
      createdAt: assignments.createdAt,
    })
    .from(assignments)
    .innerJoin(pathways, eq(pathways.id, assignments.pathwayId))
    .where(
      and(
        pathwayId ? eq(assignments.pathwayId, pathwayId) : undefined,
        lt(assignments.createdAt, end),
        or(isNull(assignments.endedAt), gte(assignments.endedAt, end)),
      ),
    )
    .orderBy(assignments.id)
  if (day >= scope.today || rows.length === 0) return rows
  const ids = rows.map(({ id }) => id)
  const changes = groupBy(await changesSince(scope, end, ids), (change) => change.assignmentId)
  return rows.flatMap(({ id, ...row }) => {
    const since = changes.get(id) ?? []
    if (since.some(({ what, madeAt }) => what === 'ended' && madeAt < end)) return []
    const overwritten = since.find(({ before, madeAt }) => before && madeAt >= end)
    const { kind, audience } = overwritten?.before ?? row
    return { id, ...row, kind, audience }
  })
}

/** What was done to some assignments, or undone, since a moment, the first on top. */
const changesSince = (scope: Scope, moment: Date, assignmentIds: string[]) =>
  scope.db
    .select({
      assignmentId: assignmentChanges.assignmentId,
      what: assignmentChanges.what,
      before: assignmentChanges.before,
      madeAt: assignmentChanges.madeAt,
    })
    .from(assignmentChanges)
    .where(
      and(
        inArray(assignmentChanges.assignmentId, assignmentIds),
        gte(laterOf(assignmentChanges.undoneAt, assignmentChanges.madeAt), moment),
      ),
    )
    .orderBy(asc(assignmentChanges.madeAt), asc(assignmentChanges.id))
