/** Groups of fewer people than this are not shown. */
export const SMALLEST_SHOWN = 5
/** Where numbers are rounded, fewer people than this make no share and no mean. */
export const SMALLEST_SHARED = 20

const ROUNDED_TO = 5
const MINUTES_ROUNDED_TO = 600

/** People, badges or submissions to the nearest five, for those outside of the district. */
export const roundedCount = (count: number) => ROUNDED_TO * Math.round(count / ROUNDED_TO)

/** Minutes to the nearest ten hours, likewise. */
export const roundedMinutes = (minutes: number) =>
  MINUTES_ROUNDED_TO * Math.round(minutes / MINUTES_ROUNDED_TO)

/** A part of a whole in whole percent; rounding may lift the part above the whole, never the share above 100. */
export const roundedPercent = (part: number, whole: number) =>
  Math.min(100, Math.round((100 * part) / whole))

/**
 * Which groups of people to hide so that no small one can be seen, neither by itself nor as what is left
 * of the sum: those of fewer than five, and with them the smallest others until those that are hidden are
 * at least two and at least five people together.
 *
 * @param sizes how many people each group has
 * @returns whether each is hidden; a group without anybody never is
 */
export function hiddenGroups(sizes: readonly number[]): boolean[] {
  const hidden = sizes.map((size) => size > 0 && size < SMALLEST_SHOWN)
  if (!hidden.includes(true)) return hidden
  const others = sizes
    .map((size, at) => ({ size, at }))
    .filter(({ size, at }) => size > 0 && !hidden[at])
    .toSorted((a, b) => a.size - b.size)
  for (const { at } of others) {
    const own = sizes.filter((_, place) => hidden[place])
    if (own.length > 1 && own.reduce((sum, size) => sum + size, 0) >= SMALLEST_SHOWN) break
    hidden[at] = true
  }
  return hidden
}
