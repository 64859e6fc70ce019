import { z } from 'zod'
import { code, day, monthDay, percent } from './provenance.server'

const codes = z.array(code).min(1)

const tests = {
  classes: codes
    .optional()
    .describe('The license is of one of these classes, such as `administrator`.'),
  endorsements: codes
    .optional()
    .describe('The license has one of these endorsements or coverages.'),
  licenseKinds: codes
    .optional()
    .describe('The license is of one of these kinds, such as `professional`.'),
  facts: codes
    .optional()
    .describe('One of these holds for the educator, such as `masters_degree`.'),
  employed: z
    .boolean()
    .optional()
    .describe('Whether the educator is employed by a public school of the jurisdiction.'),
  fteFrom: percent
    .optional()
    .describe('The educator works at least so many percent of a full position.'),
  startsFrom: day.optional().describe('The cycle starts on this day or later.'),
  startsBefore: day.optional().describe('The cycle starts before this day.'),
  expiresFrom: day.optional().describe('The license expires on this day or later.'),
  expiresBefore: day.optional().describe('The license expires before this day.'),
  renewsFrom: day
    .optional()
    .describe(
      'The license is renewed on this day or later; until it is, on the day of expiry, or today after that.',
    ),
  renewsAfter: monthDay
    .optional()
    .describe('It is renewed after this day of the year in which the cycle ends.'),
}

/** When a rule applies. */
export const condition = z
  .strictObject({ ...tests, unless: z.strictObject(tests).optional() })
  .meta({
    id: 'condition',
    description:
      'When a rule applies: every test that is given must hold, and those of `unless` must not.',
  })
