import type { GoalStatus } from '#db/words'
import { dayInWords } from '../../calendar'
import { GOAL_STATUSES } from '../../goals/goal'
import { countGoalsByStatus } from '../../goals/queries.server'
import type { Scope } from '../../scope.server'
import { byPlace, type ReportFrame } from '../frame.server'
import { figuresByPlace, type Measure, type Section } from '../section'
import { toldByPlace } from '../telling'

const STATES: GoalStatus[] = ['open', 'met', 'partly_met', 'not_met', 'withdrawn']

/** Goals by their state at the end of the day, in all and by school. */
async function countGoals(scope: Scope, frame: ReportFrame) {
  const rows = await countGoalsByStatus(scope, frame.asOf, frame.organizationIds)
  const none = () => ({ open: 0, met: 0, partly_met: 0, not_met: 0, withdrawn: 0 })
  const add = (sum: ReturnType<typeof none>, row: (typeof rows)[number]) => {
    for (const state of STATES) sum[state] += row[state]
  }
  const bySchool = byPlace(frame, rows, none, add)
  const total = none()
  for (const school of bySchool) for (const state of STATES) total[state] += school[state]
  return { ...total, bySchool }
}

export const goals: Section<Awaited<ReturnType<typeof countGoals>>> = {
  key: 'goals',
  title: 'Goals',
  make: countGoals,
  figuresOf: (all) => figuresByPlace(STATES, 'goals', all, all.bySchool),
  told: (all, teller) => toldByPlace(STATES, all, teller.count, teller),
  rule: ({ asOf }) =>
    `All goals set by ${dayInWords(asOf)}, in the state each had at the end of that day, for the school of the educator when it was set. It counts as open until the day it was closed; one that was opened again counts as open.`,
  measures: Object.fromEntries(
    STATES.map((state): [string, Measure] => [
      state,
      {
        name: GOAL_STATUSES[state],
        rule: ({ asOf }) =>
          `Goals that were ${GOAL_STATUSES[state].toLowerCase()} at the end of ${dayInWords(asOf)}.`,
        of: STATES,
      },
    ]),
  ),
}
