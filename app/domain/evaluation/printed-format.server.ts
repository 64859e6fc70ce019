import { z } from 'zod'
import { COURSE_STATES } from './course'
import { VERDICT_NAMES } from './evaluation'
import { REASONS } from './refusal'
import { UNCHECKED_REASONS } from './ruling'

const day = z.iso.date()
const units = z
  .number()
  .min(0)
  .meta({ id: 'units', description: 'Units of the rule set, rounded to three decimals.' })
const figures = {
  have: units.describe('What counts; times where the measure is “times”.'),
  need: units.describe('What is asked.'),
  short: units.describe('What is missing; 0 when nothing is.'),
}
const by = z
  .enum(['state', 'district'])
  .meta({ id: 'by', description: 'Whose rule it is: the state’s, or what the district adds.' })
const rule = z.string().describe('The id of the rule.')

const row = z.strictObject({
  id: z.string(),
  title: z.string(),
  verdict: z.enum(VERDICT_NAMES),
  reason: z.enum(REASONS),
  sentence: z.string().describe('Why, in one plain sentence or two.'),
  rule: z.string().describe('The id of what decided.'),
  units: units.describe('What it is worth: the sum of the three that follow.'),
  counted: units,
  pending: units.describe('What does not count yet.'),
  lost: units.describe('What does not count.'),
  placements: z
    .array(z.strictObject({ category: z.string().nullable(), units }))
    .describe('Where what counts goes; null is the total alone.'),
})

/** What `cairn credit evaluate --json` prints; `docs/credit-evaluation.md` describes it. */
export const printedFormat = z.strictObject({
  ruleSet: z.strictObject({ id: z.string(), revision: z.int(), name: z.string() }),
  unit: z.string().describe('The code of the unit that all amounts are in.'),
  met: z.boolean().describe('Whether everything that could be checked is there.'),
  metByState: z.boolean().describe('The same without what the district adds.'),
  exempt: z.boolean(),
  sentence: z.string().describe('All of it in one sentence.'),
  state: z.enum(COURSE_STATES),
  monthsLeft: z
    .int()
    .nullable()
    .describe('Whole months until the last day to earn credit; null where no end is stated.'),
  required: units.describe('What the state asks in all.'),
  counted: units,
  pending: units,
  lost: units,
  short: z
    .record(z.string(), units)
    .describe('What is missing, by category, or by rule where there is none.'),
  categories: z.array(
    z.strictObject({ code: z.string(), label: z.string(), dimension: z.string(), ...figures }),
  ),
  requirements: z.array(
    z.strictObject({
      rule,
      by,
      label: z.string(),
      category: z.string().optional(),
      measure: z.enum(['credit', 'times']),
      ...figures,
      met: z.boolean(),
      metBy: z.string().optional().describe('The rule by which something else stands for it.'),
    }),
  ),
  pendingBlocks: z
    .array(
      z.strictObject({
        rule,
        by,
        topic: z.string().optional(),
        activity: z.string().optional(),
        have: units,
        need: units,
        rows: z.array(z.string()).describe('The ids of its rows.'),
      }),
    )
    .describe('Topics or activities that are too small to count yet.'),
  lostToCaps: z.array(z.strictObject({ rule, by, lost: units })),
  carryOver: z
    .strictObject({ rule, amount: units.nullable().describe('Null where it is not known.') })
    .nullable(),
  keepUntil: day.nullable().describe('The last day on which the proof must be there.'),
  keepUntilIfReused: z.strictObject({ category: z.string(), until: day }).optional(),
  keepUntilIsExpected: z
    .boolean()
    .optional()
    .describe('Counted from the end of the cycle, since it is not renewed yet.'),
  unchecked: z
    .array(
      z.strictObject({
        rule,
        by,
        label: z.string(),
        because: z.enum(UNCHECKED_REASONS),
        rows: z.int(),
      }),
    )
    .describe('Rules that were not applied, or not to so many rows, and why.'),
  notVerified: z
    .array(z.strictObject({ rule, label: z.string(), note: z.string().optional() }))
    .describe('What was applied although nobody has verified it.'),
  rows: z.array(row),
})
