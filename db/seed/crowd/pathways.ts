import { earn } from '../badges'
import { ACHIEVEMENTS, PATHWAYS } from '../catalog'
import type { Learner } from './hiring'
import { courseOf, isOnDuty, turnsOf } from './learning'
import { addDays, addMonths, at, type Day, weekday } from '../day'
import { enroll, type Enrolled, enrollmentId, type PathwayKey, submitStep } from '../enrolling'
import { idOf } from '../id'
import { complete, log } from '../learning'
import { hiringDay } from '../offer'
import { holdsOn, type Stage } from '../stage'

type Step = (typeof PATHWAYS)[PathwayKey]['steps'][number]

/** What share of the steps somebody takes, by how it goes. */
const SHARES = { completes: 1, begins: 0.4, waits: 0 }

const TITLES: Record<string, string> = {
  'digcompedu-2017/2.1': 'Trying AI tools on next week’s lessons',
  'digcompedu-2017/2.3': 'Going through our classroom apps',
  'digcompedu-2017/5.1': 'Making a unit’s materials accessible',
  'digcompedu-2017/5.2': 'Planning three ways into one lesson',
  'digcompedu-2017/6.4': 'Discussing AI with students: a study group',
}

/** Puts the many on the pathways they are asked to take or have chosen, and lets them walk. */
export function walkTogether(stage: Stage, learners: Learner[]) {
  const enrollments = learners.flatMap((learner) => {
    const entered = enrollmentsOf(stage, learner)
    for (const enrolled of entered) work(stage, learner, enrolled)
    return entered
  })
  enroll(stage, enrollments)
}

function enrollmentsOf(stage: Stage, learner: Learner): Enrolled[] {
  const { names, today } = stage
  const { id: memberId, chance, hats } = learner
  const hat = hats.find((held) => holdsOn(held, today))
  const choosesEarly = chance.happens(0.09)
  const choosesAi = chance.happens(0.28)
  const daysAgo = chance.between(300, 400)
  const aiDaysAgo = chance.between(20, 380)
  if (!hat) return []

  const since = (days: number) => weekday(addDays(today, -days))
  const later = (day: Day) => (day > hat.startedOn ? day : hat.startedOn)
  const isNew = hats[0]!.startedOn >= addDays(hiringDay(stage), -90)
  const isEarly = choosesEarly && isOnDuty(stage, learner, since(daysAgo))
  const entered: Enrolled[] = [
    isEarly
      ? { memberId, pathway: 'privacy', enrolledOn: since(daysAgo) }
      : {
          memberId,
          pathway: 'privacy',
          assignment: 'mandated',
          enrolledOn: later(since(75)),
          dueOn: weekday(addDays(today, 28)),
        },
  ]
  if (isNew) {
    const enrolledOn = hats[0]!.startedOn
    const dueOn = addDays(enrolledOn, 120)
    entered.push({ memberId, pathway: 'ai', assignment: 'newHires', enrolledOn, dueOn })
  } else if (choosesAi) {
    const enrolledOn = later(since(aiDaysAgo))
    entered.push({ memberId, pathway: 'ai', assignment: 'offered', enrolledOn })
  }
  if (hat.organizationId === names.schools.middle) {
    const enrolledOn = later(since(100))
    const assignment = 'recommended'
    entered.push({ memberId, pathway: 'accessibility', assignment, enrolledOn })
  }
  return entered
}

function work(stage: Stage, learner: Learner, { pathway, assignment, enrolledOn }: Enrolled) {
  const { chance } = learner
  const way =
    pathway === 'privacy' && !assignment
      ? 'completes'
      : chance.weigh({ completes: 42, begins: 33, waits: 25 })
  for (const step of PATHWAYS[pathway].steps) {
    const takes = chance.happens(SHARES[way])
    const earnedOn = weekday(addDays(enrolledOn, chance.between(6, 60)))
    if (takes && isOnDuty(stage, learner, earnedOn)) take(stage, learner, pathway, step, earnedOn)
  }
}

function take(stage: Stage, learner: Learner, pathway: PathwayKey, step: Step, earnedOn: Day) {
  const { names } = stage
  const { id: memberId } = learner
  const name = `${memberId}/${pathway}/${step.key}`
  const turns = turnsOf(stage, learner, earnedOn, 'approved')
  if (turns.length === 0) return

  if (step.kind === 'course') {
    complete(stage, courseOf(stage, step.course, name, memberId, earnedOn), turns)
  }
  if (step.kind === 'activity_minutes') {
    const { competency, minutes } = step
    log(
      stage,
      {
        id: idOf(name, at(earnedOn, '19:00')),
        memberId,
        title: TITLES[competency]!,
        kind: 'plc',
        startedOn: earnedOn,
        minutes,
        provider: names.name,
        competencies: [competency],
      },
      turns,
    )
  }
  if (step.kind === 'badge') {
    const { title, issuer, months } = ACHIEVEMENTS[step.achievement]
    const expiresOn = months ? addMonths(earnedOn, months) : undefined
    const url = 'https://example.org/badges'
    const achievementId = names.achievements[step.achievement]
    const award = { id: idOf(name), memberId, achievementId, title, issuer, url, expiresOn }
    earn(stage, { ...award, awardedOn: earnedOn }, turns)
  }
  if (step.kind === 'evidence') {
    submitStep(
      stage,
      {
        enrollmentId: enrollmentId(stage, memberId, pathway),
        stepKey: names.steps[step.key],
        title: step.title,
        memberId,
        proof: { kind: 'link', id: idOf(name), url: 'https://example.org/shared-folder' },
      },
      turns,
    )
  }
}
