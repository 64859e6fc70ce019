import { longCsvOf } from '../csv.server'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { getAssignment } from './assignments.server'
import { requirePathway } from './building.server'
import { ENROLLED_STATES, stateOf } from './enrolled'
import { type Enrolled, enrolledInBatches, idsOfEnrolled } from './enrolled-people.server'
import type { EnrolledFilter } from './enrolled.server'
import { listStepsStoodAt, type StepStoodAt } from './steps-stood-at.server'
import type { Which } from './enrolled-where.server'

const COLUMNS = [
  'name',
  'school',
  'state',
  'overdue',
  'steps_done',
  'steps_required',
  'stands_at',
  'enrolled_on',
  'last_step_on',
  'due_on',
  'completed_on',
  'expires_on',
  'reminded_on',
]

/**
 * Everybody the page of an assignment or of a pathway shows under the same filter, as CSV.
 *
 * @throws NotFound · Forbidden
 */
export async function enrolledCsv(scope: Scope, which: Which, filter: EnrolledFilter) {
  authorize(scope.actor, 'pathway.view')
  await requireThere(scope, which)
  const [ids, steps] = await Promise.all([
    idsOfEnrolled(scope, which, filter),
    listStepsStoodAt(scope, which),
  ])
  return longCsvOf(COLUMNS, ids.length, linesOf(scope, ids, steps))
}

async function* linesOf(scope: Scope, ids: string[], steps: StepStoodAt[]) {
  const stepOf = new Map(steps.map((step) => [step.stepKey, step]))
  for await (const people of enrolledInBatches(scope, ids)) {
    yield people.map((person) => lineOf(person, stepOf))
  }
}

async function requireThere(scope: Scope, which: Which) {
  if ('assignmentId' in which) return getAssignment(scope, which.assignmentId)
  return requirePathway(scope, which.pathwayId)
}

const lineOf = (person: Enrolled, stepOf: Map<string, StepStoodAt>) => ({
  name: person.name,
  school: person.workplace,
  state: ENROLLED_STATES[stateOf(person)],
  overdue: person.isOverdue ? 'yes' : 'no',
  steps_done: person.stepsCompleted,
  steps_required: person.stepsRequired,
  stands_at: stepOf.get(person.stepKey ?? '')?.title,
  enrolled_on: person.enrolledOn,
  last_step_on: person.lastStepOn,
  due_on: person.dueOn,
  completed_on: person.completedOn,
  expires_on: person.expiresOn,
  reminded_on: person.remindedOn,
})
