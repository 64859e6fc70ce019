import { unusedMinutes, type Use, wordsOfUse } from '../credit/use'

export const MAX_LABEL = 80
/** How many years the hours of a stipend can be good for at most. */
export const MAX_YEARS_OF_LOT = 10

/** What somebody can say that hours were used for; a renewal is booked when it is recorded. */
export const RECORDED_PURPOSES = ['pay_lane', 'stipend'] as const
export type RecordedPurpose = (typeof RECORDED_PURPOSES)[number]

/** Something approved that may be used. */
export type Earned = {
  /** Null for what is counted in a credit only, such as a badge. */
  minutes: number | null
  credit: string | null
  amountThousandths: number | null
}

type BookedUse = Use & { minutes: number | null }

/** How much of something is there to be used for a purpose, or else what it was used for, in words. */
export function unusedOf(
  { minutes }: Earned,
  uses: readonly BookedUse[],
  purpose: RecordedPurpose,
  usesMayOverlap: boolean,
): { minutes: number | null } | { usedFor: string } {
  const standing = usesMayOverlap ? uses.filter((use) => use.purpose === purpose) : uses
  const last = standing.at(-1)
  if (!last) return { minutes }
  const left = unusedMinutes(minutes, standing)
  return left > 0 ? { minutes: left } : { usedFor: wordsOfUse(last) }
}

/**
 * What a use of so many minutes is in thousandths of its unit: of the credit that is claimed, in the same
 * share, or else of clock hours.
 *
 * @param minutes null for all of what has none
 */
export function amountOfUse(earned: Earned, minutes: number | null) {
  const { credit, amountThousandths } = earned
  if (credit && amountThousandths) {
    const share = minutes === null || !earned.minutes ? 1 : minutes / earned.minutes
    return { unit: credit, milliUnits: Math.max(1, Math.round(amountThousandths * share)) }
  }
  return { unit: 'clock_hour', milliUnits: Math.round(((minutes ?? 0) * 1000) / 60) }
}
