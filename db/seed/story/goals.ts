import { addDays, weekday } from '../day'
import { setGoal } from '../goals'
import type { Stage } from '../stage'
import type { Teller } from './teller'

/** Goals in each status. */
export function setGoals(stage: Stage, { ago }: Teller) {
  const { names, today, schoolYear } = stage
  const { goals, checkIns } = names
  const lastFall = weekday(`${schoolYear - 1}-10-08`)
  const lastSpring = weekday(`${schoolYear}-05-20`)
  const closed = { memberId: names.ana.id, setOn: lastFall, dueOn: `${schoolYear}-06-15` }

  setGoal(
    stage,
    {
      id: goals.open,
      memberId: names.ana.id,
      title: 'Plan with AI and check what it says',
      kind: 'professional_practice',
      competency: 'digcompedu-2017/2.1',
      baseline: 'I have tried it twice, without a routine.',
      target: 'Four units planned with an assistant, each checked against two sources',
      measure: 'The four plans, with my corrections visible',
      setOn: ago(42),
      dueOn: addDays(today, 190),
    },
    {
      serves: [{ key: 'access' }, { key: 'ai', from: ago(28) }],
      checkIns: [
        {
          id: checkIns.first,
          on: ago(28),
          note: 'First unit done. Half of the sources did not exist.',
        },
        { id: checkIns.second, on: ago(9), note: 'Second unit: a checklist before I ask helps.' },
      ],
      proof: { kind: 'link', id: names.evidence.goal, url: 'https://example.org/unit-plans' },
    },
  )
  setGoal(
    stage,
    {
      ...closed,
      id: goals.met,
      title: 'Captions on every video',
      kind: 'student_learning',
      competency: 'digcompedu-2017/5.1',
      target: 'Each of the 14 videos of the course has captions',
    },
    {
      serves: [{ key: 'access' }],
      status: 'met',
      outcome: 'All 14 have captions; two students asked for them elsewhere.',
      closedOn: lastSpring,
    },
  )
  setGoal(
    stage,
    {
      ...closed,
      id: goals.partlyMet,
      title: 'Feedback within three days',
      kind: 'professional_practice',
      competency: 'digcompedu-2017/4.3',
      target: 'Written feedback on each draft within three school days',
    },
    {
      serves: [{ key: 'feedback' }],
      status: 'partly_met',
      outcome: 'For grade 7 yes, for grade 8 mostly within five.',
      closedOn: lastSpring,
    },
  )
  setGoal(
    stage,
    {
      ...closed,
      id: goals.notMet,
      title: 'A course site for each class',
      kind: 'initiative',
      target: 'Five course sites with the same layout',
    },
    {
      serves: [{ key: 'remote' }],
      status: 'not_met',
      outcome: 'Two of five; the layout changed in January.',
      closedOn: lastSpring,
    },
  )
  setGoal(
    stage,
    {
      ...closed,
      id: goals.withdrawn,
      title: 'Renew the license with 30 hours of technology',
      kind: 'license',
      target: '30 hours toward renewal',
    },
    {
      status: 'withdrawn',
      outcome: 'Renewed early with last summer’s course.',
      closedOn: weekday(`${schoolYear}-02-11`),
    },
  )
  setGoal(stage, {
    id: goals.ofBen,
    memberId: names.ben.id,
    title: 'A coding club for grade 6',
    kind: 'initiative',
    competency: 'digcompedu-2017/6.5',
    target: 'Ten meetings before winter',
    setOn: ago(70),
    dueOn: addDays(today, -5),
  })
}
