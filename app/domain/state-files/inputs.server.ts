import { z } from 'zod'
import { dayField, newIdField, requiredText } from '../fields.server'
import { MAX_REFUSAL_LENGTH } from './state-file'

/** A file to make: of which days. */
export const fileInput = z
  .object({
    id: newIdField,
    first: dayField('Choose the first day.'),
    last: dayField('Choose the last day.'),
  })
  .refine(({ first, last }) => first <= last, {
    path: ['last'],
    error: 'The last day comes after the first.',
  })

/** Why the state refused a file. */
export const refusalInput = z.object({
  reason: requiredText('the reason', MAX_REFUSAL_LENGTH, 'Write what the state said.'),
})

export type FileInput = z.output<typeof fileInput>
export type RefusalInput = z.output<typeof refusalInput>
