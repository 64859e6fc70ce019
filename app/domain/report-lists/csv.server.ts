import { longCsvOf } from '../csv.server'
import { GOAL_KINDS, GOAL_STATUSES } from '../goals/goal'
import type { Scope } from '../scope.server'
import {
  type AwardFilter,
  idsOfReportBadges,
  type ReportBadge,
  reportBadgesInBatches,
} from './badges.server'
import {
  type GoalFilter,
  idsOfReportGoals,
  type ReportGoal,
  reportGoalsInBatches,
} from './goals.server'

const GOAL_COLUMNS = [
  'name',
  'school',
  'goal',
  'kind',
  'priority',
  'state',
  'set_on',
  'due_on',
  'closed_on',
]
const BADGE_COLUMNS = ['name', 'school', 'badge', 'issuer', 'state', 'awarded_on', 'expires_on']

/** The goals behind the report, one a row. @throws Forbidden, Invalid, NotFound */
export async function reportGoalsCsv(scope: Scope, filter: GoalFilter) {
  const ids = await idsOfReportGoals(scope, filter)
  const batches = reportGoalsInBatches(scope, filter, ids)
  return longCsvOf(GOAL_COLUMNS, ids.length, lines(batches, goalLine))
}

/** The badges behind the report, one a row. @throws Forbidden, Invalid, NotFound */
export async function reportBadgesCsv(scope: Scope, filter: AwardFilter) {
  const ids = await idsOfReportBadges(scope, filter)
  const batches = reportBadgesInBatches(scope, filter, ids)
  return longCsvOf(BADGE_COLUMNS, ids.length, lines(batches, badgeLine))
}

async function* lines<Row>(batches: AsyncIterable<Row[]>, lineOf: (row: Row) => object) {
  for await (const rows of batches) yield rows.map(lineOf)
}

const goalLine = (row: ReportGoal) => ({
  name: row.name,
  school: row.organization,
  goal: row.title,
  kind: GOAL_KINDS[row.kind],
  priority: row.priority,
  state: GOAL_STATUSES[row.status],
  set_on: row.setOn,
  due_on: row.dueOn,
  closed_on: row.closedOn,
})

const badgeLine = (row: ReportBadge) => ({
  name: row.name,
  school: row.organization,
  badge: row.title,
  issuer: row.issuer,
  state: row.standing,
  awarded_on: row.awardedOn,
  expires_on: row.expiresOn,
})
