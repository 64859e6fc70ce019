import type { Badge, Course } from './achieving'
import { BADGES, COURSES, type PathwayPlan, PATHWAYS, type StepPlan } from './catalog'
import { recordEvent } from './events'
import { schoolYearOf } from '../day'
import { PRIORITIES } from '../priorities'
import type { Ground } from './ground'
import { type DayNumber, instantOf, textOf } from './timeline'

/** A step in the district, with the course or badge that it asks for. */
export type Step = { key: string; plan: StepPlan; course?: Course; badge?: Badge }

/** A pathway in the district. */
export type Pathway = {
  id: string
  versionId: string
  plan: PathwayPlan
  steps: Step[]
  /** How many of the steps are asked for. */
  required: number
  assignmentId: string | null
  assignedOn: DayNumber
}

/** What there is to learn beside the pathways. */
export type Offer = { courses: Course[]; badges: Badge[]; pathways: Pathway[] }

/** Fills the catalog, and publishes and assigns the pathways. */
export function offer(ground: Ground): Offer {
  const courses = COURSES.map(([title, minutes]) => addCourse(ground, { title, minutes }))
  const badges = BADGES.map(([title, issuer, months]) => addBadge(ground, title, issuer, months))
  const pathways = PATHWAYS.map((plan) => publish(ground, plan))
  prioritize(ground)
  return { courses, badges, pathways }
}

/** Adds a course to the catalog; one of the district's own, where nobody else is named. */
export function addCourse(
  { rows, newId, from, name }: Ground,
  { title, minutes, provider = name }: { title: string; minutes: number; provider?: string },
): Course {
  const createdAt = instantOf(from, 13 * 60)
  const course = { id: newId(), title, provider, minutes }
  rows.courses.push({ ...course, createdAt })
  return course
}

function prioritize({ rows, newId, from, today, priorities }: Ground) {
  const createdAt = instantOf(from, 13 * 60)
  const thisYear = schoolYearOf(textOf(today))
  for (const [key, { began, ended, ...named }] of Object.entries(PRIORITIES)) {
    const id = newId()
    priorities.set(key, id)
    rows.priorities.push({
      id,
      ...named,
      fromYear: thisYear - began,
      untilYear: ended === undefined ? null : thisYear - ended,
      position: rows.priorities.length,
      createdAt,
    })
  }
}

function addBadge(
  { rows, newId, from }: Ground,
  title: string,
  issuer: string,
  months: number | null,
): Badge {
  const createdAt = instantOf(from, 13 * 60)
  const id = newId()
  rows.achievements.push({ id, title, issuer, createdAt })
  return { id, title, issuer, months }
}

function publish(ground: Ground, plan: PathwayPlan): Pathway {
  const { rows, newId, from, coordinatorId } = ground
  const { title, description, status = 'published', validMonths, requiredSteps } = plan
  const createdAt = instantOf(from, 14 * 60)
  const id = newId()
  const versionId = newId()
  rows.pathways.push({ id, title, description, validMonths, status, version: 1, createdAt })
  const isDraft = status === 'draft'
  rows.pathwayVersions.push({
    id: versionId,
    pathwayId: id,
    number: 1,
    requiredSteps,
    ordered: false,
    publishedAt: isDraft ? null : createdAt,
    publishedById: isDraft ? null : coordinatorId,
  })
  recordEvent(
    ground,
    isDraft ? 'pathway.created' : 'pathway.published',
    id,
    coordinatorId,
    createdAt,
  )
  const steps = plan.steps.map((step, position) => addStep(ground, versionId, step, position + 1))
  const required = requiredSteps ?? steps.length
  return { id, versionId, plan, steps, required, ...assign(ground, id, plan) }
}

function addStep(ground: Ground, versionId: string, plan: StepPlan, position: number): Step {
  const { rows, newId } = ground
  const key = newId()
  const step: Step = {
    key,
    plan,
    course: plan.kind === 'course' ? addCourse(ground, plan) : undefined,
    badge: plan.kind === 'badge' ? addBadge(ground, plan.title, plan.issuer, null) : undefined,
  }
  const stepId = newId()
  const { title } = plan
  rows.pathwaySteps.push({ id: stepId, versionId, stepKey: key, position, title, weight: 1 })
  rows.pathwayAsks.push({
    id: newId(),
    stepId,
    position: 1,
    kind: plan.kind,
    courseId: step.course?.id,
    achievementId: step.badge?.id,
    competencies: plan.kind === 'activity_minutes' ? [plan.competency] : [],
    minutes: plan.kind === 'activity_minutes' ? plan.minutes : null,
    rubric: [],
  })
  return step
}

function assign(ground: Ground, pathwayId: string, { assignment }: PathwayPlan) {
  const { rows, newId, from, today, organizationId, coordinatorId } = ground
  if (!assignment) return { assignmentId: null, assignedOn: from }
  const { kind, gradeBand, newHires, isYearly, daysAgo, dueIn } = assignment
  const assignedOn = isYearly ? from : Math.max(from, today - daysAgo)
  const createdAt = instantOf(assignedOn, 14 * 60 + 30)
  const assignmentId = newId()
  rows.assignments.push({
    id: assignmentId,
    pathwayId,
    kind,
    audience: {
      any: [
        [
          {
            kind: 'works',
            not: false,
            organizationId,
            roles: ['educator'],
            gradeBands: gradeBand ? [gradeBand] : [],
            subjects: [],
          },
          ...(newHires ? [{ kind: 'hired' as const, from: textOf(from), until: null }] : []),
        ],
      ],
      except: [],
    },
    due: {
      from: dueIn !== undefined ? 'day' : newHires ? 'assignment' : 'none',
      on: dueIn === undefined ? null : textOf(today + dueIn),
      days: dueIn === undefined ? (newHires?.dueDays ?? null) : null,
      pathwayId: null,
      otherwise: null,
      otherwiseDays: null,
    },
    graceDays: 0,
    version: 1,
    createdById: coordinatorId,
    createdAt,
  })
  recordEvent(ground, 'assignment.made', assignmentId, coordinatorId, createdAt)
  return { assignmentId, assignedOn }
}
