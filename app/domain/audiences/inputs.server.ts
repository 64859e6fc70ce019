import { z } from 'zod'
import { isId } from '#db/id'
import type { GradeBand } from '#db/words'
import { isDay } from '../calendar'
import { optionalText, tickField } from '../fields.server'
import { MAX_BLOCKS, MAX_CONDITIONS, MAX_NAMED_PEOPLE, MAX_YEARS } from './audience'
import { AUDIENCE_ROLES, type AudienceRole, GRADE_BANDS } from './roles'

const MAX_LINES = MAX_NAMED_PEOPLE * 80

const id = (message: string) => z.string({ error: message }).refine(isId, { error: message })
const day = z
  .string()
  .refine(isDay, { error: 'Choose a day, or leave it empty.' })
  .optional()
  .transform((value) => value ?? null)
const years = z.coerce
  .number({ error: 'Write whole years.' })
  .int('Write whole years.')
  .min(0, 'Write whole years.')
  .max(MAX_YEARS, `At most ${MAX_YEARS}.`)
  .optional()
  .transform((value) => value ?? null)
const many = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .optional()
    .transform((value) => value ?? [])
const lines = optionalText('the list', MAX_LINES).transform((value) => value ?? '')

/** One condition, as the fields of a form give it. */
const conditionInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('works'),
    not: tickField,
    organizationId: id('Choose a school or the whole district.'),
    roles: many(z.enum(Object.keys(AUDIENCE_ROLES) as [AudienceRole])),
    gradeBands: many(z.enum(Object.keys(GRADE_BANDS) as [GradeBand])),
    subjects: many(z.string().max(200)),
  }),
  z
    .object({ kind: z.literal('hired'), from: day, until: day })
    .refine(({ from, until }) => from !== null || until !== null, {
      path: ['from'],
      error: 'Choose the first day of hire, or the last.',
    }),
  z
    .object({ kind: z.literal('service'), atLeast: years, lessThan: years })
    .refine(({ atLeast, lessThan }) => atLeast !== null || lessThan !== null, {
      path: ['atLeast'],
      error: 'Write from how many years, or up to how many.',
    }),
  z.object({
    kind: z.literal('pathway'),
    not: tickField,
    pathwayId: id('Choose a pathway.'),
    state: z.enum(['under_way', 'completed', 'current'], { error: 'Choose how far.' }),
  }),
  z.object({
    kind: z.literal('license'),
    not: tickField,
    jurisdiction: optionalText('it', 10).transform((value) => value ?? null),
    license: optionalText('it', 100).transform((value) => value ?? null),
  }),
  z.object({
    kind: z.literal('people'),
    not: tickField,
    /** E-mail addresses, staff numbers or names, one a line. */
    who: lines,
    memberIds: many(z.string().refine(isId)),
  }),
  z.object({ kind: z.literal('list'), not: tickField, listId: id('Choose a list.') }),
])

/** The fields of an audience: `any[0].all[0].kind` and so on, and `except`. */
export const audienceFields = {
  any: z
    .array(
      z.object({
        all: z
          .array(conditionInput, { error: 'Add a condition.' })
          .min(1, 'Add a condition.')
          .max(MAX_CONDITIONS, `At most ${MAX_CONDITIONS} conditions.`),
      }),
    )
    .min(1, 'Say for whom it is.')
    .max(MAX_BLOCKS, `At most ${MAX_BLOCKS} parts.`),
  except: lines,
}

/** An audience by itself. */
export const audienceInput = z.object(audienceFields)

export type AudienceInput = z.output<typeof audienceInput>
