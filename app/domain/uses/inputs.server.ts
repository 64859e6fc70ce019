import { z } from 'zod'
import { isId } from '#db/id'
import { parseMinutes } from '../duration'
import { isDay, isSchoolYear } from '../calendar'
import { dayField, requiredText } from '../fields.server'
import { MAX_REASON_LENGTH } from '../reviews/submission'
import { MAX_LABEL, RECORDED_PURPOSES } from './spending'

const CHOOSE = 'Choose what was used.'
const YEAR = 'Choose the school year.'
const WHY = 'Say why you take it back.'

/** A part as people type it, in minutes; all of it when left empty. */
const partField = z
  .string()
  .optional()
  .transform((typed, context) => {
    if (!typed?.trim()) return undefined
    const minutes = parseMinutes(typed)
    if (minutes !== null && minutes > 0) return minutes
    context.addIssue({ code: 'custom', message: 'Write hours like 1.5, 1:30 or 90 min.' })
    return z.NEVER
  })

/** What hours of one school year were used for. */
export const newUseInput = z.object({
  purpose: z.enum(RECORDED_PURPOSES, { error: 'Choose what it was used for.' }),
  year: z.coerce.number({ error: YEAR }).refine(isSchoolYear, { error: YEAR }),
  rows: z
    .array(z.string().refine(isId, { error: CHOOSE }), { error: CHOOSE })
    .min(1, CHOOSE)
    .max(200, 'Record at most 200 at once.'),
  /** How much of each, by its id, where not all of it. */
  hours: z.record(z.string(), partField).default({}),
  label: requiredText('the name', MAX_LABEL, 'Say which one, such as “MA+30”.'),
  usedOn: dayField('Choose the day it was used.'),
  expiresOn: z.string().refine(isDay, { error: 'Choose a day.' }).optional(),
})

/** Why a use is taken back. */
export const takingBackInput = z.object({
  reason: requiredText('the reason', MAX_REASON_LENGTH, WHY),
})

export type UseInput = z.output<typeof newUseInput>
export type TakingBackInput = z.output<typeof takingBackInput>
