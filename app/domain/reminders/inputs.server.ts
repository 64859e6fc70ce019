import { z } from 'zod'
import { optionalText } from '../fields.server'
import { MAX_NOTE_LENGTH } from './reminder'

/** A reminder as its form sends it. */
export const reminderInput = z.object({
  note: optionalText('the sentence', MAX_NOTE_LENGTH),
  expected: z.coerce.number().int().min(0).optional(),
})

export type ReminderInput = z.output<typeof reminderInput>
