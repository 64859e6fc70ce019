import { addDays, at, firstDayOf, weekday } from '../day'
import { recordEvent } from '../event'
import { idOf } from '../id'
import type { Rows } from '../rows'
import type { Stage } from '../stage'

type Enrollment = Rows['enrollments'][number]
type Asked = Pick<Rows['enrollmentRequests'][number], 'kind' | 'reason'> & {
  daysAgo: number
  until?: string
}

/** Has some ask for more time or to be let off: one was granted it, the others wait; Ben among them. */
export function askForTime(stage: Stage) {
  const { names, rows } = stage
  const open = rows.enrollments.filter(
    ({ assignmentId, completedOn, endedOn }) =>
      assignmentId === names.assignments.mandated && !completedOn && !endedOn,
  )
  const bens = open.find(({ id }) => id === names.enrollments.notEngaged)!
  const named = new Set([names.ana, names.ben, names.cora, names.theo].map(({ id }) => id))
  const begun = open.filter(({ engagedOn, memberId }) => engagedOn && !named.has(memberId))
  const [granted, onLeave] = [begun[0]!, begun[1]!]
  const dueOn = bens.dueOn!

  ask(stage, bens, {
    kind: 'extension',
    reason: 'My apps change with the new schedule in January; I would list them once, after that.',
    until: weekday(addDays(dueOn, 35)),
    daysAgo: 3,
  })
  ask(stage, onLeave, {
    kind: 'waiver',
    reason: 'I am on leave until the end of the school year.',
    daysAgo: 6,
  })
  stage.rows.leaves.push({
    id: idOf(`${onLeave.memberId}/leave`),
    memberId: onLeave.memberId,
    startedOn: weekday(addDays(stage.today, -10)),
    endedOn: addDays(firstDayOf(stage.schoolYear + 1), -1),
  })
  grant(stage, granted, weekday(addDays(dueOn, 30)))
}

function ask(stage: Stage, enrollment: Enrollment, { daysAgo, until, ...asked }: Asked) {
  const { id: enrollmentId, memberId } = enrollment
  const askedAt = at(weekday(addDays(stage.today, -daysAgo)), '17:10')
  const id = idOf(`${enrollmentId}/request`, askedAt)
  stage.rows.enrollmentRequests.push({
    id,
    enrollmentId,
    memberId,
    ...asked,
    until: until ?? null,
    status: 'waiting',
    askedById: memberId,
    askedAt,
  })
  const { kind } = asked
  recordEvent(stage, 'enrollment.request_sent', id, memberId, askedAt, { enrollmentId, kind })
  return { id, askedAt }
}

/** More time that was asked for and given: the day it is due has moved. */
function grant(stage: Stage, enrollment: Enrollment, until: string) {
  const { names, rows } = stage
  const { id, askedAt } = ask(stage, enrollment, {
    kind: 'extension',
    reason: 'I was ill for three weeks.',
    until,
    daysAgo: 16,
  })
  const decidedAt = new Date(askedAt.getTime() + 24 * 60 * 60 * 1000)
  const request = rows.enrollmentRequests.find((row) => row.id === id)!
  Object.assign(request, {
    status: 'approved',
    decidedById: names.ming.id,
    decidedAt,
    answer: 'Of course. Get well first.',
  })
  const { graceDays } = rows.assignments.find((row) => row.id === enrollment.assignmentId)!
  Object.assign(enrollment, { dueOn: until, lateOn: addDays(until, graceDays + 1) })
  recordEvent(stage, 'enrollment.request_decided', id, names.ming.id, decidedAt, {
    decision: 'approved',
  })
}
