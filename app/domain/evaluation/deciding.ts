import { CREDITS, type Credit } from '../rule-sets/credits'
import type { Conversion, RuleSet } from '../rule-sets/rule-set'

/** What decided about a row: a rule, or a part of the rule set that has no id of its own. */
export type Deciding = {
  id: string
  label: string
  confidence: RuleSet['confidence']
  sources: string[]
  note?: string
}

/** The convention of the cycle (K14). */
export const cycleRule = ({ cycle }: RuleSet): Deciding => ({
  id: 'cycle',
  label: cycle.years === 1 ? 'A cycle of one year' : `A cycle of ${cycle.years} years`,
  confidence: cycle.confidence,
  sources: cycle.sources,
})

/** What is converted at all. */
export const conversionsRule = (ruleSet: RuleSet): Deciding => ({
  id: 'conversions',
  label: `What makes ${ruleSet.unit.many}`,
  confidence: ruleSet.confidence,
  sources: [...new Set(ruleSet.conversions.flatMap(({ sources }) => sources))],
})

/** One conversion (K12), such as “1 semester hour (graduate) is 22.5 PDPs”. */
export function conversionRule(conversion: Conversion, { unit }: RuleSet): Deciding {
  const { from, level, units, confidence, sources, note } = conversion
  const one = CREDITS[from as Credit]?.one ?? from
  const ofLevel = level ? ` (${level.replaceAll('_', ' ')})` : ''
  return {
    id: `conversion:${from}${level ? `:${level}` : ''}`,
    label: `1 ${one}${ofLevel} is ${units ?? 'an unknown number of'} ${units === 1 ? unit.one : unit.many}`,
    confidence,
    sources,
    note,
  }
}

/** What the district's own approval, and the use of credit, decide: rules of the record, not of a state. */
export const recordRule = (id: 'approval' | 'spent_once'): Deciding => ({
  id,
  label: id === 'approval' ? 'Counts once it is approved' : 'Earned once, spent once',
  confidence: 'derived',
  sources: [],
})
