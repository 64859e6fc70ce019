import { z } from 'zod'
import type { Role } from '#db/words'
import { dayField, idField, newIdField, requiredText, tickField } from '../fields.server'
import { isEmail, normalizeEmail } from '../mail/address'
import { ROLE_NAMES } from '../staff/staff'
import { MAX_NAME_LENGTH, MAX_SUBJECTS } from './member'

const person = {
  givenName: requiredText('the name', MAX_NAME_LENGTH, 'Write the given name.'),
  familyName: requiredText('the name', MAX_NAME_LENGTH, 'Write the family name.'),
  email: z
    .string()
    .transform(normalizeEmail)
    .refine(isEmail, { error: 'Write one address, such as ana@example.org, or leave it empty.' })
    .optional(),
  hiredOn: dayField('Choose the day of hire, or leave it empty.').optional(),
}

const affiliation = {
  organizationId: idField,
  role: z.enum(ROLE_NAMES as [Role], { error: 'Choose the role.' }),
  startedOn: dayField('Choose the first day.'),
}

/** Somebody who is added by hand, with the first place they work at. */
export const newMemberInput = z.object({
  id: newIdField,
  ...person,
  ...affiliation,
  invite: tickField,
})

/** What is known about somebody; what they teach as a list with commas. */
export const memberInput = z.object({
  ...person,
  subjects: z
    .string()
    .max(MAX_SUBJECTS * MAX_NAME_LENGTH, `Write at most ${MAX_SUBJECTS} subjects.`)
    .default('')
    .transform((typed) => [...new Set(typed.split(',').flatMap((each) => each.trim() || []))])
    .refine((subjects) => subjects.length <= MAX_SUBJECTS, {
      error: `Write at most ${MAX_SUBJECTS} subjects.`,
    })
    .refine((subjects) => subjects.every(({ length }) => length <= MAX_NAME_LENGTH), {
      error: `Keep each subject under ${MAX_NAME_LENGTH} letters, with commas between them.`,
    }),
})

/** A role at an organization that begins. */
export const affiliationInput = z.object({
  id: newIdField,
  ...affiliation,
  endedOn: dayField('Choose the last day, or leave it empty.').optional(),
})

/** The last day of an affiliation. */
export const endingInput = z.object({ endedOn: dayField('Choose the last day.') })

/** From when to when somebody is away. */
export const leaveInput = z.object({
  id: newIdField,
  startedOn: dayField('Choose the first day.'),
  endedOn: dayField('Choose the last day, or leave it empty.').optional(),
})

/** Inviting somebody: nothing but a button. */
export const invitationInput = z.object({})

export type NewMemberInput = z.output<typeof newMemberInput>
export type MemberInput = z.output<typeof memberInput>
export type LeaveInput = z.output<typeof leaveInput>
export type AffiliationInput = z.output<typeof affiliationInput>
