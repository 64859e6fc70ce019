/** Groups of fewer people than this are not shown. */
export const SMALLEST_SHOWN = 5
/** Where numbers are rounded, fewer people than this make no share and no mean. */
export const SMALLEST_SHARED = 20

const ROUNDED_TO = 5
const MINUTES_ROUNDED_TO = 600

/** Minutes to the nearest ten hours. */
export const roundedMinutes = (minutes: number) =>
  MINUTES_ROUNDED_TO * Math.round(minutes / MINUTES_ROUNDED_TO)

/** The mean minutes of many, to the nearest hour. */
export const roundedMean = (minutes: number) => 60 * Math.round(minutes / 60)

/** A count as it is told where numbers are rounded: to the nearest five, and none for fewer than five. */
export const toldCount = (count: number) =>
  count < SMALLEST_SHOWN ? 0 : ROUNDED_TO * Math.round(count / ROUNDED_TO)

/**
 * How many of some people reached something, as it is told where numbers are rounded: as a count, but five
 * fewer than are told of them all at most. Who knows how many they are cannot tell that all of them did.
 */
export const toldPart = (part: number, whole: number) =>
  Math.max(0, Math.min(toldCount(part), toldCount(whole) - ROUNDED_TO))

/** A share of told numbers in whole percent; null of few people, and where the part is not told. */
export const toldPercent = (part: number | null, whole: number) =>
  part === null || part === 0 || whole < SMALLEST_SHARED ? null : Math.round((100 * part) / whole)

/**
 * Which groups of people to hide so that no small one can be seen, neither by itself nor as what is left
 * of the sum: those of fewer than five, and with them the smallest other one by its rounded size. So it
 * depends on nothing but what is told where numbers are rounded.
 *
 * @param sizes how many people each group has
 * @returns whether each is hidden; a group without anybody never is
 */
export const hiddenGroups = (sizes: readonly number[]) =>
  withAnother(
    sizes,
    sizes.map((size) => size > 0 && size < SMALLEST_SHOWN),
  )

/**
 * As `hiddenGroups`, of places that keep what people did there: also where nobody works today, it may be
 * what a single person did.
 */
export const hiddenPlaces = (sizes: readonly number[]) =>
  withAnother(
    sizes,
    sizes.map((size) => size < SMALLEST_SHOWN),
  )

function withAnother(sizes: readonly number[], small: boolean[]): boolean[] {
  if (!small.includes(true)) return small
  const [next] = sizes
    .map((size, at) => ({ size: toldCount(size), at }))
    .filter(({ size }) => size > 0)
    .toSorted((a, b) => a.size - b.size)
  return small.map((isSmall, at) => isSmall || at === next?.at)
}
