import { z } from 'zod'
import { MAX_TITLE_LENGTH } from '../activities/activity'
import { parseMinutes } from '../duration'
import { idField, optionalText, requiredText } from '../fields.server'
import { MAX_COURSE_MINUTES } from './course'

const hours = z
  .string()
  .transform((typed, context) => {
    const read = parseMinutes(typed)
    if (read !== null && read > 0 && read <= MAX_COURSE_MINUTES) return read
    context.addIssue({ code: 'custom', message: 'Write hours like 6 or 1.5, or leave it empty.' })
    return z.NEVER
  })
  .optional()

/** A course of the catalog; without an id it is a new one. */
export const courseInput = z.object({
  id: idField.optional(),
  title: requiredText('the title', MAX_TITLE_LENGTH, 'Give the course a title.'),
  provider: optionalText('the provider', MAX_TITLE_LENGTH),
  hours,
})

/** The entry of the catalog that is to be taken out. */
export const retirementInput = z.object({ id: idField })

export type CourseInput = z.output<typeof courseInput>
