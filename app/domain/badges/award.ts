import type { awards } from '#db/schema'
import { type Day, daysBetween } from '../calendar'

/** Whether somebody has checked a badge from elsewhere, and what came of it. */
export type Verification = (typeof awards.$inferSelect)['verification']

/** Whether somebody has checked a badge, in words. */
export const AWARD_VERIFICATIONS: Record<Verification, string> = {
  not_verified: 'Not verified',
  verified_by_person: 'Verified by a person',
  refused: 'Refused',
  withdrawn: 'Taken back',
}

export const MAX_AWARD_TEXT = 200
export const MAX_YEARS_AGO = 60
export const MAX_YEARS_VALID = 60

/** From how many days before its end a badge is said to expire. */
export const EXPIRING_DAYS = 90

/** What one can look for among badges. */
export const AWARD_STATES = {
  not_verified: 'Not verified yet',
  verified: 'Verified',
  expiring: `Expiring in ${EXPIRING_DAYS} days`,
  expired: 'Expired',
} as const

export type AwardState = keyof typeof AWARD_STATES

type Dated = { expiresOn: Day | null }

/** Where a badge is in its life; the last day is still part of it. */
export function validityOf({ expiresOn }: Dated, today: Day) {
  if (expiresOn === null) return 'lasting'
  if (expiresOn < today) return 'expired'
  return daysBetween(today, expiresOn) <= EXPIRING_DAYS ? 'expiring' : 'current'
}

/** The validity in words: `Expires in 40 days`, `Expired`; null where there is nothing to say. */
export function validityInWords(award: Dated, today: Day) {
  const validity = validityOf(award, today)
  if (validity === 'expired') return 'Expired'
  if (validity !== 'expiring') return null
  const days = daysBetween(today, award.expiresOn!)
  if (days === 0) return 'Expires today'
  return `Expires in ${days} ${days === 1 ? 'day' : 'days'}`
}
