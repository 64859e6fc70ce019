import type { GoalKind, GoalStatus } from '../words'
import { at, type Day } from './day'
import { recordEvent } from './event'
import { type Proof, prove } from './evidence'
import { idOf } from './id'
import type { DistrictWorld } from './names'
import { organizationOn, type Stage } from './stage'

type Goal = {
  id: string
  memberId: string
  title: string
  kind: GoalKind
  competency?: string
  baseline?: string
  target: string
  measure?: string
  setOn: Day
  dueOn: Day
}

/** A priority that a goal serves, since it was set or another day. */
type Served = { key: keyof DistrictWorld['priorities']; from?: Day }

type Course = {
  /** One after the other. */
  serves?: Served[]
  checkIns?: { id: string; on: Day; note: string }[]
  proof?: Proof
  status?: GoalStatus
  outcome?: string
  closedOn?: Day
}

/** Adds a goal, and what became of it. */
export function setGoal(stage: Stage, goal: Goal, course: Course = {}) {
  const { rows } = stage
  const { id, memberId, setOn } = goal
  const { serves = [], checkIns = [], proof, status = 'open', outcome, closedOn } = course
  rows.goals.push({
    ...goal,
    organizationId: organizationOn(stage, memberId, setOn),
    status,
    outcome,
    closedOn,
    version: 1 + (closedOn ? 1 : 0),
    createdAt: at(setOn, '18:00'),
  })
  recordEvent(stage, 'goal.set', id, memberId, at(setOn, '18:00'))
  for (const [turn, { key, from = setOn }] of serves.entries()) {
    rows.goalPriorities.push({
      id: idOf(`${id}/priority/${turn}`),
      goalId: id,
      priorityId: stage.names.priorities[key],
      startedOn: from,
      replacedOn: serves[turn + 1]?.from ?? null,
    })
  }
  for (const checkIn of checkIns) {
    const createdAt = at(checkIn.on, '20:30')
    const { id: checkInId, on, note } = checkIn
    rows.goalCheckIns.push({ id: checkInId, goalId: id, note, checkedOn: on, createdAt })
    recordEvent(stage, 'goal.checked_in', id, memberId, createdAt)
  }
  if (proof)
    prove(stage, { goalId: id }, proof, memberId, at(checkIns.at(-1)?.on ?? setOn, '20:31'))
  if (closedOn) recordEvent(stage, 'goal.closed', id, memberId, at(closedOn, '20:00'), { status })
}
