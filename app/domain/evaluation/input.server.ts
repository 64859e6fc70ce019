import { z } from 'zod'
import { overlay } from '../rule-sets/overlay.server'
import { code, day, units, words } from '../rule-sets/provenance.server'

const id = z.string().min(1).max(100)
const text = z.string().trim().min(1).max(300)
const categoryCode = z
  .string()
  .regex(
    /^[a-z0-9_]+(:[A-Za-z0-9_.-]+)?$/,
    'write the code of a category, such as pedagogy, or content:biology for the license “biology”.',
  )
const minutes = z.int().min(0).max(1_000_000)
const hours = z.number().min(0).max(20_000)
const share = z.number().min(0).max(1).multipleOf(0.001)

const license = z.strictObject({
  id: id.optional().meta({ description: 'Its own name; “license-2” for the second when absent.' }),
  kind: code.optional(),
  class: code.optional(),
  area: text.optional(),
  endorsements: z.array(code).optional(),
  primary: z.boolean().optional().meta({ description: 'The first one when none says so.' }),
  issuedOn: day.optional(),
  expiresOn: day.optional(),
})

const cycle = z.strictObject({
  startsOn: day.optional(),
  endsOn: day.optional(),
  earnUntil: day.optional(),
  renewedOn: day.optional(),
})

const educator = z.strictObject({
  employed: z.boolean().optional(),
  fte: share.optional().meta({ description: 'The share of a full position, 0 to 1.' }),
  leave: share.optional().meta({ description: 'The share of the cycle spent on leave, 0 to 1.' }),
  facts: z.array(code).optional(),
  metOnce: z.array(code).optional().meta({ description: 'One-time categories that are done.' }),
  attestations: z.array(z.strictObject({ code, on: day.optional() })).optional(),
})

const time = {
  minutes: minutes.optional(),
  hours: hours.optional().meta({ description: 'Instead of minutes; rounded to whole minutes.' }),
  amount: units.optional().meta({ description: 'How many of “credit”.' }),
}

const row = z.strictObject({
  id: id.optional().meta({ description: 'Its own name; “row-3” for the third when absent.' }),
  title: words.optional(),
  on: day.optional().meta({ description: 'A single day, instead of startsOn and endsOn.' }),
  startsOn: day.optional(),
  endsOn: day.optional(),
  activityKind: code.optional(),
  topic: text.optional(),
  ...time,
  units: units.optional().meta({
    description: 'How many of the unit of the rule set, such as what was carried over.',
  }),
  credit: code.optional().meta({ description: 'clock_hour when absent.' }),
  level: code.optional(),
  categories: z.array(categoryCode).optional(),
  split: z.array(z.strictObject({ category: categoryCode, ...time })).optional(),
  provider: z.strictObject({ kind: code.optional(), number: text.optional() }).optional(),
  proofs: z.array(code).optional(),
  aligned: z.boolean().optional(),
  preapprovedOn: day.nullable().optional(),
  flags: z.array(code).optional(),
  item: text.optional(),
  carriedOver: z.boolean().optional(),
  spentOn: text.optional(),
  status: z.enum(['approved', 'waiting', 'returned', 'planned']).optional(),
  waitsFor: text.optional(),
})

/** What `cairn credit evaluate` reads; `docs/credit-evaluation.md` describes it. */
export const evaluationFile = z.strictObject({
  $schema: z.string().optional(),
  licenses: z.array(license).max(50).default([]),
  cycle: cycle.default({}),
  educator: educator.default({}),
  plan: z.strictObject({ approvedOn: day.nullable() }).optional(),
  rows: z.array(row).max(100_000).default([]),
  overlay: overlay.optional(),
  asOf: day.optional().meta({ description: 'The day to evaluate at; today when absent.' }),
})

export type EvaluationFile = z.output<typeof evaluationFile>
