import { z } from 'zod'
import { newIdField, optionalText, requiredText } from '../fields.server'

const MAX_LETTERS = 200_000

/** A list of people: what it is called, and who is on it, a line each. */
export const listInput = z.object({
  id: newIdField,
  name: requiredText('the name', 200, 'Give the list a name, such as “New mentors”.'),
  who: optionalText('the list', MAX_LETTERS),
})

export type ListInput = z.output<typeof listInput>
