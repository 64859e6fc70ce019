/** A share as people say it: `62%`, and `–` where there is nobody to count. */
export const share = (part: number, whole: number) =>
  whole === 0 ? '–' : `${Math.round((100 * part) / whole)}%`

export const percent = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole)

/** How a figure moved against the same day of the year before. */
export function trendOf(now: number, before: number, format: (value: number) => string) {
  const direction = now > before ? 'up' : now < before ? 'down' : 'flat'
  return { direction, words: `${format(before)} on this day last year` } as const
}
