import { and, countWhere, desc, eq, inArray, isNotNull, isNull } from '#db/query.server'
import { assignments, enrollments, members, pathways } from '#db/schema'
import { namesIn } from '../audiences/names.server'
import { type Day, dayIn } from '../calendar'
import { NotFound } from '../errors'
import { fullName } from '../people/name'
import { authorize, can } from '../policy'
import type { Scope } from '../scope.server'
import { getEnrolled, type EnrolledFilter } from './enrolled.server'
import type { Giving, Reason } from './reason'
import { countRequests } from './requests.server'
import { findUndoable } from './undoing.server'

const fields = {
  id: assignments.id,
  pathwayId: assignments.pathwayId,
  pathway: pathways.title,
  kind: assignments.kind,
  audience: assignments.audience,
  due: assignments.due,
  graceDays: assignments.graceDays,
  version: assignments.version,
  audienceSize: assignments.audienceSize,
  reached: assignments.reached,
  enrollingStartedAt: assignments.enrollingStartedAt,
  createdAt: assignments.createdAt,
  endedAt: assignments.endedAt,
  givenName: members.givenName,
  familyName: members.familyName,
}

export type Assignment = Awaited<ReturnType<typeof getAssignment>>['assignment']

/** The assignments of a pathway, those in force first and the newest on top; at most 100. */
export async function listAssignments(scope: Scope, pathwayId: string) {
  const rows = await assignmentRows(scope)
    .where(eq(assignments.pathwayId, pathwayId))
    .orderBy(desc(isNull(assignments.endedAt)), desc(assignments.createdAt), desc(assignments.id))
    .limit(100)
  const counts = await countEnrollments(
    scope,
    rows.map(({ id }) => id),
  )
  const names = await namesOf(scope, rows)
  return rows.map((row) => ({ ...readable(scope, row), names, ...counts(row.id) }))
}

/** One assignment in words. @throws NotFound */
export async function getAssignment(scope: Scope, id: string) {
  authorize(scope.actor, 'pathway.view')
  const [row] = await assignmentRows(scope).where(eq(assignments.id, id))
  if (!row) throw new NotFound('No assignment.')
  const counts = await countEnrollments(scope, [id])
  const mayAssign = can(scope.actor, 'pathway.assign')
  return {
    assignment: { ...readable(scope, row), names: await namesOf(scope, [row]), ...counts(id) },
    undoable: (await findUndoable(scope, id))?.what ?? null,
    requestsWaiting: mayAssign
      ? await countRequests(scope, { status: 'waiting', assignmentId: id })
      : 0,
    can: { end: mayAssign && row.endedAt === null, undo: mayAssign },
  }
}

/**
 * Why somebody who was enrolled on a day has a pathway, by the assignment it rests on. The caller has
 * decided who may read it.
 */
export async function reasonsOfAssignments(scope: Scope, ids: string[]) {
  const rows =
    ids.length === 0 ? [] : await assignmentRows(scope).where(inArray(assignments.id, ids))
  const names = await namesOf(scope, rows)
  const givings = new Map(
    rows.map((row): [string, Giving] => [row.id, { ...readable(scope, row), block: null }]),
  )
  return (enrolledOn: Day, id: string | null): Reason => {
    const assignment = givings.get(id ?? '') ?? null
    return { enrolledOn, assignment, others: [], names }
  }
}

/** One assignment in words, and how far those are who have a pathway because of it. @throws NotFound */
export async function getAssignmentProgress(scope: Scope, id: string, filter: EnrolledFilter) {
  const found = await getAssignment(scope, id)
  return { ...found, ...(await getEnrolled(scope, { assignmentId: id }, filter)) }
}

const assignmentRows = (scope: Scope) =>
  scope.db
    .select(fields)
    .from(assignments)
    .innerJoin(pathways, eq(pathways.id, assignments.pathwayId))
    .innerJoin(members, eq(members.id, assignments.createdById))

type Row = Awaited<ReturnType<ReturnType<typeof assignmentRows>['where']>>[number]

/** What the audiences name, and the pathways that due dates are reckoned from. */
async function namesOf(scope: Scope, rows: Row[]) {
  const others = rows.flatMap(({ due }) => due.pathwayId ?? [])
  const asked = others.map((pathwayId) => ({
    any: [[{ kind: 'pathway' as const, not: false, pathwayId, state: 'completed' as const }]],
    except: [],
  }))
  return namesIn(scope, [...rows.map(({ audience }) => audience), ...asked])
}

function readable(
  scope: Scope,
  { givenName, familyName, createdAt, endedAt, enrollingStartedAt, ...row }: Row,
) {
  const { timeZone } = scope.district
  return {
    ...row,
    by: fullName({ givenName, familyName }),
    madeOn: dayIn(timeZone, createdAt),
    endedOn: endedAt && dayIn(timeZone, endedAt),
    isEnrolling: enrollingStartedAt !== null,
  }
}

async function countEnrollments(scope: Scope, ids: string[]) {
  const rows =
    ids.length === 0
      ? []
      : await scope.db
          .select({
            assignmentId: enrollments.assignmentId,
            open: countWhere(isNull(enrollments.completedOn)),
            completed: countWhere(isNotNull(enrollments.completedOn)),
          })
          .from(enrollments)
          .where(and(inArray(enrollments.assignmentId, ids), isNull(enrollments.endedOn)))
          .groupBy(enrollments.assignmentId)
  const byId = new Map(rows.map(({ assignmentId, ...counts }) => [assignmentId, counts]))
  return (id: string) => byId.get(id) ?? { open: 0, completed: 0 }
}
