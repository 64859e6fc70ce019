import { isDay, type Day } from '../../calendar'

/** What comes first in a date like `5/8/2025`. */
export type DateOrder = 'month-first' | 'day-first'

/** A day as `YYYY-MM-DD`, or why none could be read. */
export type DateReading = { on: Day } | { problem: 'ambiguous' | 'unreadable' }

const DAY_LAST = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})(?:[T ].*)?$/
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: .*)?$/
const MONTHS = 12

/**
 * Reads a day as spreadsheets write it: `2025-08-31` with or without a time, `20250831`,
 * `8/31/2025`, `31.8.2025`. A date in which day and month could change places is ambiguous
 * unless the order is known; it is never guessed. A year of two digits is not read.
 */
export function readDate(cell: string, order?: DateOrder): DateReading {
  const [, year, month, day] = DAY_LAST.exec(cell) ?? []
  if (year && month && day) return dayOf(year, month, day)

  const [, first, second, lastYear] = YEAR_LAST.exec(cell) ?? []
  if (!first || !second || !lastYear) return { problem: 'unreadable' }
  const couldBeEither =
    Number(first) <= MONTHS && Number(second) <= MONTHS && Number(first) !== Number(second)
  if (couldBeEither && !order) return { problem: 'ambiguous' }
  const dayFirst = couldBeEither ? order === 'day-first' : Number(first) > MONTHS
  return dayFirst ? dayOf(lastYear, second, first) : dayOf(lastYear, first, second)
}

function dayOf(year: string, month: string, day: string): DateReading {
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(on) ? { on } : { problem: 'unreadable' }
}

/** Reads yes or no as spreadsheets write it; null when it is neither. */
export function readBoolean(cell: string): boolean | null {
  if (/^(true|1|yes|y|t)$/i.test(cell)) return true
  if (/^(false|0|no|n|f)$/i.test(cell)) return false
  return null
}

/** The items of a list, each once, without the blanks around them. */
export const readList = (cell: string): string[] => [
  ...new Set(
    cell
      .split(/[,;|]/)
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
]
