import { z } from 'zod'

/** A code: lowercase words with underscores, such as `sei_esl_bilingual`. */
export const code = z
  .string()
  .regex(
    /^[a-z0-9]+(_[a-z0-9]+)*$/,
    'write lowercase letters, digits and single underscores, such as self_study.',
  )

/** Units of credit with at most three decimals; exact as thousandths. */
export const units = z.number().min(0).max(100_000).multipleOf(0.001)

/** A share in whole percent. */
export const percent = z.int().min(1).max(100)

/** A day of the calendar, `YYYY-MM-DD`. */
export const day = z.iso.date()

/** A day of any year, `MM-DD`. */
export const monthDay = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'write a day of any year as "06-30".')

/** A text that people read. */
export const words = z.string().trim().min(1).max(600)

/** How sure a figure is. */
export const confidence = z.enum(['verified', 'secondary', 'unverified', 'derived']).meta({
  id: 'confidence',
  description:
    'How a figure is known: `verified` was read on a page of the one who makes the rule, `secondary` on somebody else’s, `unverified` on neither, `derived` follows from the others.',
})

/** Where a rule comes from. Keys of `sources` refer to the rule set's list of sources. */
export const provenance = {
  confidence,
  sources: z.array(z.string().min(1)).min(1).describe('Keys of the sources it was read in.'),
  checkedOn: day
    .optional()
    .describe('The day it was last compared with its sources; that of the rule set when absent.'),
  note: words.optional().describe('What a reader should know beside the figure.'),
}
