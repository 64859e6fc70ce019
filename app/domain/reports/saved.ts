import type { Day } from '../calendar'

/** What the address of a report asks for. */
export type SavedAddress = {
  /** Null: whichever day it is opened on. */
  asOf: Day | null
  /** Null: the whole district. */
  organizationId: string | null
  /** `year-before`, `district`, a day, or the id of a snapshot; null: nothing stands beside it. */
  compare: string | null
}

/** The words of `compare` that name no day and no snapshot. */
export const COMPARE_WORDS = ['year-before', 'district'] as const

/** The query string of a saved report, without its question mark. */
export function savedQuery({ asOf, organizationId, compare }: SavedAddress) {
  return new URLSearchParams({
    ...(asOf && { asOf }),
    ...(organizationId && { organization: organizationId }),
    ...(compare && { compare }),
  }).toString()
}
