import { z } from 'zod'
import { isId } from '#db/id'
import { MAX_REASON_LENGTH } from '../reviews/submission'

const reason = z
  .string()
  .trim()
  .max(MAX_REASON_LENGTH, `Keep the reason under ${MAX_REASON_LENGTH} letters.`)
  .optional()

/** A decision on one or several submissions. */
export const decisionInput = z.object({
  submissions: z
    .array(z.string().refine(isId, { error: 'Open the queue again; this page is out of date.' }), {
      error: 'Choose at least one.',
    })
    .min(1, 'Choose at least one.')
    .max(100, 'Decide on at most 100 at once.'),
  decision: z.enum(['approved', 'returned', 'denied'], { error: 'Choose what to do.' }),
  reason,
})

export type DecisionInput = z.output<typeof decisionInput>
