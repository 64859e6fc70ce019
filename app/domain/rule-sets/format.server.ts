import { z } from 'zod'
import { condition } from './conditions.server'
import { code, confidence, day, monthDay, provenance, units, words } from './provenance.server'
import { rule } from './rules.server'

const cycle = z
  .strictObject({
    kind: z.enum(['license_term', 'registration_period', 'fiscal_years', 'school_year']),
    years: z.int().min(1).max(20),
    begins: z
      .enum(['issue', 'birth_month'])
      .or(monthDay)
      .describe('It begins with the license, on a day of the year, or with the month of birth.'),
    ends: monthDay
      .optional()
      .describe('The day of the year on which it ends; otherwise so many years after it began.'),
    completeBy: monthDay
      .optional()
      .describe(
        'Until this day of the year in which the license expires credit may still be earned.',
      ),
    ...provenance,
  })
  .meta({ id: 'cycle', description: 'K14: when a cycle begins and ends.' })

const conversion = z
  .strictObject({
    from: code.describe('A kind of credit, such as `semester_hour`.'),
    level: code
      .optional()
      .describe('The level of a course, such as `graduate`; every level when absent.'),
    units: units.nullable().describe('Null where no source states it.'),
    split: z
      .array(z.strictObject({ category: code, units }))
      .optional()
      .describe('Into which categories one of it goes.'),
    oncePerItem: z.boolean().optional().describe('Whether the same item counts only once.'),
    when: condition.optional(),
    ...provenance,
  })
  .meta({
    id: 'conversion',
    description: 'K12: what one of something is worth in the unit of the rule set.',
  })

export const category = z
  .strictObject({
    code,
    label: words,
    acceptsAny: z.boolean().optional().describe('Every row fits, such as into electives.'),
    parent: code.optional().describe('The category that this one is part of.'),
    dimension: code
      .optional()
      .describe('K22: an hour counts once in each dimension; `main` when absent.'),
  })
  .meta({ id: 'category' })

const source = z
  .strictObject({
    key: z.string().min(1).describe('What rules refer to it by.'),
    address: words,
    dated: words.optional().describe('The date on the page, as far as it has one.'),
  })
  .meta({ id: 'source' })

/** A version of the renewal rules of a jurisdiction, as data. */
export const ruleSet = z
  .strictObject({
    $schema: z.string().optional(),
    id: z
      .string()
      .regex(/^[a-z]{2}(-[a-z0-9]+)+$/)
      .describe('Such as `us-nc-2024`.'),
    revision: z
      .int()
      .min(1)
      .describe('Grows when the data is corrected; what was evaluated under an earlier one stays.'),
    jurisdiction: z
      .string()
      .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/)
      .describe('ISO 3166-2, such as `US-NC`.'),
    name: words.describe('What people call it, such as `Pennsylvania Act 48`.'),
    law: words.optional().describe('The statute, regulation or policy.'),
    checkedOn: day.describe('The day it was last compared with its sources.'),
    confidence,
    sources: z.array(source).min(1),
    effective: z
      .strictObject({
        keyedOn: z
          .enum(['expiry', 'renewal', 'cycle_start'])
          .describe('Which day of a license decides.'),
        from: day.nullable().describe('The first day; null when it always held.'),
        to: day.nullable().describe('The last day; null while it holds.'),
      })
      .describe('K23: the range of days it holds for, and which day of a license decides.'),
    previous: z.string().optional().describe('The id of the version before it.'),
    unit: z
      .strictObject({ code: z.string().min(1), one: words, many: words })
      .describe('What it counts in, with the words for one and for many.'),
    licenseKinds: z.array(z.strictObject({ code, label: words })).min(1),
    classes: z
      .array(z.strictObject({ code, label: words }))
      .optional()
      .describe('The first is taken when a license says none.'),
    endorsements: z.array(z.strictObject({ code, label: words })).optional(),
    facts: z.array(z.strictObject({ code, label: words })).optional(),
    cycle,
    categories: z.array(category),
    conversions: z.array(conversion),
    rules: z.array(rule).min(1),
    transcript: z
      .array(code)
      .optional()
      .describe('The columns of a transcript in the order of the state; ours when absent.'),
  })
  .meta({ title: 'Rule set', description: 'A version of the renewal rules of a jurisdiction.' })
