import { type Day, daysBetween, monthsBetween } from '../calendar'

export const MAX_AREA = 120
export const MAX_KIND = 80
export const MAX_NUMBER = 40
export const MAX_REASON = 500
export const MAX_ATTESTED_BY = 120
/** How many years a license can be valid at most; many are for life and have no day of expiry. */
export const MAX_YEARS_VALID = 30
export const MAX_YEARS_SINCE_ISSUE = 70
/** From how many days before its end a license is said to expire soon. */
export const DAYS_SOON = 365

/** What of the licenses of a district can be looked at, in the words of the page. */
export const LICENSE_FILTERS = {
  soon: 'Expire within a year',
  expired: 'Expired',
  extended: 'Extended',
} as const
export type LicenseFilter = keyof typeof LICENSE_FILTERS

/** Where a license stands. */
export type LicenseState = 'active' | 'soon' | 'extended' | 'expired' | 'withdrawn' | 'undated'

export type LicenseStanding = {
  state: LicenseState
  /** The day the state speaks of. */
  on: Day | null
  /** Whole months until then, where it comes soon. */
  months: number | null
}

type Dated = { expiresOn: Day | null; withdrawnOn: Day | null; extendedToOn?: Day | null }

/** Where a license stands on a day. It is good on the day it expires, and expired the day after. */
export function standingOf(license: Dated, today: Day): LicenseStanding {
  const { expiresOn, withdrawnOn, extendedToOn = null } = license
  if (withdrawnOn) return { state: 'withdrawn', on: withdrawnOn, months: null }
  if (!expiresOn) return { state: 'undated', on: null, months: null }
  const isExtended = extendedToOn !== null && extendedToOn > expiresOn
  const last = isExtended ? extendedToOn : expiresOn
  if (last < today) return { state: 'expired', on: last, months: null }
  if (isExtended) return { state: 'extended', on: last, months: null }
  if (daysBetween(today, last) > DAYS_SOON) return { state: 'active', on: last, months: null }
  return { state: 'soon', on: last, months: monthsBetween(today, last) }
}

/** The standing in words, with the day written by whoever shows it. */
export function standingWords({ state, on, months }: LicenseStanding, day: (on: Day) => string) {
  if (state === 'withdrawn') return `Removed on ${day(on!)}`
  if (state === 'undated') return 'No day of expiry'
  if (state === 'expired') return `Expired on ${day(on!)}`
  if (state === 'extended') return `Extended to ${day(on!)}`
  if (state === 'active') return `Active until ${day(on!)}`
  if (months === 0) return `Expires on ${day(on!)}`
  return `Expires in ${months} ${months === 1 ? 'month' : 'months'}`
}

/** The last day on which credit may be earned in a cycle, extensions included. */
export const lastDayToEarn = (cycle: { earnUntilOn: Day; extendedToOn: Day | null }) =>
  cycle.extendedToOn !== null && cycle.extendedToOn > cycle.earnUntilOn
    ? cycle.extendedToOn
    : cycle.earnUntilOn

/** The last day of a cycle, extensions included. */
export const lastDayOfCycle = (cycle: { endsOn: Day; extendedToOn: Day | null }) =>
  cycle.extendedToOn ?? cycle.endsOn
