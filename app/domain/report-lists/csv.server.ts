import { csvOf } from '../csv.server'
import { GOAL_KINDS, GOAL_STATUSES } from '../goals/goal'
import type { ReportBadge } from './badges.server'
import type { ReportGoal } from './goals.server'

/** The goals behind the report, one a row. */
export const reportGoalsCsv = (rows: readonly ReportGoal[]) =>
  csvOf(
    ['name', 'school', 'goal', 'kind', 'priority', 'state', 'set_on', 'due_on', 'closed_on'],
    rows.map((row) => ({
      name: row.name,
      school: row.organization,
      goal: row.title,
      kind: GOAL_KINDS[row.kind],
      priority: row.priority,
      state: GOAL_STATUSES[row.status],
      set_on: row.setOn,
      due_on: row.dueOn,
      closed_on: row.closedOn,
    })),
  )

/** The badges behind the report, one a row. */
export const reportBadgesCsv = (rows: readonly ReportBadge[]) =>
  csvOf(
    ['name', 'school', 'badge', 'issuer', 'state', 'awarded_on', 'expires_on'],
    rows.map((row) => ({
      name: row.name,
      school: row.organization,
      badge: row.title,
      issuer: row.issuer,
      state: row.standing,
      awarded_on: row.awardedOn,
      expires_on: row.expiresOn,
    })),
  )
