/** So many are looked at one by one; of more, first at what they are together. */
const FEW = 24

/** The fifths of a hundred percent, in whole percent. */
export const FIFTHS = [20, 40, 60, 80, 100].map((upTo) => ({
  from: upTo === 20 ? 0 : upTo - 19,
  upTo,
}))

/** How many have a share in each fifth of a hundred percent, and of how many no share is told. */
export type Spread = { counts: number[]; untold: number }

/** Whether so many are better charted by what they are together than one by one. */
export const areMany = (count: number) => count > FEW

/** The spread of shares in percent, each rounded to a whole one; null is not told. */
export function spreadOf(percents: readonly (number | null)[]): Spread {
  const told = percents.flatMap((percent) => (percent === null ? [] : [Math.round(percent)]))
  return {
    counts: FIFTHS.map(({ from, upTo }) => told.filter((it) => it >= from && it <= upTo).length),
    untold: percents.length - told.length,
  }
}
