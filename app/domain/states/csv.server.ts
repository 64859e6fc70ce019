import { csvOf } from '../csv.server'
import type { Day } from '../calendar'
import type { DistrictLine } from './comparing.server'

const COLUMNS = [
  'as_of',
  'district',
  'educators',
  'at_or_above',
  'share_percent',
  'share_percent_year_before',
  'hours',
  'mean_hours',
  'waiting',
  'waiting_longer_than_the_clock',
] as const

/** The districts of a state in a month as CSV; hours are whole, and empty is what is not told, such as fewer than five. */
export const stateCsv = (asOf: Day, lines: DistrictLine[]) =>
  csvOf(
    COLUMNS,
    lines.map((line) => [
      asOf,
      line.name,
      line.educators,
      line.atOrAbove || '',
      line.share ?? '',
      line.shareBefore ?? '',
      line.minutes / 60,
      line.meanMinutes === null ? '' : line.meanMinutes / 60,
      line.waiting || '',
      line.late || '',
    ]),
  )
