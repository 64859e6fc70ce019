import { z } from 'zod'
import { requiredText, schoolYearStartField } from '../fields.server'
import { isEmail, normalizeEmail } from '../mail/address'
import { STATES, TIME_ZONES } from './states'

const EMAIL = 'Write your email address, such as ana@example.org.'

const email = z.string({ error: EMAIL }).transform(normalizeEmail).refine(isEmail, { error: EMAIL })

const given = (message: string) => z.string({ error: message })
const newPassword = given('Choose a password.')

/** The sign-in form. */
export const signInInput = z.object({
  email,
  password: given('Write your password.'),
  to: z.string().optional(),
})

/** Asking for a link to choose a new password. */
export const resetRequestInput = z.object({ email })

/** Choosing a password with a link. */
export const newPasswordInput = z.object({ password: newPassword })

/** Joining with the account one is signed in with: nothing but a button. */
export const joinInput = z.object({})

/** Changing one's own password. */
export const passwordChangeInput = z.object({
  currentPassword: given('Write the password you have now.'),
  newPassword,
})

/** Ending one session, or all of them. */
export const sessionEndInput = z.object({ session: z.string().optional() })

/** What the first administrator tells about themselves and the district. */
export const setupInput = z.object({
  name: requiredText('the name', 120, 'Write the name of the district.'),
  slug: z
    .string({ error: 'Write a short name for addresses, such as northside.' })
    .trim()
    .toLowerCase()
    .regex(
      /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/,
      'Use 3 to 40 letters, digits and hyphens, beginning with a letter.',
    ),
  state: z.enum(Object.keys(STATES) as [string], { error: 'Choose the state.' }),
  timeZone: z.enum(Object.keys(TIME_ZONES) as [string], { error: 'Choose the time zone.' }),
  schoolYearStartsOn: schoolYearStartField,
  givenName: requiredText('the name', 60, 'Write your given name.'),
  familyName: requiredText('the name', 60, 'Write your family name.'),
  email,
  password: newPassword,
})
