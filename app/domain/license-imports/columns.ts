/** The columns of a file of licenses, in the order of `docs/licenses-csv.md`. */
export const LICENSE_COLUMNS = [
  'email',
  'sourced_id',
  'staff_id',
  'jurisdiction',
  'kind',
  'class',
  'area',
  'primary',
  'number',
  'issued_on',
  'expires_on',
  'endorsements',
] as const

export type LicenseColumn = (typeof LICENSE_COLUMNS)[number]

/** By which of them a person can be named; one is enough. */
export const PERSON_COLUMNS = ['email', 'sourced_id', 'staff_id'] as const

/** The largest file that may be handed in: 20,000 licenses are about 2 MB. */
export const MAX_LICENSE_BYTES = 5 * 1024 * 1024

/** How many licenses a file may have. */
export const MAX_LICENSE_ROWS = 20_000

/** For how many days a file that was not applied is kept. */
export const DAYS_TO_APPLY = 7

/** A header as people write it: `Expires on` is `expires_on`. */
export const columnOf = (header: string) =>
  LICENSE_COLUMNS.find((column) => column === normalized(header))

/** Whether a header names social security numbers, which no file of licenses has to hold. */
export const isSocialSecurity = (header: string) =>
  /(^|_)ssn(_|$)|social_security|soc_sec/.test(normalized(header))

const normalized = (header: string) =>
  header
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
