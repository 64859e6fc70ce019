import type { ActivityKind } from '../../words'
import { earn } from '../badges'
import { ACHIEVEMENTS, COURSES } from '../catalog'
import type { Chance } from '../chance'
import type { Learner } from './hiring'
import { addDays, addMonths, at, type Day, dayOf, nextWeekday, schoolYearOf, weekday } from '../day'
import type { DistrictWorld } from '../names'
import { setGoal } from '../goals'
import { idOf } from '../id'
import { complete, importCompletion, log } from '../learning'
import { openingDay } from '../offer'
import { priorityFor } from '../priorities'
import { DENIALS, GOALS, PROOF_PAGES, REPERTOIRE, RETURN_QUESTIONS, WEIGHTS } from '../repertoire'
import type { Turn } from '../reviewing'
import { holdsOn, organizationOn, reviewerOf, type Stage } from '../stage'

/** Activities of a usual educator in a school year. */
const A_YEAR = 13

/** How much is learned in which month, January first. */
const MONTHS = [10, 8, 11, 8, 11, 12, 4, 10, 10, 13, 10, 5]

const COMPLETED = ['media', 'classroom', 'coding', 'assessment'] as const
const EARNED = ['googleOne', 'googleTwo', 'iste', 'apple', 'microsoft', 'commonSense'] as const

/** Lets the many learn: activities, courses, badges and goals over the years. */
export function learn(stage: Stage, learners: Learner[]) {
  for (const learner of learners) {
    for (let year = schoolYearOf(openingDay(stage)); year <= stage.schoolYear; year++) {
      logYear(stage, learner, year)
      completeCourse(stage, learner, year)
      setGoalOfYear(stage, learner, year)
    }
    earnBadge(stage, learner)
  }
}

/** What usually comes after sending; the decision falls away where it would be still to come. */
export function turnsOf(
  stage: Stage,
  { id, chance }: Learner,
  earnedOn: Day,
  fate: 'approved' | 'any' = 'any',
): Turn[] {
  const { now, names } = stage
  const by = reviewerOf(stage, organizationOn(stage, id, earnedOn), id)
  const sentAt = at(addDays(earnedOn, chance.pick([0, 0, 1, 1, 2, 3, 5, 9])), clock(chance, 20, 22))
  const wait =
    by === names.mara.id ? [1, 1, 2, 3] : by === names.dev.id ? [1, 2, 3, 4] : [2, 4, 7, 12, 17]
  const decide = (after: Date, what: 'approved' | 'returned' | 'denied', reason?: string): Turn => {
    const day = nextWeekday(addDays(dayOf(after), chance.pick(wait)))
    return { what, by, reason, at: at(day, clock(chance, 11, 13)) }
  }
  const sent: Turn = { what: 'sent', at: sentAt }
  const outcome =
    fate === 'approved'
      ? fate
      : chance.weigh({ approved: 955, mended: 20, returned: 4, denied: 7, withdrawn: 14 })
  const turns: Turn[] = [sent]
  if (outcome === 'approved') turns.push(decide(sentAt, 'approved'))
  if (outcome === 'denied') turns.push(decide(sentAt, 'denied', chance.pick(DENIALS)))
  if (outcome === 'withdrawn') {
    turns.push({ what: 'withdrawn', at: new Date(sentAt.getTime() + 50 * 60_000) })
  }
  if (outcome === 'returned' || outcome === 'mended') {
    const returned = decide(sentAt, 'returned', chance.pick(RETURN_QUESTIONS))
    turns.push(returned)
    if (outcome === 'mended') {
      const again = new Date(returned.at.getTime() + 26 * 60 * 60_000)
      turns.push({ what: 'sent', at: again }, decide(again, 'approved'))
    }
  }
  return turns.filter((turn) => turn.at < now)
}

function logYear(stage: Stage, learner: Learner, year: number) {
  const { chance, eagerness, id } = learner
  const planned = Math.round(A_YEAR * eagerness * (0.8 + chance.between(0, 40) / 100))
  for (let number = 1; number <= planned; number++) {
    const startedOn = dayIn(chance, year)
    const kind = chance.weigh(KINDS)
    const days = kind === 'institute' ? 3 : kind === 'conference' && chance.happens(0.3) ? 2 : 1
    const endedOn = addDays(startedOn, days - 1)
    const activity = describe(chance, kind, days)
    if (!isOnDuty(stage, learner, endedOn)) continue
    const name = `${id}/activity/${year}/${number}`
    const turns = chance.happens(0.015) ? [] : turnsOf(stage, learner, endedOn)
    log(
      stage,
      {
        id: idOf(name, at(endedOn, '19:00')),
        memberId: id,
        ...activity,
        kind,
        startedOn,
        endedOn: days > 1 ? endedOn : undefined,
        proof: chance.happens(0.3)
          ? { kind: 'link', id: idOf(`${name}/evidence`), url: chance.pick(PROOF_PAGES) }
          : undefined,
      },
      turns,
    )
  }
}

function describe(chance: Chance, kind: ActivityKind, days: number) {
  const { minutes, providers, titles } = REPERTOIRE[kind]!
  const [title, ...codes] = chance.pick(titles)
  const isConference = kind === 'conference'
  return {
    title,
    minutes: chance.pick(minutes) * (isConference ? days : 1),
    provider: providers.length > 0 ? chance.pick(providers) : undefined,
    fundingSource: isConference && chance.happens(0.6) ? 'title_ii_a' : undefined,
    competencies: chance.happens(0.75) ? codes.map((code) => `digcompedu-2017/${code}`) : [],
  }
}

