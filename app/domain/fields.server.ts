import { z } from 'zod'
import { isId, isLongId } from '#db/id'
import { parseMinutes } from './duration'
import { isDay } from './calendar'

const OUT_OF_DATE = 'This form is out of date. Open it again.'

/** The id of a row that is there. */
export const idField = z.string({ error: OUT_OF_DATE }).refine(isId, { error: OUT_OF_DATE })

/**
 * The id of the row a form makes; it is made when the form is opened, so sending twice is sending once.
 * Short ones are for the database to give: whoever could claim the next of them would stop others' writes.
 */
export const newIdField = z.string({ error: OUT_OF_DATE }).refine(isLongId, { error: OUT_OF_DATE })

/** The version of the row that the form was opened with; 0 of a new one. */
export const versionField = z.coerce.number().int().min(0).default(0)

/** A day that has to be given. */
export const dayField = (message: string) =>
  z.string({ error: message }).refine(isDay, { error: message })

/** The first day of a school year, whichever, as the `MM-DD` it is in each. */
export const schoolYearStartField = z
  .string({ error: 'Choose the first day of a school year.' })
  .refine((day) => isDay(day) && !day.endsWith('02-29'), {
    error: 'Choose the first day of a school year.',
  })
  .transform((day) => day.slice(5))

/** A text that may be left empty. */
export const optionalText = (what: string, length: number) =>
  z.string().trim().max(length, `Keep ${what} under ${length} letters.`).optional()

/** A text that has to be given. */
export const requiredText = (what: string, length: number, message: string) =>
  z
    .string({ error: message })
    .trim()
    .min(1, message)
    .max(length, `Keep ${what} under ${length} letters.`)

/** Hours as people type them, read as whole minutes. */
export const hoursField = z
  .string({ error: 'Say how many hours it took, such as 1.5 or 1:30.' })
  .transform((typed, context) => {
    const minutes = parseMinutes(typed)
    if (minutes !== null && minutes > 0) return minutes
    context.addIssue({ code: 'custom', message: 'Write hours like 1.5, 1:30 or 90 min.' })
    return z.NEVER
  })

/** The address of a page that can be looked at. */
export const linkField = z
  .url({
    protocol: /^https?$/,
    error: 'Write a full address, such as https://example.org/page.',
  })
  .max(2000, 'Keep the address under 2,000 letters.')

/** A box that was ticked, or not. */
export const tickField = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')
