import { kindName } from '../activities/activity'
import { type Columns, peopleCsvOf } from '../csv.server'
import { STRENGTHS } from '../evidence/evidence'
import { GOAL_KINDS, GOAL_STATUSES } from '../goals/goal'
import { SUBMISSION_KINDS } from '../reviews/submission'
import type { Scope } from '../scope.server'
import { ROLES } from '../staff/staff'
import { type AwardFilter, listAllReportBadges, type ReportBadge } from './badges.server'
import { type CreditFilter, listAllReportCredit, type ReportCredit } from './credit.server'
import {
  type DecisionFilter,
  listAllReportDecisions,
  type ReportDecision,
} from './decisions.server'
import {
  type EducatorFilter,
  listAllReportEducators,
  type ReportEducator,
} from './educators.server'
import { type GoalFilter, listAllReportGoals, type ReportGoal } from './goals.server'

/** The goals behind the report, one a row. @throws Forbidden, Invalid, NotFound */
export const reportGoalsCsv = async (scope: Scope, filter: GoalFilter) =>
  peopleCsvOf(GOAL_COLUMNS, await listAllReportGoals(scope, filter))

/** The badges behind the report, one a row. @throws Forbidden, Invalid, NotFound */
export const reportBadgesCsv = async (scope: Scope, filter: AwardFilter) =>
  peopleCsvOf(BADGE_COLUMNS, await listAllReportBadges(scope, filter))

/** The educators behind the report, one a row. @throws Forbidden, Invalid, NotFound */
export const reportEducatorsCsv = async (scope: Scope, filter: EducatorFilter) =>
  peopleCsvOf(EDUCATOR_COLUMNS, await listAllReportEducators(scope, filter))

/** The credit behind the report, one row of the ledger a row. @throws Forbidden, Invalid, NotFound */
export const reportCreditCsv = async (scope: Scope, filter: CreditFilter) =>
  peopleCsvOf(CREDIT_COLUMNS, await listAllReportCredit(scope, filter))

/** The decisions behind the report, or what waits for one, one a row. @throws Forbidden, Invalid, NotFound */
export const reportDecisionsCsv = async (scope: Scope, filter: DecisionFilter) =>
  peopleCsvOf(DECISION_COLUMNS, await listAllReportDecisions(scope, filter))

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

const EDUCATOR_COLUMNS: Columns<ReportEducator> = {
  name: ({ name }) => name,
  school: ({ organization }) => organization,
  role: ({ roles }) => roles.map((role) => ROLES[role]).join(', '),
  hired_on: ({ hiredOn }) => hiredOn,
  minutes: ({ minutes }) => minutes,
  at_or_above: ({ reaches }) => yesOrNo(reaches),
  minutes_in_three_years: ({ minutesInYears }) => minutesInYears,
  at_or_above_in_three_years: ({ reachesInYears }) => yesOrNo(reachesInYears),
}

const CREDIT_COLUMNS: Columns<ReportCredit> = {
  name: ({ name }) => name,
  school: ({ organization }) => organization,
  activity: ({ title }) => title,
  kind: ({ kind }) => kindName(kind),
  proof: ({ strength }) => STRENGTHS[strength],
  minutes: ({ minutes }) => minutes,
  taken_back: ({ isTakenBack }) => yesOrNo(isTakenBack),
  earned_on: ({ earnedOn }) => earnedOn,
  booked_on: ({ bookedOn }) => bookedOn,
}

const DECISION_COLUMNS: Columns<ReportDecision> = {
  name: ({ name }) => name,
  school: ({ organization }) => organization,
  what: ({ kind }) => SUBMISSION_KINDS[kind],
  title: ({ title }) => title,
  sent_on: ({ sentOn }) => sentOn,
  last_day: ({ lastOn }) => lastOn,
  decided_on: ({ decidedOn }) => decidedOn,
  decision: ({ decision }) => decision,
  late: ({ isLate }) => yesOrNo(isLate),
}

/** Nothing where it is not told. */
const yesOrNo = (is: boolean | null) => (is === null ? '' : is ? 'yes' : 'no')