function completeCourse(stage: Stage, learner: Learner, year: number) {
  const { chance, id, eagerness } = learner
  const completedOn = dayIn(chance, year)
  const key = chance.pick(COMPLETED)
  const wants = chance.happens(0.3 + 0.3 * eagerness)
  if (!wants || !isOnDuty(stage, learner, completedOn)) return
  const completion = courseOf(stage, key, `${id}/completion/${year}`, id, completedOn)
  const importedAt = at(addDays(completedOn, 3), '13:15')
  if (chance.happens(0.3) && importedAt < stage.now) {
    return importCompletion(stage, completion, importedAt)
  }
  const turns = turnsOf(stage, learner, completedOn)
  if (turns.length > 0) complete(stage, completion, turns)
}

/** A course of the catalog as somebody has completed it. */
export function courseOf(
  { names }: Stage,
  key: keyof DistrictWorld['courses'],
  name: string,
  memberId: string,
  completedOn: Day,
) {
  const { title, provider, minutes } = COURSES[key]
  return {
    id: idOf(name, at(completedOn, '19:00')),
    memberId,
    courseId: names.courses[key],
    title,
    provider: provider ?? names.name,
    minutes,
    completedOn,
  }
}

function earnBadge(stage: Stage, learner: Learner) {
  const { chance, id } = learner
  const key = chance.pick(EARNED)
  const awardedOn = weekday(addDays(stage.today, -chance.between(5, 1400)))
  if (!chance.happens(0.35) || !isOnDuty(stage, learner, awardedOn)) return
  const { title, issuer, months } = ACHIEVEMENTS[key]
  const sentFrom = awardedOn < openingDay(stage) ? openingDay(stage) : awardedOn
  if (!isOnDuty(stage, learner, sentFrom)) return
  const turns = turnsOf(stage, learner, sentFrom)
  if (turns.length === 0) return
  earn(
    stage,
    {
      id: idOf(`${id}/award`, at(awardedOn, '19:00')),
      memberId: id,
      achievementId: stage.names.achievements[key],
      title,
      issuer,
      awardedOn,
      expiresOn: months ? addMonths(awardedOn, months) : undefined,
      url: `https://example.org/badges/${id.slice(-6)}`,
    },
    turns,
  )
}

function setGoalOfYear(stage: Stage, learner: Learner, year: number) {
  const { chance, id } = learner
  const { today, schoolYear } = stage
  const setOn = weekday(`${year}-10-${chance.between(1, 28).toString().padStart(2, '0')}`)
  const dueOn: Day = `${year + 1}-06-15`
  const { title, target, competency } = chance.pick(GOALS)
  const closedOn = weekday(`${year + 1}-06-0${chance.between(1, 9)}`)
  const status = chance.weigh({ met: 60, partly_met: 22, not_met: 10, withdrawn: 8 })
  if (!chance.happens(0.6) || !isOnDuty(stage, learner, setOn)) return
  const name = `${id}/goal/${year}`
  const notes = ['Started with one class.', 'It works; now the second class.', 'Halfway there.']
  const checkIns = notes
    .slice(0, chance.between(0, 3))
    .map((note, position) => ({
      id: idOf(`${name}/check-in/${position}`),
      on: addDays(setOn, 40 * (position + 1)),
      note,
    }))
    .filter(({ on }) => on < today)
  const key = priorityFor(competency, schoolYear - year)
  const serves = key ? [{ key }] : []
  const isClosed = closedOn < today && isOnDuty(stage, learner, closedOn)
  setGoal(
    stage,
    {
      id: idOf(name, at(setOn, '18:00')),
      memberId: id,
      title,
      kind:
        year === schoolYear && chance.happens(0.3) ? 'student_learning' : 'professional_practice',
      competency: `digcompedu-2017/${competency}`,
      target,
      setOn,
      dueOn,
    },
    isClosed
      ? { serves, checkIns, status, outcome: OUTCOMES[status], closedOn }
      : { serves, checkIns: checkIns.filter(({ on }) => isOnDuty(stage, learner, on)) },
  )
}

const OUTCOMES = {
  met: 'Done as planned.',
  partly_met: 'Most of it; the rest moves to next year.',
  not_met: 'Other work came first this year.',
  withdrawn: 'The assignment changed.',
}

const KINDS = Object.fromEntries(WEIGHTS) as Record<ActivityKind, number>

/** A day of a school year, as busy as its month is; weekends go to the Friday before. */
export function dayIn(chance: Chance, schoolYear: number): Day {
  const month = Number(
    chance.weigh(Object.fromEntries(MONTHS.map((weight, i) => [`${i + 1}`, weight]))),
  )
  const year = month >= 7 ? schoolYear : schoolYear + 1
  return weekday(addDays(`${year}-${String(month).padStart(2, '0')}-01`, chance.between(0, 27)))
}

/** Whether somebody works for the district on a day that has come, and since the product is here. */
export const isOnDuty = (stage: Stage, { hats }: Learner, day: Day) =>
  day >= openingDay(stage) && day < stage.today && hats.some((hat) => holdsOn(hat, day))

function clock(chance: Chance, from: number, to: number) {
  const minute = String(chance.between(0, 59)).padStart(2, '0')
  return `${chance.between(from, to)}:${minute}`
}
