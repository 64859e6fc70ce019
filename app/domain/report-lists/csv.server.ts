import { type Columns, longCsvOf } from '../csv.server'
import { GOAL_KINDS, GOAL_STATUSES } from '../goals/goal'
import type { Scope } from '../scope.server'
import { type AwardFilter, listAllReportBadges, type ReportBadge } from './badges.server'
import { type GoalFilter, listAllReportGoals, type ReportGoal } from './goals.server'

/** The goals behind the report, one a row. @throws Forbidden, Invalid, NotFound */
export const reportGoalsCsv = async (scope: Scope, filter: GoalFilter) =>
  longCsvOf(GOAL_COLUMNS, await listAllReportGoals(scope, filter))

/** The badges behind the report, one a row. @throws Forbidden, Invalid, NotFound */
export const reportBadgesCsv = async (scope: Scope, filter: AwardFilter) =>
  longCsvOf(BADGE_COLUMNS, await listAllReportBadges(scope, filter))

const GOAL_COLUMNS: Columns<ReportGoal> = {
  name: ({ name }) => name,
  school: ({ organization }) => organization,
  goal: ({ title }) => title,
  kind: ({ kind }) => GOAL_KINDS[kind],
  priority: ({ priority }) => priority,
  state: ({ status }) => GOAL_STATUSES[status],
  set_on: ({ setOn }) => setOn,
  due_on: ({ dueOn }) => dueOn,
  closed_on: ({ closedOn }) => closedOn,
}

const BADGE_COLUMNS: Columns<ReportBadge> = {
  name: ({ name }) => name,
  school: ({ organization }) => organization,
  badge: ({ title }) => title,
  issuer: ({ issuer }) => issuer,
  state: ({ standing }) => standing,
  awarded_on: ({ awardedOn }) => awardedOn,
  expires_on: ({ expiresOn }) => expiresOn,
}
