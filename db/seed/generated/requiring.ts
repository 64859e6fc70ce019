import type { Audience } from '../../words'
import { addMonths, type Day, firstDayOf, schoolYearOf } from '../day'
import { complete, type Course, type Moment } from './achieving'
import { recordEvent } from './events'
import { type Ground, type Learner, postOn } from './ground'
import { addCourse } from './offering'
import { type DayNumber, instantOf, numberOf, textOf, weekdayOf } from './timeline'

/** A required training of every year, with what takes turns in it. */
type Plan = {
  title: string
  description: string
  jurisdiction?: string
  templateId?: string
  /** `MM-DD`, the day by which everybody is due. */
  dueBy: string
  windowDays: number
  newHireDays: number | null
  topics: { title: string; minutes: number }[]
  /** Of a hundred turns, how many are met in time. */
  met: number
}

/** A training that was taken, which the history still has to tell. */
export type Taken = Moment & { id: string; course: Course; approvedOn: DayNumber }

const PLANS: Plan[] = [
  {
    title: 'Civil rights',
    description: 'What the law asks of everybody who works with students.',
    jurisdiction: 'US-MA',
    templateId: 'us-ma-civil-rights',
    dueBy: '09-30',
    windowDays: 91,
    newHireDays: 30,
    topics: [{ title: 'Civil rights in schools', minutes: 45 }],
    met: 0.96,
  },
  {
    title: 'Safe with data, a topic a year',
    description: 'Half an hour on one thing each year, so that nobody takes the same course again.',
    dueBy: '12-15',
    windowDays: 120,
    newHireDays: null,
    topics: [
      { title: 'Safe accounts: spotting false letters', minutes: 30 },
      { title: 'Student data: what may leave the school', minutes: 30 },
      { title: 'AI tools and what not to type into them', minutes: 30 },
    ],
    met: 0.93,
  },
]
/** Days until the file of the provider has brought a completion. */
const BROUGHT_AFTER = 3
const EVERY_MONTHS = 12

type Training = Plan & { id: string; startsOn: Day; firstDueOn: Day; given: Given[] }
type Given = { topicId: string; course: Course }

/**
 * Requires the trainings of each year, and asks everybody who teaches for them, turn after turn.
 *
 * @returns what was taken, which the history still has to tell
 */
export function requireTrainings(ground: Ground): Taken[] {
  const trainings = PLANS.map((plan) => introduce(ground, plan))
  return ground.learners.flatMap((learner) => {
    if (learner.posts[0]!.role !== 'educator') return []
    return trainings.flatMap((training) => takeTurns(ground, training, learner))
  })
}

function introduce(ground: Ground, plan: Plan): Training {
  const { rows, newId, coordinatorId } = ground
  const { title, description, jurisdiction, templateId, windowDays, newHireDays, dueBy } = plan
  const startsOn = firstStart(ground)
  const firstDueOn = `${startsOn.slice(0, 4)}-${dueBy}`
  const createdAt = instantOf(numberOf(startsOn), 13 * 60)
  const id = newId()
  rows.mandates.push({
    id,
    title,
    description,
    jurisdiction,
    templateId,
    audience: everybodyTeaching(ground),
    everyMonths: EVERY_MONTHS,
    firstDueOn,
    startsOn,
    newHireDays,
    windowDays,
    graceDays: 0,
    proof: 'self_reported',
    switchedOnAt: createdAt,
    introducedAt: createdAt,
    settledAt: createdAt,
    version: 1,
    createdById: coordinatorId,
    createdAt,
  })
  for (const type of ['mandate.created', 'mandate.switched_on'] as const) {
    recordEvent(ground, type, id, coordinatorId, createdAt)
  }
  const given = plan.topics.map((topic, position): Given => {
    const course = addCourse(ground, topic)
    const topicId = newId()
    rows.mandateTopics.push({
      id: topicId,
      mandateId: id,
      position,
      title: topic.title,
      kind: 'course',
      courseId: course.id,
      competencies: [],
    })
    return { topicId, course }
  })
  return { ...plan, id, startsOn, firstDueOn, given }
}

