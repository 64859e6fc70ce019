import { EXPIRING_DAYS } from '../badges/award'
import { EQUITY_LINES } from '../reports/equity-lines'

/** What the goals of the report can be sorted by; a minus turns it around. */
export const GOAL_SORTS = ['name', '-name', 'set', '-set', 'due', '-due'] as const
export type GoalSort = (typeof GOAL_SORTS)[number]

/** What the badges of the report can be sorted by. */
export const AWARD_SORTS = ['name', '-name', 'awarded', '-awarded', 'expires', '-expires'] as const
export type AwardSort = (typeof AWARD_SORTS)[number]

/** What the educators of the report can be sorted by. */
export const EDUCATOR_SORTS = ['name', '-name', 'hired', '-hired'] as const
export type EducatorSort = (typeof EDUCATOR_SORTS)[number]

/** What the credit of the report can be sorted by. */
export const CREDIT_SORTS = ['booked', '-booked', 'name', '-name'] as const
export type CreditSort = (typeof CREDIT_SORTS)[number]

/** The states that the report counts badges in, as one can look for them. */
export const AWARDS_COUNTED = {
  verified: 'Verified',
  current: 'Current',
  expiring: `Expiring in ${EXPIRING_DAYS} days`,
  expired: 'Expired',
  notVerified: 'Not verified',
} as const
export type AwardCounted = keyof typeof AWARDS_COUNTED
export const AWARDS_COUNTED_NAMES = Object.keys(AWARDS_COUNTED) as AwardCounted[]

/** How far educators came in the school year. */
export const REACHED = {
  atOrAbove: 'At or above the yardstick',
  below: 'Below the yardstick',
  none: 'No hours',
} as const
export type Reached = keyof typeof REACHED
export const REACHED_NAMES = Object.keys(REACHED) as Reached[]

/** How far they came in the three school years that the report looks at. */
export const REACHED_IN_YEARS = {
  atOrAbove: 'At or above three years’ yardsticks',
  below: 'Below three years’ yardsticks',
} as const
export type ReachedInYears = keyof typeof REACHED_IN_YEARS
export const REACHED_IN_YEARS_NAMES = Object.keys(REACHED_IN_YEARS) as ReachedInYears[]

/** What the decisions of the report are sorted by: the day of the decision, or of sending what waits. */
export const DECISION_SORTS = ['day', '-day'] as const
export type DecisionSort = (typeof DECISION_SORTS)[number]

/** What the report counts of decisions, and what it leaves to count. */
export const DECISIONS_COUNTED = {
  decided: 'Decided',
  inTime: 'Decided within the clock',
  overTime: 'Decided after the clock',
  waiting: 'Waiting',
  late: 'Waiting longer than the clock',
} as const
export type DecisionCounted = keyof typeof DECISIONS_COUNTED
export const DECISIONS_COUNTED_NAMES = Object.keys(DECISIONS_COUNTED) as DecisionCounted[]

/** A group of an equity line as figures and addresses name it: `level/middle`. */
export const groupKey = (line: string, group: string) => `${line}/${group}`

/** Every group of every equity line. */
export const GROUP_KEYS = EQUITY_LINES.flatMap(({ key, groups }) =>
  groups.map((group) => groupKey(key, group.key)),
)
