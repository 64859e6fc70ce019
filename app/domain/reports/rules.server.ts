import type { SectionFigure } from './comparing'
import type { RuleFacts, Section } from './section'
import { SECTIONS, type SectionKey } from './sections/index.server'

/** The rule of a section in words, and what each of its measures counts. */
export type SectionRule = {
  rule: string
  measures: { key: string; name: string; rule: string }[]
}

const ROUNDED =
  'For who may not open persons’ records, people, goals, badges and submissions are told to the nearest five and hours to the nearest ten; shares, means and medians of fewer than twenty are not told, nor is anything of fewer than five.'

const KEYS = Object.keys(SECTIONS) as SectionKey[]

/** Why each number of a report is what it is, section by section, with its days and its yardstick. */
export const rulesOf = (facts: RuleFacts) =>
  Object.fromEntries(KEYS.map((key) => [key, ruleOf(SECTIONS[key], facts)])) as Record<
    SectionKey,
    SectionRule
  >

const ruleOf = (
  { rule, told, measures }: Pick<Section<unknown>, 'rule' | 'measures'> & { told: unknown },
  facts: RuleFacts,
): SectionRule => ({
  rule: facts.rounded && told !== 'exact' ? `${rule(facts)} ${ROUNDED}` : rule(facts),
  measures: Object.entries(measures).map(([key, measure]) => ({
    key,
    name: measure.name,
    rule: measure.rule(facts),
  })),
})

/** What a measure of a section is called and counts. */
export function measureOf(section: SectionKey, measure: string) {
  const found = SECTIONS[section].measures[measure]
  if (!found) throw new Error(`The section ${section} does not say what ${measure} is.`)
  return found
}

/** What a figure is called in its section: of what it is, and what it counts. */
export function figureName({ section, item, measure }: Named) {
  const { name } = measureOf(section as SectionKey, measure)
  return item ? `${item.name} · ${name}` : name
}

type Named = Pick<SectionFigure, 'section' | 'item' | 'measure'>
