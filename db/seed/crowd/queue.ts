import type { Learner } from './hiring'
import { isOnDuty } from './learning'
import { addDays, at, weekday } from '../day'
import { idOf } from '../id'
import { log } from '../learning'
import { REPERTOIRE } from '../repertoire'
import { organizationOn, type Stage } from '../stage'

/** How many days ago something was sent that still waits, in each school: one is over its clock. */
const AGES = [9, 13, 18, 23, 27, 29]

/** Leaves some older activities in each queue, so that the clock shows. */
export function leaveWaiting(stage: Stage, learners: Learner[], schools: string[]) {
  const yesterday = addDays(stage.today, -1)
  for (const organizationId of schools) {
    const ages = organizationId === stage.names.schools.middle ? AGES : [...AGES.slice(2), 36]
    const colleagues = learners.filter(
      (learner) =>
        isOnDuty(stage, learner, yesterday) &&
        isOnDuty(stage, learner, addDays(stage.today, -40)) &&
        organizationOn(stage, learner.id, yesterday) === organizationId,
    )
    for (const [position, age] of ages.entries()) {
      const { id, chance } = colleagues[(position * 5) % colleagues.length]!
      const kind = chance.pick(['workshop', 'conference', 'curriculum_development'] as const)
      const { titles, minutes, providers } = REPERTOIRE[kind]!
      const [title, ...codes] = chance.pick(titles)
      const sentOn = weekday(addDays(stage.today, -age))
      log(
        stage,
        {
          id: idOf(`${organizationId}/waiting/${age}`),
          memberId: id,
          title,
          kind,
          startedOn: weekday(addDays(sentOn, -1)),
          minutes: chance.pick(minutes),
          provider: chance.pick(providers),
          competencies: codes.map((code) => `digcompedu-2017/${code}`),
        },
        [{ what: 'sent', at: at(sentOn, '20:10') }],
      )
    }
  }
}

/** Mara has taken an approval back, so that one sees what becomes of it. */
export function takeOneBack(stage: Stage) {
  const { names, today } = stage
  const on = (daysAgo: number) => weekday(addDays(today, -daysAgo))
  const by = names.mara.id
  log(
    stage,
    {
      id: idOf(`${names.slug}/taken-back`),
      memberId: names.ben.id,
      title: 'Setting up the new document cameras',
      kind: 'plc',
      startedOn: on(16),
      minutes: 120,
    },
    [
      { what: 'sent', at: at(on(15), '20:10') },
      { what: 'approved', at: at(on(14), '12:05'), by },
      {
        what: 'reopened',
        at: at(on(6), '12:20'),
        by,
        reason:
          'One of the two hours was our faculty meeting, which I overlooked. Please take it back and send the hour that was your own.',
      },
    ],
  )
}
