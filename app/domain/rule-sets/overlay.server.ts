import { z } from 'zod'
import { category } from './format.server'
import { code, day, units, words } from './provenance.server'
import { rule } from './rules.server'

/**
 * K21: what a district asks beyond its state. It may add rules and categories of its own, and fill in
 * figures that the rule set leaves open or marks unverified; `overlayFaults` says what it may not.
 */
export const overlay = z.strictObject({
  $schema: z.string().optional(),
  id: code,
  revision: z.int().min(1),
  /** Such as `Boston Public Schools policy`. */
  name: words,
  /** The rule set it adds to. */
  ruleSet: z.string(),
  startsOn: day.optional(),
  categories: z.array(category).default([]),
  rules: z.array(rule).default([]),
  figures: z.array(z.strictObject({ rule: code, amount: units })).default([]),
})
