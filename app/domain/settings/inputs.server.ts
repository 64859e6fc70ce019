import { z } from 'zod'
import { dayField, hoursField, requiredText, schoolYearStartField } from '../fields.server'
import { TIME_ZONES } from '../people/states'
import { MAX_DISTRICT_NAME_LENGTH, MAX_REVIEW_DAYS } from './settings'

const REVIEW_DAYS = `Write a number of days from 1 to ${MAX_REVIEW_DAYS}.`

/** The settings of a district. */
export const settingsInput = z.object({
  name: requiredText('the name', MAX_DISTRICT_NAME_LENGTH, 'Write the name of the district.'),
  timeZone: z.enum(Object.keys(TIME_ZONES) as [string], { error: 'Choose the time zone.' }),
  schoolYearStartsOn: schoolYearStartField,
  reviewDays: z.coerce
    .number({ error: REVIEW_DAYS })
    .int(REVIEW_DAYS)
    .min(1, REVIEW_DAYS)
    .max(MAX_REVIEW_DAYS, REVIEW_DAYS),
  usesMayOverlap: z
    .enum(['yes', 'no'], { error: 'Choose whether hours may be used for both.' })
    .transform((value) => value === 'yes'),
  sendsNotices: z
    .enum(['yes', 'no'], { error: 'Choose whether notices are sent.' })
    .transform((value) => value === 'yes')
    .optional(),
  administratorRole: z.enum(['principal', 'educator']).optional(),
})

/** The hours that are asked of an educator in a school year, from a day on. */
export const yardstickInput = z.object({
  hours: hoursField,
  startsOn: dayField('Choose the day from which it holds.'),
})

export type SettingsInput = z.output<typeof settingsInput>
export type YardstickInput = z.output<typeof yardstickInput>
