import { EXPIRING_DAYS } from '../badges/award'

/** What the goals of the report can be sorted by; a minus turns it around. */
export const GOAL_SORTS = ['name', '-name', 'set', '-set', 'due', '-due'] as const
export type GoalSort = (typeof GOAL_SORTS)[number]

/** What the badges of the report can be sorted by. */
export const AWARD_SORTS = ['name', '-name', 'awarded', '-awarded', 'expires', '-expires'] as const
export type AwardSort = (typeof AWARD_SORTS)[number]

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
