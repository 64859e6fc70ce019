import type { GoalStatus } from '../../words'
import { addMonths, schoolYearOf } from '../day'
import { priorityFor } from '../priorities'
import { GOALS } from '../repertoire'
import { book } from './credit'
import { recordEvent } from './events'
import type { Ground, Learner, School } from './ground'
import { proveSometimes } from './proving'
import { submit } from './submitting'
import { type DayNumber, instantOf, numberOf, textOf, weekdayOf } from './timeline'

/** Somebody, where they work, and the day on which it happens. */
export type Moment = { learner: Learner; school: School; on: DayNumber }

export type Course = { id: string; title: string; provider: string | null; minutes: number }
export type Badge = { id: string; title: string; issuer: string; months: number | null }

/** Of a hundred completions, how many a provider's file brings. */
const IMPORTED = 0.3
/** Of a hundred completions, badges and closed goals, how many have a link to show. */
const PROVED = 0.15

const VERIFICATION = {
  waiting: 'not_verified',
  approved: 'verified_by_person',
  returned: 'not_verified',
  denied: 'refused',
  withdrawn: 'withdrawn',
} as const

/**
 * Adds a completed course and the minutes that it earned.
 *
 * @param planned the id and the day of the approval, of what must be approved, by a file or a principal
 */
export function complete(
  ground: Ground,
  { learner, school, on }: Moment,
  course: Course,
  planned?: { id: string; approvedOn: DayNumber; isImported?: boolean },
) {
  const { rows, chance, newLongId } = ground
  const createdAt = instantOf(on, 19 * 60 + chance.between(0, 25))
  const id = planned?.id ?? newLongId(createdAt)
  const { id: courseId, title, provider, minutes } = course
  const isImported =
    planned?.isImported ?? (!planned && on + 3 <= ground.until && chance.happens(IMPORTED))
  const { status, on: decidedOn } = isImported
    ? { status: 'approved' as const, on: on + 3 }
    : submit(ground, { id, kind: 'completion', learner, school, minutes }, on, planned?.approvedOn)
  const strength = isImported
    ? 'roster_confirmed'
    : proveSometimes(ground, { completionId: id, memberId: learner.id }, createdAt, PROVED)
  rows.completions.push({
    id,
    memberId: learner.id,
    organizationId: school.id,
    courseId,
    title,
    provider: provider ?? ground.name,
    completedOn: textOf(on),
    minutes,
    source: isImported ? 'import' : 'educator',
    strength,
    status,
    version: 1,
    createdAt,
  })
  if (isImported) recordEvent(ground, 'completion.recorded', id, null, createdAt)
  if (status !== 'approved') return
  const entry = { completionId: id, memberId: learner.id, organizationId: school.id }
  book(ground, {
    ...entry,
    kind: 'online_course',
    minutes,
    earnedOn: on,
    bookedOn: decidedOn,
    strength,
  })
}

/** Adds a badge from elsewhere, and what came of it. */
export function earn(
  ground: Ground,
  { learner, school, on }: Moment,
  badge: Badge,
  planned?: { id: string; approvedOn: DayNumber },
) {
  const { rows, chance, newLongId } = ground
  const createdAt = instantOf(on, 19 * 60 + chance.between(0, 25))
  const id = planned?.id ?? newLongId(createdAt)
  const { title, issuer, months } = badge
  const subject = { id, kind: 'award' as const, learner, school }
  const { status, on: decidedOn } = submit(ground, subject, on, planned?.approvedOn)
  rows.awards.push({
    id,
    memberId: learner.id,
    organizationId: school.id,
    achievementId: badge.id,
    title,
    issuer,
    awardedOn: textOf(on),
    expiresOn: months ? addMonths(textOf(on), months) : null,
    url: `https://example.org/badges/${id.slice(-6)}`,
    verification: VERIFICATION[status],
    decidedOn: status === 'waiting' || status === 'returned' ? null : textOf(decidedOn),
    createdAt,
  })
  recordEvent(ground, 'award.recorded', id, learner.id, createdAt)
  proveSometimes(ground, { awardId: id, memberId: learner.id }, createdAt, PROVED)
}

const OUTCOMES: Record<Exclude<GoalStatus, 'open'>, string> = {
  met: 'Done as planned.',
  partly_met: 'Most of it; the rest moves to next year.',
  not_met: 'Other work came first this year.',
  withdrawn: 'The assignment changed.',
}
const CLOSED = [
  ...Array<keyof typeof OUTCOMES>(60).fill('met'),
  ...Array<keyof typeof OUTCOMES>(22).fill('partly_met'),
  ...Array<keyof typeof OUTCOMES>(10).fill('not_met'),
  ...Array<keyof typeof OUTCOMES>(8).fill('withdrawn'),
]
const NOTES = ['Started with one class.', 'It works; now the second class.', 'Halfway there.']

/** Adds a goal for the rest of the school year; one of a year that is over has been closed in June. */
export function setGoal(ground: Ground, { learner, school, on }: Moment) {
  const { rows, chance, newId, newLongId, until } = ground
  const createdAt = instantOf(on, 18 * 60)
  const id = newLongId(createdAt)
  const year = schoolYearOf(textOf(on)) + 1
  const closesOn = weekdayOf(numberOf(`${year}-06-0${chance.between(1, 9)}`))
  const status = closesOn > until ? 'open' : chance.pick(CLOSED)
  const { title, target, competency } = chance.pick(GOALS)
  rows.goals.push({
    id,
    memberId: learner.id,
    organizationId: school.id,
    title,
    kind: 'professional_practice',
    competency: `digcompedu-2017/${competency}`,
    target,
    setOn: textOf(on),
    dueOn: `${year}-06-15`,
    status,
    outcome: status === 'open' ? null : OUTCOMES[status],
    closedOn: status === 'open' ? null : textOf(closesOn),
    version: status === 'open' ? 1 : 2,
    createdAt,
  })
  recordEvent(ground, 'goal.set', id, learner.id, createdAt)
  const served = priorityFor(competency, schoolYearOf(textOf(ground.today)) - (year - 1))
  if (served) {
    rows.goalPriorities.push({
      id: newId(),
      goalId: id,
      priorityId: ground.priorities.get(served)!,
      startedOn: textOf(on),
      replacedOn: null,
    })
  }
  for (const [position, note] of NOTES.slice(0, chance.between(0, 3)).entries()) {
    const day = on + 40 * (position + 1)
    if (day > until) break
    const checkedAt = instantOf(day, 20 * 60 + 30)
    const checkIn = { goalId: id, note, checkedOn: textOf(day), createdAt: checkedAt }
    rows.goalCheckIns.push({ id: newId(), ...checkIn })
    recordEvent(ground, 'goal.checked_in', id, learner.id, checkedAt)
  }
  if (status === 'open') return
  const closedAt = instantOf(closesOn, 20 * 60)
  proveSometimes(ground, { goalId: id, memberId: learner.id }, closedAt, PROVED)
  recordEvent(ground, 'goal.closed', id, learner.id, closedAt)
}
