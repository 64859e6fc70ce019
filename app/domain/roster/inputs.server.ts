import { z } from 'zod'
import { tickField } from '../fields.server'

const otherRole = z.object({
  name: z.string().max(200),
  role: z.enum(['educator', 'principal', 'skip']),
})

/** What is answered beside the file that is handed in. */
export const uploadInput = z.object({
  dateOrder: z.enum(['month-first', 'day-first']).optional(),
  mode: z.enum(['bulk', 'delta']).optional(),
  otherRoles: z
    .array(otherRole)
    .max(100)
    .default([])
    .transform((roles) => new Map(roles.map(({ name, role }) => [name, role]))),
})

/** What is decided before a roster is applied. */
export const decisionsInput = z.object({
  acceptEndings: tickField,
  confirmed: z.array(z.string().max(300)).default([]),
})

/** What the administrators of a OneRoster 1.1 file are here. */
export const administratorRoleInput = z.object({
  administratorRole: z.enum(['principal', 'educator'], {
    error: 'Say what an administrator of a school is here.',
  }),
})
