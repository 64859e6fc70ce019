import { addDays, at, weekday } from '../day'
import { recordEvent } from '../event'
import { idOf } from '../id'
import type { Stage } from '../stage'

const REMINDED = 9
const DAYS_AGO = [12, 5]

/** Has the coordinator remind some of those who have not begun what is mandated; Ben among them. */
export function remindSome(stage: Stage) {
  const { names, rows, today } = stage
  const notBegun = rows.enrollments.filter(
    ({ assignmentId, engagedOn, completedOn, endedOn }) =>
      assignmentId === names.assignments.mandated && !engagedOn && !completedOn && !endedOn,
  )
  const bens = notBegun.filter(({ id }) => id === names.enrollments.notEngaged)
  const others = notBegun.filter(({ id }) => id !== names.enrollments.notEngaged)
  for (const [index, { id }] of [...bens, ...others].slice(0, REMINDED).entries()) {
    const sentOn = weekday(addDays(today, -DAYS_AGO[index % DAYS_AGO.length]!))
    const row = { enrollmentId: id, kind: 'by_hand' as const, sentById: names.ming.id, sentOn }
    rows.reminders.push({ id: idOf(`${id}/reminder`, at(sentOn, '15:00')), ...row })
    recordEvent(stage, 'reminder.sent', id, names.ming.id, at(sentOn, '15:00'))
  }
}
