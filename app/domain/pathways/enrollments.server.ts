import { and, asc, desc, eq, isNull, orElse } from '#db/query.server'
import { enrollments, pathways } from '#db/schema'
import { NotFound } from '../errors'
import { pageOf, window } from '../listing'
import type { Scope } from '../scope.server'
import { mayStartAgain } from './enrollment'
import type { Reason } from './reason'
import { stepsOf } from './path'
import { assess, type Enrollee } from './standing.server'
import { reasonsOf } from './why.server'

const fields = {
  id: enrollments.id,
  pathwayId: enrollments.pathwayId,
  versionId: enrollments.versionId,
  title: pathways.title,
  description: pathways.description,
  enrolledOn: enrollments.enrolledOn,
  dueOn: enrollments.dueOn,
  stepsCompleted: enrollments.stepsCompleted,
  stepsRequired: enrollments.stepsRequired,
  share: enrollments.share,
  completedOn: enrollments.completedOn,
  engagedOn: enrollments.engagedOn,
  expiresOn: enrollments.expiresOn,
  validMonths: pathways.validMonths,
  assignmentId: enrollments.assignmentId,
  lateOn: enrollments.lateOn,
}

const rowsOf = (scope: Scope) =>
  scope.db
    .select(fields)
    .from(enrollments)
    .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['where']>>[number]

export type OwnEnrollment = Awaited<ReturnType<typeof listOwnEnrollments>>['rows'][number]

/** A page of the actor's own pathways: those under way first, the nearest due date on top. */
export async function listOwnEnrollments(scope: Scope, page: number) {
  const condition = and(eq(enrollments.memberId, scope.actor.id), isNull(enrollments.endedOn))
  const [rows, total] = await Promise.all([
    rowsOf(scope)
      .where(condition)
      .orderBy(
        desc(orElse(enrollments.completedOn, '9999-12-31')),
        asc(orElse(enrollments.dueOn, '9999-12-31')),
        asc(enrollments.id),
      )
      .limit(window(page).limit)
      .offset(window(page).offset),
    scope.db.count(enrollments, condition),
  ])
  const next = await nextSteps(
    scope,
    rows.filter(({ completedOn }) => completedOn === null),
  )
  const reasons = await reasonsOf(scope, scope.actor.id, rows)
  return pageOf(
    rows.map((row) => ({
      ...readable(scope, row, reasons.get(row.id)!),
      next: next.get(row.id) ?? null,
    })),
    total,
    page,
  )
}

/**
 * One of the actor's own enrollments, taken back ones excepted; `enrollee` is what `assess` takes.
 *
 * @throws NotFound when it is not theirs
 */
export async function requireOwnEnrollment(scope: Scope, id: string) {
  const [row] = await rowsOf(scope).where(
    and(
      eq(enrollments.id, id),
      eq(enrollments.memberId, scope.actor.id),
      isNull(enrollments.endedOn),
    ),
  )
  if (!row) throw new NotFound('No enrollment.')
  const reasons = await reasonsOf(scope, scope.actor.id, [row])
  return { ...readable(scope, row, reasons.get(id)!), enrollee: enrolleeOf(scope, row) }
}

function enrolleeOf(scope: Scope, row: Row): Enrollee & { id: string } {
  const { id, pathwayId, versionId, validMonths, enrolledOn, engagedOn } = row
  const of = { id, memberId: scope.actor.id, pathwayId, versionId }
  return { ...of, validMonths, enrolledOn, engagedOn }
}

function readable(scope: Scope, row: Row, reason: Reason) {
  return {
    id: row.id,
    pathwayId: row.pathwayId,
    versionId: row.versionId,
    title: row.title,
    description: row.description,
    dueOn: row.dueOn,
    lateOn: row.lateOn,
    stepsCompleted: row.stepsCompleted,
    stepsRequired: row.stepsRequired,
    share: row.share,
    completedOn: row.completedOn,
    expiresOn: row.expiresOn,
    reason,
    mayStartAgain: mayStartAgain(row, scope.today),
  }
}

/** The title of the first step that is not done and can be, of each enrollment. */
async function nextSteps(scope: Scope, rows: Row[]) {
  const assessed = await assess(
    scope,
    rows.map((row) => enrolleeOf(scope, row)),
  )
  return new Map(
    assessed.flatMap(({ enrollee, path, progress }) => {
      const next = stepsOf(path.parts).find(({ stepKey }) => stepKey === progress.next)
      return next ? [[enrollee.id, next.title] as const] : []
    }),
  )
}
