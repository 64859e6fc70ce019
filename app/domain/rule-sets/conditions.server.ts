import { z } from 'zod'
import { code, day, monthDay } from './provenance.server'

const codes = z.array(code).min(1)

const tests = {
  /** The license is of one of these classes, such as `administrator`. */
  classes: codes.optional(),
  /** The license has one of these endorsements or coverages. */
  endorsements: codes.optional(),
  /** The license is of one of these kinds, such as `professional`. */
  licenseKinds: codes.optional(),
  /** One of these holds for the educator, such as `masters_degree`. */
  facts: codes.optional(),
  /** Whether the educator is employed by a public school of the jurisdiction. */
  employed: z.boolean().optional(),
  /** The cycle starts on this day or later, or before it. */
  startsFrom: day.optional(),
  startsBefore: day.optional(),
  /** The license expires on this day or later, or before it. */
  expiresFrom: day.optional(),
  expiresBefore: day.optional(),
  /** The license is renewed (or, until it is, would expire) on this day or later. */
  renewsFrom: day.optional(),
  /** It is renewed after this day of the year in which the cycle ends. */
  renewsAfter: monthDay.optional(),
}

/** When a rule applies: every test that is given must hold, and `unless` must not. */
export const condition = z.strictObject({
  ...tests,
  unless: z.strictObject(tests).optional(),
})
