import type { Audience, Condition, Role } from '../words'
import { ACHIEVEMENTS, COURSES, PATHWAYS } from './catalog'
import { addDays, at, type Day, firstDayOf, weekday } from './day'
import { recordEvent } from './event'
import { idOf } from './id'
import type { DistrictWorld } from './names'
import { PRIORITIES } from './priorities'
import type { Stage } from './stage'

type PathwayKey = keyof DistrictWorld['pathways']
type AssignmentKey = keyof DistrictWorld['assignments']

/** Adds what there is to learn: courses, badges, pathways, and who is asked to take them. */
export function offer(stage: Stage) {
  const createdAt = at(openingDay(stage), '13:00')
  for (const key of keysOf(COURSES)) {
    const id = stage.names.courses[key]
    const retiredAt = key === 'retired' ? at(firstDayOf(stage.schoolYear - 1), '13:00') : null
    stage.rows.courses.push({ id, ...COURSES[key], createdAt, retiredAt })
  }
  for (const key of keysOf(ACHIEVEMENTS)) {
    const { title, issuer } = ACHIEVEMENTS[key]
    stage.rows.achievements.push({ id: stage.names.achievements[key], title, issuer, createdAt })
  }
  for (const key of keysOf(PRIORITIES)) prioritize(stage, key)
  for (const key of keysOf(PATHWAYS)) publish(stage, key)
  listMentors(stage)
  for (const key of keysOf(stage.names.assignments)) assign(stage, key)
}

/** The last third of August of the latest school year: when the newly hired begin. */
export function hiringDay({ today, schoolYear }: Stage): Day {
  const thisYear = weekday(`${schoolYear}-08-24`)
  return thisYear <= today ? thisYear : weekday(`${schoolYear - 1}-08-24`)
}

function prioritize({ names, rows, schoolYear }: Stage, key: keyof typeof PRIORITIES) {
  const { began, ended, ...named } = PRIORITIES[key]
  rows.priorities.push({
    id: names.priorities[key],
    ...named,
    fromYear: schoolYear - began,
    untilYear: ended === undefined ? null : schoolYear - ended,
    position: rows.priorities.length,
    retiredAt: ended === undefined ? null : at(firstDayOf(schoolYear - ended + 1), '13:00'),
    createdAt: at(firstDayOf(schoolYear - began), '13:00'),
  })
}

function publish(stage: Stage, key: PathwayKey) {
  const { names, rows } = stage
  const { steps, title, description, validMonths, requiredSteps } = PATHWAYS[key]
  const day = key === 'draft' ? addDays(stage.today, -9) : openingDay(stage)
  const isDraft = key === 'draft'
  const pathwayId = names.pathways[key]
  const versionId = names.versions[key]
  rows.pathways.push({
    id: pathwayId,
    title,
    description,
    validMonths,
    status: isDraft ? 'draft' : 'published',
    version: 1,
    createdAt: at(day, '14:00'),
  })
  rows.pathwayVersions.push({
    id: versionId,
    pathwayId,
    number: 1,
    requiredSteps,
    ordered: false,
    publishedAt: isDraft ? null : at(day, '15:00'),
    publishedById: isDraft ? null : names.ming.id,
  })
  for (const [position, step] of steps.entries()) {
    const stepId = idOf(`${names.slug}/pathway-step/${step.key}`)
    rows.pathwaySteps.push({
      id: stepId,
      versionId,
      stepKey: names.steps[step.key],
      position: position + 1,
      title: step.title,
      instructions: step.instructions,
      weight: 1,
    })
    rows.pathwayAsks.push({
      id: idOf(`${names.slug}/pathway-ask/${step.key}`),
      stepId,
      position: 1,
      kind: step.kind,
      ...('course' in step && { courseId: names.courses[step.course] }),
      ...('achievement' in step && { achievementId: names.achievements[step.achievement] }),
      ...('minutes' in step && { minutes: step.minutes }),
      competencies: 'competency' in step ? [step.competency] : [],
      rubric: step.rubric ?? [],
    })
  }
  recordEvent(stage, 'pathway.created', pathwayId, names.ming.id, at(day, '14:00'))
  if (isDraft) return
  recordEvent(stage, 'pathway.published', pathwayId, names.ming.id, at(day, '15:00'), { number: 1 })
}

