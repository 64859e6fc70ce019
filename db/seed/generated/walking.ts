import { addDays, addMonths, schoolYearOf } from '../day'
import { complete, earn, type Moment } from './achieving'
import { recordEvent } from './events'
import { type Ground, type Learner, postOn } from './ground'
import { log } from './learning'
import type { Pathway, Step } from './offering'
import { proveByLink } from './proving'
import { dayOfDecision, submit } from './submitting'
import { type DayNumber, instantOf, numberOf, textOf, weekdayOf } from './timeline'

/** Something done for a step, on a day to come while the history is told. */
export type Proof = Moment & {
  id: string
  step: Step
  enrollmentId: string
  approvedOn: DayNumber
}

/** When the pathways of each year begin anew. */
const YEARLY = '09-05'
const DAYS_TO_WALK = 70
/** Who began in August does not begin anew in September. */
const TIME_TO_FINISH = 120
const LONG_AGO = 150

/** How far people get with time: of a hundred, who completes, begins, and waits. */
const EARLY = ways(42, 33, 25)
const LATER = ways(80, 12, 8)
const LAST_YEARS = ways(97, 3, 0)

/**
 * Puts everybody on the pathways that were assigned to them, as far as their proofs bring them.
 *
 * @returns the proofs, which the history still has to tell
 */
export function walkPathways(ground: Ground, pathways: Pathway[]): Proof[] {
  const proofs: Proof[] = []
  for (const pathway of pathways) {
    if (!pathway.plan.assignment) continue
    for (const learner of ground.learners) {
      if (pathway.plan.assignment.isYearly) proofs.push(...walkEachYear(ground, pathway, learner))
      else proofs.push(...walkOnce(ground, pathway, learner))
    }
  }
  return proofs
}

function walkOnce(ground: Ground, pathway: Pathway, learner: Learner): Proof[] {
  const { newHires, share } = pathway.plan.assignment!
  const enrolledOn = firstDayOn(ground, pathway, learner)
  if (enrolledOn === null) return []
  if (newHires && learner.posts[0]!.from < ground.from) return []
  if (!ground.chance.happens(share / 100)) return []
  return walk(ground, pathway, learner, { enrolledOn, ways: waysSince(ground, enrolledOn) }).proofs
}

/** Year after year, until one is not completed. */
function walkEachYear(ground: Ground, pathway: Pathway, learner: Learner): Proof[] {
  const first = firstDayOn(ground, pathway, learner)
  if (first === null) return []
  const firstYear = schoolYearOf(textOf(first))
  const beginnings = [first]
  for (let year = firstYear; year <= schoolYearOf(textOf(ground.today)); year++) {
    const day = numberOf(`${year}-${YEARLY}`)
    const post = postOn(learner, day)
    if (day > first + TIME_TO_FINISH && day <= ground.today && post?.role === 'educator')
      beginnings.push(day)
  }
  const proofs: Proof[] = []
  for (const [position, enrolledOn] of beginnings.entries()) {
    const endedOn = beginnings[position + 1] ?? null
    const ways = endedOn === null ? waysSince(ground, enrolledOn) : LAST_YEARS
    const way = walk(ground, pathway, learner, { enrolledOn, ways, endedOn })
    proofs.push(...way.proofs)
    if (!way.isCompleted) break
  }
  return proofs
}

/** The first day on which the assignment fits somebody; null when it never did. */
function firstDayOn(ground: Ground, { assignedOn, plan }: Pathway, { posts }: Learner) {
  const { gradeBand } = plan.assignment!
  const post = posts.find(
    ({ role, school, until }) =>
      role === 'educator' &&
      (!gradeBand || school.gradeBand === gradeBand) &&
      (until === null || until >= assignedOn),
  )
  if (!post || post.from > ground.today) return null
  return Math.max(assignedOn, post.from)
}

const waysSince = ({ today }: Ground, enrolledOn: DayNumber) =>
  today - enrolledOn > LONG_AGO ? LATER : EARLY

