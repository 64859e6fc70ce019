const A_DAY = 24 * 60 * 60 * 1000
/** More than the days of two centuries. */
const MOST_KEPT = 100_000

/* Rows by the million say the same few thousand days. */
const numbers = new Map<string, number>()
const texts = new Map<number, string>()

/**
 * The number that a database has for a day: the days since 1 January 1970, negative before.
 *
 * @param day `YYYY-MM-DD`
 * @throws RangeError when the text is no day of the calendar
 */
export function numberOfDay(day: string): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const number = Date.parse(day) / A_DAY
  if (!Number.isInteger(number) || dayOfNumber(number) !== day) throw new RangeError('Not a day.')
  if (numbers.size < MOST_KEPT) numbers.set(day, number)
  return number
}

/**
 * The day, `YYYY-MM-DD`, that a number stands for.
 *
 * @throws RangeError when it stands for none, or for one whose year has not four digits
 */
export function dayOfNumber(number: number): string {
  const known = texts.get(number)
  if (known !== undefined) return known
  const text = new Date(number * A_DAY).toISOString()
  if (!Number.isInteger(number) || !/^\d{4}-/.test(text)) throw new RangeError('Not a day.')
  const day = text.slice(0, 10)
  if (texts.size < MOST_KEPT) texts.set(number, day)
  return day
}
