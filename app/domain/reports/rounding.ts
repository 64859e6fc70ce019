import { byKey, keyOf, type SectionFigure } from './comparing'
import type { Figure, Measure, Unit } from './section'
import { SMALLEST_SHOWN } from './suppression'

/** What stands where a rounded count is of fewer than five. */
export const FEW = 'Fewer than five'

const COUNTS: readonly Unit[] = ['people', 'goals', 'badges', 'submissions']

/** Whether a figure is told as fewer than five. */
export const isFew = ({ unit, value, isRounded }: Pick<Figure, 'unit' | 'isRounded'> & Valued) =>
  isRounded === true && value === 0 && COUNTS.includes(unit)

type Valued = { value: number | null }

/** Whether it is told how many of some people reached something: of five that would tell of each. */
export const isPartTold = (part: number, whole: number) => part > 0 || whole > SMALLEST_SHOWN

/** A told count in words: people, goals, badges or submissions. */
export const countInWords = (count: number) => (count === 0 ? FEW : count.toLocaleString('en-US'))

/** How many of some people reached something, in words; a dash where it is not told. */
export const partInWords = (part: number | null, whole: number) =>
  part !== null && isPartTold(part, whole) ? countInWords(part) : '–'

/** Figures that were rounded, marked so, and without the parts that are not told. */
export function roundedFigures<Of extends SectionFigure>(
  figures: Of[],
  measures: Record<string, Pick<Measure, 'of'>>,
) {
  const all = byKey(figures)
  const wholeOf = (figure: Of) => {
    const [measure] = measures[figure.measure]?.of ?? []
    return measure === undefined ? undefined : all.get(keyOf({ ...figure, measure }))?.value
  }
  const isTold = (figure: Of) =>
    figure.unit !== 'people' || isPartTold(figure.value, wholeOf(figure) ?? Infinity)
  return figures.filter(isTold).map((figure) => ({ ...figure, isRounded: true as const }))
}

/** How a figure is rounded, in a few words. @param isLevel it is a mean, a median or what is asked */
export function roundingOf(figure: Figure, isLevel = false) {
  if (!figure.isRounded) return 'Exact'
  if (isFew(figure)) return FEW
  if (COUNTS.includes(figure.unit)) return 'To the nearest five'
  if (figure.unit !== 'minutes') return 'Exact'
  return isLevel ? 'To the nearest hour' : 'To the nearest ten hours'
}

/** What is rounded of a report, and of whom nothing is told. */
export type RoundedReport = { isWithheld: boolean; places: readonly { name: string }[] }

const NEARLY_ALL = 'Where all or nearly all of a group reached something, five fewer are told.'

/** How numbers are told outside of the report: to everybody, and to a state. */
export const HOW_TOLD = `Counts are told to the nearest five, none to four as “fewer than five”, and hours to the nearest ten. ${NEARLY_ALL}`

/** How the numbers of a report are told. @param why for whom, as the end of a sentence */
export function roundedInWords({ isWithheld, places }: RoundedReport, why: string) {
  if (isWithheld) {
    return `Only pathways are told, ${why}: there are few educators, or a school with few could be found by subtraction.`
  }
  const nothingOf =
    places.length === 0
      ? ''
      : ` Nothing else is told of ${schoolsInWords(places)}: a few people could be found.`
  return `People are told to the nearest five and hours to the nearest ten, ${why}. ${NEARLY_ALL} Pathways are told exactly.${nothingOf}`
}

/** Why a file is rounded; a page says it of its reader. */
export const FOR_READERS = 'for readers who may not open persons’ records'

const MOST_NAMED = 6

const schoolsInWords = (places: RoundedReport['places']) =>
  places.length > MOST_NAMED
    ? `${places.length.toLocaleString('en-US')} schools with few educators, or by which they could be found`
    : new Intl.ListFormat('en-US').format(places.map(({ name }) => name))
