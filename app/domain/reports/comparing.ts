import type { Figure } from './section'

export type SectionFigure = Figure & { section: string }

/** A figure that is not the same in two reports; null where one of them does not have it. */
export type Difference = Omit<SectionFigure, 'value'> & {
  before: number | null
  after: number | null
}

/**
 * What is different between two reports, figure by figure, in the order of the first; of sections that
 * both have.
 */
export function differencesBetween(before: SectionFigure[], after: SectionFigure[]): Difference[] {
  const sections = new Set(before.map(({ section }) => section))
  const others = after.filter(({ section }) => sections.has(section))
  const [first, second] = [byKey(before), byKey(others)]
  return [...new Map([...first, ...second])].flatMap(([key, { value: _, ...figure }]) => {
    const [was, is] = [first.get(key)?.value ?? null, second.get(key)?.value ?? null]
    return was === is ? [] : [{ ...figure, before: was, after: is }]
  })
}

/** Figures by what they are figures of. */
export const byKey = (figures: readonly SectionFigure[]) =>
  new Map(figures.map((figure) => [keyOf(figure), figure]))

/** What a figure is a figure of: the same text in every report that has it. */
export const keyOf = ({ section, place, item, measure }: SectionFigure) =>
  [section, place?.id ?? '', item?.key ?? '', measure].join('\n')
