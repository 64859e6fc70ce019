import {
  and,
  asc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  notExists,
  or,
} from '#db/query.server'
import { assignments, enrollments, reminders } from '#db/schema'
import { addDays } from '../calendar'
import { isActive, isOpen } from '../pathways/enrolled-where.server'
import type { Scope } from '../scope.server'
import { type NoticeKind, NOTICE_DAYS } from './notice'

/** Under way, of somebody who works here today, because of a mandate that has not ended. */
export const isMandatedNow = (scope: Scope) =>
  and(
    isOpen,
    isNull(enrollments.endedOn),
    isNotNull(enrollments.dueOn),
    isActive(scope),
    inArray(
      enrollments.assignmentId,
      scope.db
        .select({ id: assignments.id })
        .from(assignments)
        .where(and(eq(assignments.kind, 'mandated'), isNull(assignments.endedAt))),
    ),
  )

/** The time of a notice has come, and it has not been written; the SQL twin of `noticeFor`. */
export function isNoticeDue(scope: Scope) {
  const { today } = scope
  const { dueOn } = enrollments
  const soon = addDays(today, NOTICE_DAYS.due_7)
  const ahead = addDays(today, NOTICE_DAYS.due_30)
  return and(
    isMandatedNow(scope),
    or(
      and(lt(dueOn, today), isUnsent(scope, 'overdue')),
      and(gte(dueOn, today), lte(dueOn, soon), isUnsent(scope, 'due_7')),
      and(gt(dueOn, soon), lte(dueOn, ahead), isUnsent(scope, 'due_30')),
    ),
  )
}

const isUnsent = (scope: Scope, kind: NoticeKind) =>
  notExists(
    scope.db
      .select({ id: reminders.id })
      .from(reminders)
      .where(
        and(
          eq(reminders.enrollmentId, enrollments.id),
          eq(reminders.kind, kind),
          eq(reminders.dueOn, enrollments.dueOn),
        ),
      ),
  )

/** The enrollments whose notice may be due today; none where the district sends none. */
export async function listDueForNotice(scope: Scope) {
  if (!scope.district.sendsNotices) return []
  const rows = await scope.db
    .select({ id: enrollments.id })
    .from(enrollments)
    .where(isNoticeDue(scope))
    .orderBy(asc(enrollments.id))
  return rows.map(({ id }) => id)
}
