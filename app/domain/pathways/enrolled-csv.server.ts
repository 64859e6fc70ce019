import { type Columns, peopleCsvOf } from '../csv.server'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { getAssignment } from './assignments.server'
import { requirePathway } from './building.server'
import { ENROLLED_STATES, stateOf } from './enrolled'
import { type Enrolled, listAllEnrolled } from './enrolled-people.server'
import type { EnrolledFilter } from './enrolled.server'
import { listStepsStoodAt, type StepStoodAt } from './steps-stood-at.server'
import type { Which } from './enrolled-where.server'

/**
 * Everybody the page of an assignment or of a pathway shows under the same filter, as CSV.
 *
 * @throws NotFound · Forbidden
 */
export async function enrolledCsv(scope: Scope, which: Which, filter: EnrolledFilter) {
  authorize(scope.actor, 'pathway.view')
  await requireThere(scope, which)
  const [steps, people] = await Promise.all([
    listStepsStoodAt(scope, which),
    listAllEnrolled(scope, which, filter),
  ])
  return peopleCsvOf(columnsOf(steps), people)
}

async function requireThere(scope: Scope, which: Which) {
  if ('assignmentId' in which) return getAssignment(scope, which.assignmentId)
  return requirePathway(scope, which.pathwayId)
}

function columnsOf(steps: StepStoodAt[]): Columns<Enrolled> {
  const titles = new Map(steps.map(({ stepKey, title }) => [stepKey, title]))
  return {
    name: ({ name }) => name,
    school: ({ workplace }) => workplace,
    state: (person) => ENROLLED_STATES[stateOf(person)],
    overdue: ({ isOverdue }) => (isOverdue ? 'yes' : 'no'),
    steps_done: ({ stepsCompleted }) => stepsCompleted,
    steps_required: ({ stepsRequired }) => stepsRequired,
    stands_at: ({ stepKey }) => titles.get(stepKey ?? ''),
    enrolled_on: ({ enrolledOn }) => enrolledOn,
    last_step_on: ({ lastStepOn }) => lastStepOn,
    due_on: ({ dueOn }) => dueOn,
    completed_on: ({ completedOn }) => completedOn,
    expires_on: ({ expiresOn }) => expiresOn,
    reminded_on: ({ remindedOn }) => remindedOn,
  }
}
