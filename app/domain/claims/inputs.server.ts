import { z } from 'zod'
import { parseMinutes } from '../duration'
import { optionalText, tickField } from '../fields.server'
import {
  CLAIMED_CREDITS,
  COURSE_LEVELS,
  type CourseLevel,
  isCategoryKey,
  MAX_AMOUNT,
  MAX_TOPIC,
  PROOFS,
  type Proof,
  PROVIDER_KINDS,
  type ProviderKind,
} from './claim'

const category = z.string().refine(isCategoryKey, { error: 'Choose categories from the list.' })

/** An amount of another credit as people type it, in thousandths. */
const amountField = z.string().transform((typed, context) => {
  const amount = Number(typed.trim().replace(',', '.'))
  const thousandths = Math.round(amount * 1000)
  if (thousandths > 0 && thousandths <= MAX_AMOUNT * 1000) return thousandths
  context.addIssue({
    code: 'custom',
    message: `Write how many, such as 3 or 0.5; ${MAX_AMOUNT} at most.`,
  })
  return z.NEVER
})

/** A part as people type it: minutes, read as hours are, or an amount of another credit. */
const partField = z.string().transform((typed, context) => {
  const minutes = parseMinutes(typed)
  const amount = Number(typed.trim().replace(',', '.'))
  if (minutes !== null && minutes > 0) {
    return { minutes, thousandths: amount > 0 ? Math.round(amount * 1000) : 0 }
  }
  context.addIssue({ code: 'custom', message: 'Write hours like 1.5, 1:30 or 90 min.' })
  return z.NEVER
})

const keyOf = <T extends object>(words: T) => Object.keys(words) as [keyof T & string]

/** The fields about license renewal that stand in the form of something an educator did. */
export const claimFields = {
  /** Whether the part about license renewal was there to be filled in; else nothing of it is changed. */
  claims: tickField,
  topic: optionalText('the topic', MAX_TOPIC),
  providerKind: z.enum(keyOf(PROVIDER_KINDS) as [ProviderKind]).optional(),
  proof: z.enum(keyOf(PROOFS) as [Proof]).optional(),
  aligned: z.enum(['yes', 'no']).optional(),
  credit: z.enum(CLAIMED_CREDITS).optional(),
  amount: amountField.optional(),
  courseLevel: z.enum(keyOf(COURSE_LEVELS) as [CourseLevel]).optional(),
  /** Categories it fits. */
  fits: z.array(category).max(60).default([]),
  /** How much of it is for a category. */
  parts: z
    .array(z.object({ category, part: partField.optional() }))
    .max(60)
    .default([]),
}

/** A claim by itself, of something that has been sent already. */
export const claimInput = z.object(claimFields)

export type ClaimInput = z.output<typeof claimInput>
