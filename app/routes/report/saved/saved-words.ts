import { isDay } from '~/domain/calendar'
import { formatExactDay } from '~/ui/day'

/** What is told of the address of a saved report. */
type Address = {
  asOf: string | null
  organization: string | null
  compare: string | null
  /** The name of the snapshot beside it. */
  snapshot: string | null
}

/** `Middle School, as of today, beside the whole district`. */
export function addressInWords({ organization, asOf, compare, snapshot }: Address) {
  return [
    organization ?? 'The whole district',
    `as of ${asOf ? formatExactDay(asOf) : 'the day it is opened'}`,
    ...(compare ? [`beside ${comparedInWords(compare, snapshot)}`] : []),
  ].join(', ')
}

function comparedInWords(compare: string, snapshot: string | null) {
  if (compare === 'year-before') return 'the same day a year before'
  if (compare === 'district') return 'the whole district'
  return isDay(compare) ? formatExactDay(compare) : `the snapshot “${snapshot ?? ''}”`
}