/** The first day of the first school year that the history has whole, or of the one under way. */
function firstStart({ from, today }: Ground): Day {
  const first = schoolYearOf(textOf(from)) + 1
  const start = firstDayOf(Math.min(first, schoolYearOf(textOf(today))))
  return numberOf(start) < from ? textOf(from) : start
}

const everybodyTeaching = ({ organizationId }: Ground): Audience => ({
  any: [
    [
      {
        kind: 'works',
        not: false,
        organizationId,
        roles: ['educator'],
        gradeBands: [],
        subjects: [],
      },
    ],
  ],
  except: [],
})

/** The turns of somebody: each is met or missed, but for the last, which is open or ended as they left. */
function takeTurns(ground: Ground, training: Training, learner: Learner): Taken[] {
  const { rows, newId, until, today } = ground
  const leftOn = learner.posts.at(-1)!.until
  const lastDay = leftOn ?? today
  const turns = turnsOf(ground, training, learner)
  const all: Taken[] = []
  for (const [position, { joined, period, opens, due, because }] of turns.entries()) {
    const { topicId, course } = training.given[position % training.given.length]!
    const createdAt = instantOf(Math.min(Math.max(opens, joined), until), 14 * 60 + 50)
    const taken = take(ground, training, learner, course, { opens, due })
    const next = turns[position + 1]
    const missed = !taken && next && next.opens <= lastDay ? next.opens : null
    const ended = !taken && missed === null && leftOn !== null ? leftOn + 1 : null
    rows.obligations.push({
      id: newId(),
      mandateId: training.id,
      memberId: learner.id,
      topicId,
      number: position + 1,
      joinedOn: textOf(joined),
      periodOn: textOf(period),
      opensOn: textOf(opens),
      dueOn: textOf(due),
      lateOn: textOf(due + 1),
      because,
      metOn: taken && textOf(taken.on),
      sources: taken ? [{ kind: 'completion', id: taken.id }] : [],
      missedOn: missed === null ? null : textOf(missed),
      endedOn: ended === null ? null : textOf(ended),
      createdAt,
    })
    if (taken) all.push(taken)
    else if (missed === null) break
  }
  return all
}

type Asked = {
  joined: DayNumber
  period: DayNumber
  opens: DayNumber
  due: DayNumber
  because: 'newly_hired' | 'fixed_day'
}

/** When somebody is asked: in the period in which they come, and in each that follows, one ahead. */
function turnsOf(ground: Ground, training: Training, { posts }: Learner): Asked[] {
  const { startsOn, firstDueOn, windowDays, newHireDays } = training
  const hired = posts[0]!.from
  const leftOn = posts.at(-1)!.until
  const joined = Math.max(numberOf(startsOn), hired)
  if (joined > ground.today || (leftOn !== null && leftOn < joined)) return []
  const turns: Asked[] = []
  for (let times = 0; ; times++) {
    const period = numberOf(addMonths(firstDueOn, times * EVERY_MONTHS))
    if (period < joined) continue
    const opens = period - windowDays
    const isNew = turns.length === 0 && newHireDays !== null && hired >= numberOf(startsOn)
    turns.push({
      joined,
      period,
      opens: isNew ? Math.min(opens, hired) : opens,
      due: isNew ? hired + newHireDays : period,
      because: isNew ? 'newly_hired' : 'fixed_day',
    })
    if (opens > ground.today) return turns
  }
}

/** Lets somebody take a training in its time, where they do and that day is over. */
function take(
  ground: Ground,
  { met }: Training,
  learner: Learner,
  course: Course,
  { opens, due }: { opens: DayNumber; due: DayNumber },
): Taken | null {
  const { chance, newLongId, until, from } = ground
  const first = Math.max(opens, learner.posts[0]!.from, from)
  const on = weekdayOf(chance.between(Math.min(first + 2, due), due))
  const takes = chance.happens(met)
  const post = postOn(learner, on)
  if (!takes || !post || on < first || on + BROUGHT_AFTER > until) return null
  const id = newLongId(instantOf(on, 19 * 60))
  return { id, learner, school: post.school, on, course, approvedOn: on + BROUGHT_AFTER }
}

/** Adds the completion that a file of the provider has brought. */
export const tellTaken = (ground: Ground, { id, approvedOn, course, ...moment }: Taken) =>
  complete(ground, moment, course, { id, approvedOn, isImported: true })
