import { byKey, keyOf, type SectionFigure } from './comparing'
import { isFew } from './rounding'
import type { Measure } from './section'
import { SMALLEST_SHARED } from './suppression'

/** What a pair needs to know of its measure. */
export type Part = Pick<Measure, 'of' | 'ofAllItems' | 'isLevel'>

/** A figure in two reports; null where one of them does not have it. */
export type Pair = Omit<SectionFigure, 'value'> & {
  value: number | null
  compared: number | null
  /** The first less the second; null where that says nothing. */
  change: number | null
  /** How much of the whole it is a part of, 0 to 1; null where it is no part of anything. */
  share: number | null
  comparedShare: number | null
}

/**
 * All figures of two reports side by side, in the order of the first; of sections that both have.
 *
 * @param partOf what is known of the measure of a figure
 * @param options.isPart one report is about a part of the other: counts of the two have no difference
 * that would say anything, only shares, means and medians do
 */
export function pairsBetween(
  mine: SectionFigure[],
  compared: SectionFigure[],
  partOf: (figure: SectionFigure) => Part,
  { isPart = false } = {},
): Pair[] {
  const sections = new Set(mine.map(({ section }) => section))
  const others = compared.filter(({ section }) => sections.has(section))
  const inBoth = new Set(others.map(({ section }) => section))
  const own = mine.filter(({ section }) => inBoth.has(section))
  const [first, second] = [byKey(own), byKey(others)]
  return [...new Map([...first, ...second])].map(([key, { value: _, ...figure }]) => {
    const [one, two] = [first.get(key), second.get(key)]
    const [value, other] = [one?.value ?? null, two?.value ?? null]
    const { isLevel } = partOf((one ?? two)!)
    const isUnknown = [one, two].some((it) => !it || isFew(it)) || (isPart && !isLevel)
    return {
      ...figure,
      value,
      compared: other,
      change: isUnknown || value === null || other === null ? null : value - other,
      share: one ? shareOf(one, first, partOf(one)) : null,
      comparedShare: two ? shareOf(two, second, partOf(two)) : null,
    }
  })
}

/** What a report says of one place, as if the report were about it alone. */
export const figuresAt = (figures: readonly SectionFigure[], placeId: string) =>
  figures
    .filter(({ place }) => place?.id === placeId)
    .map((figure): SectionFigure => ({ ...figure, place: null }))

function shareOf(
  figure: SectionFigure,
  all: ReadonlyMap<string, SectionFigure>,
  { of, ofAllItems }: Part,
) {
  if (ofAllItems && figure.item === null) return null
  const wholes = ofAllItems
    ? [{ ...figure, item: null }]
    : (of ?? []).map((measure) => ({ ...figure, measure }))
  const whole = wholes.reduce((sum, it) => sum + (all.get(keyOf(it))?.value ?? 0), 0)
  if (figure.isRounded && figure.unit !== 'minutes' && whole < SMALLEST_SHARED) return null
  if (isFew(figure)) return null
  return whole > 0 ? figure.value / whole : null
}
