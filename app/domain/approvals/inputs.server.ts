import { z } from 'zod'
import { isId } from '#db/id'
import { MAX_REASON_LENGTH } from '../reviews/submission'

const TOO_LONG = `Keep the reason under ${MAX_REASON_LENGTH} letters.`
const WHY_TAKEN_BACK = 'Say why you take the decision back.'

/** A decision on one or several submissions. */
export const decisionInput = z.object({
  submissions: z
    .array(z.string().refine(isId, { error: 'Open the queue again; this page is out of date.' }), {
      error: 'Choose at least one.',
    })
    .min(1, 'Choose at least one.')
    .max(100, 'Decide on at most 100 at once.'),
  decision: z.enum(['approved', 'returned', 'denied'], { error: 'Choose what to do.' }),
  reason: z.string().trim().max(MAX_REASON_LENGTH, TOO_LONG).optional(),
  /** What was looked for in evidence and found there. */
  rubric: z.array(z.string()).default([]),
})

/** Why a decision is taken back. */
export const reopeningInput = z.object({
  reason: z
    .string({ error: WHY_TAKEN_BACK })
    .trim()
    .min(1, WHY_TAKEN_BACK)
    .max(MAX_REASON_LENGTH, TOO_LONG),
})

export type ReopeningInput = z.output<typeof reopeningInput>

export type DecisionInput = z.input<typeof decisionInput>
