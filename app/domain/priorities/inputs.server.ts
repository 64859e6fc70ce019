import { z } from 'zod'
import { idField, optionalText, requiredText } from '../fields.server'
import { MAX_PRIORITY_NAME, MAX_PRIORITY_TEXT, OWNERS } from './priority'

const schoolYear = z.coerce
  .number({ error: 'Choose a school year.' })
  .int('Choose a school year.')
  .min(2000, 'Choose a school year.')
  .max(2200, 'Choose a school year.')

/** A priority; without an id it is a new one. School years are the years in which they begin. */
export const priorityInput = z
  .object({
    id: idField.optional(),
    name: requiredText('the name', MAX_PRIORITY_NAME, 'Give the priority a name.'),
    description: optionalText('the description', MAX_PRIORITY_TEXT),
    owner: z.enum(OWNERS, { error: 'Say whose priority it is.' }),
    fromYear: schoolYear,
    untilYear: schoolYear.optional(),
  })
  .refine(({ fromYear, untilYear }) => untilYear === undefined || fromYear <= untilYear, {
    path: ['untilYear'],
    error: 'It cannot end before it begins.',
  })

/** A step of a priority up or down among those of the same owner. */
export const moveInput = z.object({
  id: idField,
  to: z.enum(['up', 'down'], { error: 'This form is out of date. Open it again.' }),
})

/** The priority that is to be retired, or to be in use again. */
export const priorityChoice = z.object({ id: idField })

export type PriorityInput = z.output<typeof priorityInput>
export type MoveInput = z.output<typeof moveInput>
