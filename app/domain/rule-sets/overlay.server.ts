import { z } from 'zod'
import { category } from './format.server'
import { code, day, units, words } from './provenance.server'
import { rule } from './rules.server'

/**
 * K21: what a district asks beyond its state. It may add rules and categories of its own, and fill in
 * figures that the rule set leaves open or marks unverified; `overlayFaults` says what it may not.
 */
export const overlay = z
  .strictObject({
    $schema: z.string().optional(),
    id: code,
    revision: z.int().min(1),
    name: words.describe('Such as `Boston Public Schools policy`.'),
    ruleSet: z.string().describe('The rule set it adds to.'),
    startsOn: day.optional().describe('The first day it holds; always when absent.'),
    categories: z.array(category).default([]),
    rules: z.array(rule).default([]),
    figures: z
      .array(z.strictObject({ rule: code, amount: units }))
      .default([])
      .describe('Amounts for rules whose figure is open or not verified.'),
    conversions: z
      .array(z.strictObject({ from: code, level: code.optional(), units }))
      .optional()
      .describe('What one of something is worth, where that is open or not verified.'),
  })
  .meta({ title: 'Overlay', description: 'What a district asks beyond its state.' })
