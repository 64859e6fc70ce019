import type { z } from 'zod'
import type { condition } from './conditions.server'
import type { ruleSet } from './format.server'
import type { confidence } from './provenance.server'
import type { rule } from './rules.server'

/** A version of the renewal rules of a jurisdiction; `docs/rule-sets.md` describes it. */
export type RuleSet = z.output<typeof ruleSet>
export type Rule = z.output<typeof rule>
export type RuleKind = Rule['kind']
export type RuleOf<K extends RuleKind> = Extract<Rule, { kind: K }>
export type Condition = z.output<typeof condition>
export type Category = RuleSet['categories'][number]
export type Conversion = RuleSet['conversions'][number]
export type Confidence = z.output<typeof confidence>

/** How sure a figure is, in words for a page. */
export const CONFIDENCE: Record<Confidence, string> = {
  verified: 'Read in the rule itself',
  secondary: 'Read on another page about the rule',
  unverified: 'Not verified',
  derived: 'Follows from other figures',
}

/** The dimension an hour of a category counts in; `main` unless the category says otherwise. */
export const dimensionOf = ({ dimension }: Category) => dimension ?? 'main'

/** The rules of a kind, in the order of the rule set. */
export function rulesOf<K extends RuleKind>(rules: readonly Rule[], kind: K): RuleOf<K>[] {
  return rules.filter((rule): rule is RuleOf<K> => rule.kind === kind)
}