function assign(stage: Stage, key: AssignmentKey) {
  const { names, today } = stage
  const since = (days: number) => at(weekday(addDays(today, -days)), '14:30')
  const educatorsOf = (organizationId: string, ...rest: Condition[]): Audience => ({
    any: [[worksAt(organizationId, 'educator'), ...rest]],
    except: [],
  })
  const hired: Condition = { kind: 'hired', from: addDays(hiringDay(stage), -90), until: null }
  const assignments = {
    mandated: {
      audience: educatorsOf(names.organization),
      pathwayId: names.pathways.privacy,
      kind: 'mandated' as const,
      due: { ...NO_DUE, from: 'day' as const, on: weekday(addDays(today, 28)) },
      graceDays: 7,
      createdAt: since(75),
    },
    recommended: {
      audience: {
        any: [
          [worksAt(names.schools.middle, 'educator')],
          [{ kind: 'list' as const, not: false, listId: mentorsOf(stage) }],
        ],
        except: [],
      },
      pathwayId: names.pathways.accessibility,
      kind: 'recommended' as const,
      due: NO_DUE,
      graceDays: 0,
      createdAt: since(100),
    },
    newHires: {
      audience: educatorsOf(names.organization, hired),
      pathwayId: names.pathways.ai,
      kind: 'mandated' as const,
      due: { ...NO_DUE, from: 'assignment' as const, days: 120 },
      graceDays: 0,
      createdAt: at(addDays(hiringDay(stage), -20), '14:30'),
    },
    offered: {
      audience: { any: [[worksAt(names.organization)]], except: [] },
      pathwayId: names.pathways.ai,
      kind: 'offered' as const,
      due: NO_DUE,
      graceDays: 0,
      createdAt: at(addDays(openingDay(stage), 7), '14:30'),
    },
    ended: {
      audience: educatorsOf(names.schools.elementary),
      pathwayId: names.pathways.accessibility,
      kind: 'recommended' as const,
      due: NO_DUE,
      graceDays: 0,
      createdAt: since(300),
      endedAt: since(200),
    },
  }
  const assignment = assignments[key]
  const id = names.assignments[key]
  stage.rows.assignments.push({ id, version: 1, createdById: names.ming.id, ...assignment })
  recordEvent(stage, 'assignment.made', id, names.ming.id, assignment.createdAt)
  if ('endedAt' in assignment) {
    recordEvent(stage, 'assignment.ended', id, names.ming.id, assignment.endedAt)
  }
}

const mentorsOf = ({ names }: Stage) => idOf(`${names.slug}/list/new-mentors`)

/** The list of those who guide new colleagues. */
function listMentors(stage: Stage) {
  const { names, rows } = stage
  const id = mentorsOf(stage)
  const addedOn = openingDay(stage)
  rows.peopleLists.push({
    id,
    name: 'Mentors of new colleagues',
    createdById: names.ming.id,
    createdAt: at(addedOn, '13:30'),
  })
  for (const { id: memberId } of [names.ana, names.ben]) {
    rows.peopleListMembers.push({ id: idOf(`${id}/${memberId}`), listId: id, memberId, addedOn })
  }
}

const NO_DUE = {
  from: 'none' as const,
  on: null,
  days: null,
  pathwayId: null,
  otherwise: null,
  otherwiseDays: null,
}

const worksAt = (organizationId: string, ...roles: Role[]): Condition => ({
  kind: 'works',
  not: false,
  organizationId,
  roles,
  gradeBands: [],
  subjects: [],
})

/** When the product came to the district: before the first school year of the history. */
export const openingDay = ({ schoolYear }: Pick<Stage, 'schoolYear'>) =>
  weekday(`${schoolYear - 2}-08-17`)

const keysOf = <T extends object>(record: T) => Object.keys(record) as (keyof T)[]
