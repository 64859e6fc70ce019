import { PATHWAYS } from './catalog'
import { addDays, addMonths, at, type Day, dayOf } from './day'
import { recordEvent } from './event'
import { type Proof, prove } from './evidence'
import { idOf } from './id'
import type { DistrictWorld } from './names'
import { proofsIn, type Proofs } from './proofs'
import { review, type Turn } from './reviewing'
import { organizationOn, type Stage } from './stage'
import { walk } from './walking'

export type PathwayKey = Exclude<keyof DistrictWorld['pathways'], 'draft'>

export type Enrolled = {
  id?: string
  memberId: string
  pathway: PathwayKey
  assignment?: keyof DistrictWorld['assignments']
  enrolledOn: Day
  dueOn?: Day
  endedOn?: Day
}

/** The identifier of somebody's enrollment that has no name of its own. */
export const enrollmentId = ({ names }: Stage, memberId: string, pathway: PathwayKey) =>
  idOf(`${names.slug}/enrollment/${memberId}/${pathway}`)

/** Adds evidence for a step, and what became of it. */
export function submitStep(
  stage: Stage,
  step: { enrollmentId: string; stepKey: string; title: string; memberId: string; proof: Proof },
  turns: Turn[],
) {
  const { enrollmentId, stepKey, title, memberId, proof } = step
  const sentAt = turns[0]!.at
  prove(stage, { enrollmentId, stepKey }, proof, memberId, new Date(sentAt.getTime() - 60_000))
  const organizationId = organizationOn(stage, memberId, dayOf(sentAt))
  review(stage, { id: proof.id, kind: 'evidence', memberId, organizationId, title }, turns)
}

/** The first day somebody is late with what is mandated, grace included. */
function lateOnOf({ rows }: Stage, assignmentId: string | undefined, dueOn: Day | undefined) {
  const assignment = rows.assignments.find(({ id }) => id === assignmentId)
  return assignment?.kind === 'mandated' && dueOn ? addDays(dueOn, assignment.graceDays + 1) : null
}

/** Adds the enrollments, each as far as the rows gathered by now have brought it. */
export function enroll(stage: Stage, enrollments: Enrolled[]) {
  const proofs = proofsIn(stage)
  for (const enrolled of enrollments) addEnrollment(stage, enrolled, proofs)
}

function addEnrollment(stage: Stage, enrolled: Enrolled, proofs: Proofs) {
  const { names, rows } = stage
  const { memberId, pathway, assignment, enrolledOn, dueOn, endedOn } = enrolled
  const id = enrolled.id ?? enrollmentId(stage, memberId, pathway)
  const { steps, requiredSteps = steps.length, validMonths } = PATHWAYS[pathway]
  const assignmentId = assignment && names.assignments[assignment]
  const asked = steps.map((step) => ({
    stepKey: names.steps[step.key],
    minutes: 'minutes' in step ? step.minutes : null,
    proofs: proofs(memberId, step),
  }))
  const from = validMonths ? addMonths(enrolledOn, -validMonths) : ''
  const way = walk(asked, requiredSteps, { enrolledOn, from, until: endedOn ?? stage.today })

  rows.enrollments.push({
    id,
    memberId,
    pathwayId: names.pathways[pathway],
    versionId: names.versions[pathway],
    assignmentId,
    assignedOn: assignmentId ? enrolledOn : null,
    enrolledOn,
    dueOn,
    lateOn: lateOnOf(stage, assignmentId, dueOn),
    stepsCompleted: Math.min(way.done.length, requiredSteps),
    stepsRequired: requiredSteps,
    share: shareOf(way.done.length, requiredSteps),
    engagedOn: way.engagedOn,
    completedOn: way.completedOn,
    expiresOn: way.provenOn && validMonths ? addMonths(way.provenOn, validMonths) : null,
    endedOn,
  })
  recordEvent(stage, 'enrollment.opened', id, null, at(enrolledOn, '14:45'), { assignmentId })
  for (const { countedOn, ...step } of way.done) {
    rows.stepCompletions.push({ id: idOf(`${id}/${step.stepKey}`), enrollmentId: id, ...step })
    const { stepKey } = step
    recordEvent(stage, 'step.completed', id, null, at(countedOn, '16:00'), { stepKey })
  }
  if (way.completedOn) {
    recordEvent(stage, 'enrollment.completed', id, null, at(way.completedOn, '16:01'))
  }
  if (endedOn) recordEvent(stage, 'enrollment.ended', id, names.ming.id, at(endedOn, '14:30'))
}

/** How much is done where each step weighs the same, in thousandths. */
const shareOf = (done: number, required: number) =>
  Math.floor((Math.min(done, required) * 1000) / required)
