import type { Day } from '../calendar'
import type { Place, ReportFrame } from './frame.server'
import type { Scope } from '../scope.server'
import type { Teller } from './telling'

/** What a value counts. Minutes are whole minutes, days whole days. */
export type Unit = 'people' | 'minutes' | 'goals' | 'badges' | 'submissions' | 'rows' | 'days'

/** One figure of a report, as files and comparisons take it. */
export type Figure = {
  /** The school, or null for all that the report is about. */
  place: Place | null
  /** What within the section, such as a pathway or a kind of activity: its key and its name. */
  item: { key: string; name: string } | null
  measure: string
  unit: Unit
  value: number
  /** It is told where numbers are rounded: no people, goals, badges or submissions are fewer than five. */
  isRounded?: true
}

/**
 * What the words of a rule are filled in with: the days, and the minutes of the yardstick; and whether the
 * numbers are rounded.
 */
export type RuleFacts = {
  asOf: Day
  from: Day
  schoolYear: number
  yardstick: number
  rounded?: object
}

/** What a measure of a section is called, and what it counts. */
export type Measure = {
  name: string
  /** What is counted, in a sentence. */
  rule: (facts: RuleFacts) => string
  /** It is a part of these measures together, of the same place and item. */
  of?: readonly string[]
  /** It is a part of its own measure over all items. */
  ofAllItems?: true
  /** A mean, a median or what is asked: it does not add up from school to district. */
  isLevel?: true
}

/** A section of the report: figures of one subject, computed from dated rows as of a day. */
export type Section<Figures> = {
  /** What it is called in addresses, files and snapshots. */
  key: string
  title: string
  make(scope: Scope, frame: ReportFrame): Promise<Figures>
  figuresOf(figures: Figures): Figure[]
  /** The same as somebody may see it who may not see exact numbers; or that everybody may who reads it. */
  told: 'exact' | ((figures: Figures, teller: Teller) => Figures)
  /** Why the numbers are what they are: what holds for all of them, in a sentence or two. */
  rule: (facts: RuleFacts) => string
  /** Every measure that its figures have. */
  measures: Record<string, Measure>
}

type Counts = Record<string, number | null>

/** The figures of some measures, in all and place by place; none where a count is null, which is not told. */
export function figuresByPlace<Measure extends string>(
  measures: readonly Measure[],
  unit: Unit,
  total: Record<Measure, number | null>,
  places: readonly (Place & Record<Measure, number | null>)[],
  item: Figure['item'] = null,
): Figure[] {
  const of = (place: Place | null, counts: Counts) =>
    measures.flatMap((measure) => {
      const value = counts[measure] ?? null
      return value === null ? [] : [{ place, item, measure, unit, value }]
    })
  return [
    ...of(null, total),
    ...places.flatMap((row) => of({ id: row.id, name: row.name, sourceId: row.sourceId }, row)),
  ]
}
