import type { GoalStatus } from '#db/words'
import { countGoalsByStatus } from '../../goals/queries.server'
import type { Scope } from '../../scope.server'
import { byPlace, type ReportFrame } from '../frame.server'
import { figuresByPlace, type Section } from '../section'

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
}
