import type { Audience, Strength } from '../../words'
import { chanceOf } from '../chance'
import { addDays, at, type Day, weekday } from '../day'
import { enroll } from '../enrolling'
import { recordEvent } from '../event'
import { idOf } from '../id'
import { importCompletion } from '../learning'
import { employ, holdsOn, type Staff, type Stage } from '../stage'

const LEARNING = ['educator', 'coach', 'principal', 'coordinator', 'administrator']

type Topic = { courseId: string; title: string; minutes: number }

/**
 * Adds what the district requires of its staff again and again, and what they have taken of it. Who is
 * asked for what by when follows from it, and is brought to everybody when the server starts.
 */
export function requireTrainings(stage: Stage) {
  const { names, schoolYear } = stage
  const educators = (organizationId: string, roles: ['educator'] | []): Audience => ({
    any: [[{ kind: 'works', not: false, organizationId, roles, gradeBands: [], subjects: [] }]],
    except: [],
  })
  const [rights, suicide] = [
    addCourse(stage, 'civil-rights', 'Civil rights in schools', 45),
    addCourse(stage, 'suicide-awareness', 'Suicide awareness and prevention', 120),
  ]
  const rotation: Topic[] = [
    addCourse(stage, 'phishing', 'Safe accounts: spotting false letters', 30),
    addCourse(stage, 'student-data', 'Student data: what may leave the school', 30),
    addCourse(stage, 'ai-privacy', 'AI tools and what not to type into them', 30),
  ]
  hireLately(stage)

  require(stage, 'civil-rights', [rights], {
    title: 'Civil rights',
    templateId: 'us-ma-civil-rights',
    jurisdiction: 'US-MA',
    audience: educators(names.organization, []),
    firstDueOn: `${schoolYear - 1}-09-30`,
    startsOn: `${schoolYear - 1}-07-01`,
    newHireDays: 30,
    windowDays: 91,
  })
  takeYearly(stage, rights, [
    [schoolYear - 1, '09-02', 1],
    [schoolYear, '09-02', 0.95],
  ])
  require(stage, 'refresher', rotation, {
    title: 'Safe with data, a topic a year',
    description: 'Half an hour on one thing each year, so that nobody takes the same course again.',
    audience: educators(names.schools.middle, ['educator']),
    firstDueOn: `${schoolYear - 2}-12-15`,
    startsOn: `${schoolYear - 2}-09-01`,
    newHireDays: null,
    windowDays: 120,
  })
  takeYearly(stage, rotation[0]!, [[schoolYear - 2, '09-20', 0.98]])
  takeYearly(stage, rotation[1]!, [[schoolYear - 1, '09-20', 0.9]])
  takeYearly(stage, rotation[2]!, [[schoolYear, '09-20', 0.4]])
  require(stage, 'suicide', [suicide], {
    title: 'Suicide awareness and prevention',
    templateId: 'us-ma-suicide',
    jurisdiction: 'US-MA',
    law: 'MGL c. 71 s. 95',
    audience: educators(names.organization, []),
    everyMonths: 36,
    firstDueOn: null,
    startsOn: stage.today,
    newHireDays: 180,
    windowDays: null,
    isPrepared: true,
  })
}

function addCourse({ names, rows }: Stage, key: string, title: string, minutes: number): Topic {
  const courseId = idOf(`${names.slug}/course/${key}`)
  const createdAt = rows.courses[0]!.createdAt
  rows.courses.push({ id: courseId, title, provider: null, minutes, createdAt, retiredAt: null })
  return { courseId, title, minutes }
}

type Given = {
  title: string
  description?: string
  templateId?: string
  jurisdiction?: string
  law?: string
  audience: Audience
  everyMonths?: number
  firstDueOn: Day | null
  startsOn: Day
  newHireDays: number | null
  windowDays: number | null
  proof?: Strength
  isPrepared?: boolean
}

function require(stage: Stage, key: string, topics: Topic[], { isPrepared, ...given }: Given) {
  const { names, rows } = stage
  const id = idOf(`${names.slug}/mandate/${key}`)
  const day = weekday(isPrepared ? addDays(stage.today, -4) : addDays(given.startsOn, -14))
  rows.mandates.push({
    id,
    everyMonths: 12,
    graceDays: 0,
    proof: 'self_reported',
    ...given,
    switchedOnAt: isPrepared ? null : at(day, '14:40'),
    version: 1,
    createdById: names.ming.id,
    createdAt: at(day, '14:00'),
  })
  for (const [position, { courseId, title }] of topics.entries()) {
    rows.mandateTopics.push({
      id: idOf(`${id}/topic/${position}`),
      mandateId: id,
      position,
      title,
      kind: 'course',
      courseId,
      competencies: [],
    })
  }
  recordEvent(stage, 'mandate.created', id, names.ming.id, at(day, '14:00'))
  if (!isPrepared) recordEvent(stage, 'mandate.switched_on', id, names.ming.id, at(day, '14:40'))
}

/** Lets a share of those at work take a course in the weeks after a day of each year, as a list says. */
function takeYearly(
  stage: Stage,
  { courseId, title, minutes }: Topic,
  years: [year: number, from: string, share: number][],
) {
  for (const staff of stage.staff.values()) {
    const chance = chanceOf(`${staff.email}/${courseId}`)
    for (const [year, from, share] of years) {
      const completedOn = weekday(addDays(`${year}-${from}`, chance.between(0, 18)))
      const takes = chance.happens(share)
      const importedAt = at(addDays(completedOn, 3), '13:15')
      if (!takes || importedAt >= stage.now || !isAtWork(staff, completedOn)) continue
      const id = idOf(`${staff.id}/${courseId}/${year}`, at(completedOn, '13:00'))
      const completion = { id, memberId: staff.id, courseId, title, completedOn, minutes }
      importCompletion(stage, completion, importedAt)
    }
  }
}

const isAtWork = ({ hats }: Staff, day: Day) =>
  hats.some((hat) => LEARNING.includes(hat.role) && holdsOn(hat, day))

/** Somebody who came last week, whose days as a new hire run. */
function hireLately(stage: Stage) {
  const { names, today } = stage
  const account = 'lena.lindqvist'
  const id = idOf(`${names.slug}/member/${account}`)
  const startedOn = weekday(addDays(today, -8))
  const person = { id, userId: null, givenName: 'Lena', familyName: 'Lindqvist' }
  employ(stage, { ...person, email: `${account}@${names.slug}.example` }, [
    { organizationId: names.schools.elementary, role: 'educator', startedOn },
  ])
  const assigned = { memberId: id, enrolledOn: startedOn }
  const dueOn = weekday(addDays(today, 28))
  enroll(stage, [
    { ...assigned, pathway: 'privacy', assignment: 'mandated', dueOn },
    { ...assigned, pathway: 'ai', assignment: 'newHires', dueOn: addDays(startedOn, 120) },
  ])
}
