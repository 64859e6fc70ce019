import { z } from 'zod'
import { condition } from './conditions.server'
import { code, confidence, day, monthDay, provenance, units, words } from './provenance.server'
import { rule } from './rules.server'

/** K14: when a cycle begins and ends. */
const cycle = z.strictObject({
  kind: z.enum(['license_term', 'registration_period', 'fiscal_years', 'school_year']),
  years: z.int().min(1).max(20),
  /** It begins with the license, on a day of the year, or with the month of birth. */
  begins: z.enum(['issue', 'birth_month']).or(monthDay),
  /** The day of the year on which it ends; otherwise so many years after it began. */
  ends: monthDay.optional(),
  /** Until this day of the year in which the license expires credit may still be earned. */
  completeBy: monthDay.optional(),
  ...provenance,
})

/** K12: what one of something is worth in the unit of the rule set. */
const conversion = z.strictObject({
  from: code,
  level: code.optional(),
  units: units.nullable(),
  /** Into which categories one of it goes. */
  split: z.array(z.strictObject({ category: code, units })).optional(),
  /** Whether the same item counts only once. */
  oncePerItem: z.boolean().optional(),
  when: condition.optional(),
  ...provenance,
})

export const category = z.strictObject({
  code,
  label: words,
  /** Every row fits, such as into electives. */
  acceptsAny: z.boolean().optional(),
  /** The category that this one is part of. */
  parent: code.optional(),
  /** K22: an hour counts once in each dimension; `main` when absent. */
  dimension: code.optional(),
})

const source = z.strictObject({ key: z.string().min(1), address: words, dated: words.optional() })

/** A version of the renewal rules of a jurisdiction, as data. */
export const ruleSet = z.strictObject({
  $schema: z.string().optional(),
  /** Such as `us-nc-2024`. */
  id: z.string().regex(/^[a-z]{2}(-[a-z0-9]+)+$/),
  /** Grows when the data is corrected; what was evaluated under an earlier one stays. */
  revision: z.int().min(1),
  /** ISO 3166-2, such as `US-NC`. */
  jurisdiction: z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/),
  name: words,
  /** The statute, regulation or policy. */
  law: words.optional(),
  checkedOn: day,
  confidence,
  sources: z.array(source).min(1),
  /** K23: the range of days it holds for, and which day of a license decides. */
  effective: z.strictObject({
    keyedOn: z.enum(['expiry', 'renewal', 'cycle_start']),
    from: day.nullable(),
    to: day.nullable(),
  }),
  previous: z.string().optional(),
  unit: z.strictObject({ code: z.string().min(1), one: words, many: words }),
  licenseKinds: z.array(z.strictObject({ code, label: words })).min(1),
  /** The first is taken when a license says none. */
  classes: z.array(z.strictObject({ code, label: words })).optional(),
  endorsements: z.array(z.strictObject({ code, label: words })).optional(),
  facts: z.array(z.strictObject({ code, label: words })).optional(),
  cycle,
  categories: z.array(category),
  conversions: z.array(conversion),
  rules: z.array(rule).min(1),
  /** The columns of a transcript in the order of the state; ours when absent. */
  transcript: z.array(code).optional(),
})
