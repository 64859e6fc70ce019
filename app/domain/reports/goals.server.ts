import type { GoalStatus } from '#db/words'
import { countGoalsByStatus } from '../goals/queries.server'
import type { Scope } from '../scope.server'
import { byPlace, type ReportFrame } from './frame.server'

export const GOAL_STATES: GoalStatus[] = ['open', 'met', 'partly_met', 'not_met', 'withdrawn']

/** Goals by their state at the end of the day, in all and by school. */
export async function reportGoals(scope: Scope, frame: ReportFrame) {
  const rows = await countGoalsByStatus(scope, frame.asOf, frame.organizationIds)
  const none = () => ({ open: 0, met: 0, partly_met: 0, not_met: 0, withdrawn: 0 })
  const add = (sum: ReturnType<typeof none>, row: (typeof rows)[number]) => {
    for (const state of GOAL_STATES) sum[state] += row[state]
  }
  const bySchool = byPlace(frame, rows, none, add)
  const total = none()
  for (const school of bySchool) for (const state of GOAL_STATES) total[state] += school[state]
  return { ...total, bySchool }
}