function walk(
  ground: Ground,
  pathway: Pathway,
  learner: Learner,
  span: { enrolledOn: DayNumber; ways: Way[]; endedOn?: DayNumber | null },
) {
  const { rows, newId, chance } = ground
  const { enrolledOn } = span
  const { plan, required, steps } = pathway
  const id = newId()
  const taken = Math.ceil(required * SHARES[chance.pick(span.ways)])
  const proofs = steps
    .slice(0, taken)
    .flatMap((step) => prove(ground, learner, step, id, enrolledOn) ?? [])
  const counted = proofs.filter(({ approvedOn }) => approvedOn <= ground.until)
  const isCompleted = counted.length >= required
  const lastOn = Math.max(...counted.map(({ on }) => on))
  const completedOn = Math.max(...counted.map(({ approvedOn }) => approvedOn))
  const engagedOn = Math.min(...counted.map(({ approvedOn }) => approvedOn))
  const left = learner.posts.at(-1)!.until
  const endedOn = isCompleted ? span.endedOn : left === null ? null : left + 1
  const { dueIn, newHires } = plan.assignment!

  const dueOn = newHires
    ? textOf(enrolledOn + newHires.dueDays)
    : dueIn === undefined
      ? null
      : textOf(span.endedOn ?? ground.today + dueIn)
  const isMandated = plan.assignment!.kind === 'mandated'
  rows.enrollments.push({
    id,
    memberId: learner.id,
    pathwayId: pathway.id,
    versionId: pathway.versionId,
    assignmentId: pathway.assignmentId,
    enrolledOn: textOf(enrolledOn),
    assignedOn: pathway.assignmentId && textOf(enrolledOn),
    dueOn,
    lateOn: isMandated && dueOn ? addDays(dueOn, 1) : null,
    stepsCompleted: counted.length,
    stepsRequired: required,
    share: Math.floor((counted.length * 1000) / required),
    nextStepKey: isCompleted ? null : nextOf(steps, counted),
    lastStepOn: counted.length > 0 ? textOf(lastOn) : null,
    engagedOn: counted.length > 0 ? textOf(engagedOn) : null,
    completedOn: isCompleted ? textOf(completedOn) : null,
    expiresOn: isCompleted && plan.validMonths ? addMonths(textOf(lastOn), plan.validMonths) : null,
    endedOn: endedOn ? textOf(endedOn) : null,
  })
  recordEvent(ground, 'enrollment.opened', id, null, instantOf(enrolledOn, 14 * 60 + 45))
  for (const proof of counted) keepStep(ground, proof)
  return { proofs, isCompleted }
}

/** The first step that is not done. */
const nextOf = (steps: Step[], done: Proof[]) =>
  steps.find(({ key }) => done.every(({ step }) => step.key !== key))?.key

function keepStep(ground: Ground, { id, step, enrollmentId, on, approvedOn }: Proof) {
  const { rows, newId } = ground
  const at = instantOf(approvedOn, 16 * 60)
  rows.stepCompletions.push({
    id: newId(),
    enrollmentId,
    stepKey: step.key,
    completedOn: textOf(on),
    sources: [sourceOf(step, id)],
  })
  recordEvent(ground, 'step.completed', enrollmentId, null, at)
}

function sourceOf({ plan }: Step, id: string) {
  if (plan.kind === 'activity_minutes') return { kind: 'activity', id, minutes: plan.minutes }
  return { kind: { course: 'completion', badge: 'award', evidence: 'evidence' }[plan.kind], id }
}

/** What somebody does for a step in the weeks after they began; null where that is still to come. */
function prove(
  ground: Ground,
  learner: Learner,
  step: Step,
  enrollmentId: string,
  enrolledOn: DayNumber,
): Proof | null {
  const { chance, newId, newLongId } = ground
  const on = weekdayOf(enrolledOn + chance.between(6, DAYS_TO_WALK))
  const post = postOn(learner, on)
  if (!post || on > ground.until) return null
  const id = step.plan.kind === 'evidence' ? newId() : newLongId(instantOf(on, 19 * 60))
  const approvedOn = dayOfDecision(ground, on)
  return { id, step, enrollmentId, learner, school: post.school, on, approvedOn }
}

/** Adds what a proof consists of. */
export function tellProof(ground: Ground, proof: Proof) {
  const { step, ...moment } = proof
  const { plan, course, badge } = step
  if (course) return complete(ground, moment, course, proof)
  if (badge) return earn(ground, moment, badge, proof)
  if (plan.kind === 'activity_minutes') return logForStep(ground, proof, plan)
  showForStep(ground, proof)
}

function logForStep(
  ground: Ground,
  { id, learner, school, on, approvedOn }: Proof,
  { title, minutes, competency }: { title: string; minutes: number; competency: string },
) {
  const { name: provider } = ground
  const work = { kind: 'plc' as const, on, days: 1, minutes, provider, competencies: [competency] }
  log(ground, { id, learner, school, title, ...work }, on, approvedOn)
}

function showForStep(
  ground: Ground,
  { id, enrollmentId, step, learner, school, on, approvedOn }: Proof,
) {
  const { title } = step.plan
  const shown = { enrollmentId, stepKey: step.key, memberId: learner.id }
  proveByLink(ground, shown, instantOf(on, 19 * 60), id)
  submit(ground, { id, kind: 'evidence', title, learner, school }, on, approvedOn)
}

type Way = keyof typeof SHARES
const SHARES = { completes: 1, begins: 0.4, waits: 0 }

function ways(completes: number, begins: number, waits: number): Way[] {
  return [
    ...Array<Way>(completes).fill('completes'),
    ...Array<Way>(begins).fill('begins'),
    ...Array<Way>(waits).fill('waits'),
  ]
}
