import { z } from 'zod'
import { audienceFields, type AudienceInput } from '../audiences/inputs.server'
import type { Audience } from '../audiences/audience'
import { isDay } from '../calendar'
import { optionalText, requiredText, tickField, versionField } from '../fields.server'
import { stepInputWith } from '../pathways/step-kinds/registry.server'
import { STATES } from '../people/states'
import {
  CADENCES,
  MAX_DAYS,
  MAX_DESCRIPTION_LENGTH,
  MAX_GRACE_DAYS,
  MAX_RETENTION_YEARS,
  MAX_TITLE_LENGTH,
} from './mandate'
import { PROOF_STRENGTHS } from './proof'

const whole = (most: number, message: string) =>
  z.coerce.number({ error: message }).int(message).min(1, message).max(most, `At most ${most}.`)

const days = whole(MAX_DAYS, 'Write a whole number of days, or leave it empty.')
  .optional()
  .transform((value) => value ?? null)

const rhythms = CADENCES.map(({ months }) => (months === null ? 'once' : String(months)))

/** A required training: what it is called, whom it is for, and when it is due. */
export const mandateInput = z
  .object({
    version: versionField,
    template: z.string().max(60).optional(),
    title: requiredText('it', MAX_TITLE_LENGTH, 'Say what the training is called.'),
    description: optionalText('it', MAX_DESCRIPTION_LENGTH),
    jurisdiction: z
      .string()
      .refine((code) => code.startsWith('US-') && code.slice(3) in STATES, {
        error: 'Choose a state, or none.',
      })
      .optional(),
    law: optionalText('it', MAX_TITLE_LENGTH),
    every: z.enum(rhythms as [string, ...string[]], { error: 'Choose how often.' }),
    startsOn: z
      .string({ error: 'Choose the day from which it is asked.' })
      .refine(isDay, { error: 'Choose the day from which it is asked.' }),
    firstDueOn: z.string().refine(isDay, { error: 'Choose a day, or leave it empty.' }).optional(),
    newHireDays: days,
    windowDays: days,
    graceDays: z.coerce
      .number({ error: 'Write a whole number of days.' })
      .int('Write a whole number of days.')
      .min(0, 'Write a whole number of days.')
      .max(MAX_GRACE_DAYS, `At most ${MAX_GRACE_DAYS}.`)
      .default(0),
    proof: z
      .enum(PROOF_STRENGTHS, { error: 'Choose what counts as proof.' })
      .default('self_reported'),
    retentionYears: whole(MAX_RETENTION_YEARS, 'Write whole years, or leave it empty.')
      .optional()
      .transform((value) => value ?? null),
    ...audienceFields,
  })
  .superRefine(({ every, startsOn, firstDueOn, newHireDays }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (firstDueOn && firstDueOn < startsOn) {
      refuse('firstDueOn', 'It is due before it is asked for. Choose a later day.')
    }
    if (every === 'once' && !firstDueOn && newHireDays === null) {
      refuse(
        'firstDueOn',
        'Choose the day it is due, or say how many days those have who come new.',
      )
    }
  })
  .transform(({ any, except, every, template, ...given }) => ({
    ...given,
    description: given.description ?? null,
    jurisdiction: given.jurisdiction ?? null,
    law: given.law ?? null,
    firstDueOn: given.firstDueOn ?? null,
    templateId: template ?? null,
    everyMonths: every === 'once' ? null : Number(every),
    audience: { any, except } as AudienceInput | Audience,
  }))

/** A topic: what is to be taken, and what it is called. */
export const topicInput = stepInputWith({ title: optionalText('it', MAX_TITLE_LENGTH) }, {})

/** Switching a training on, or ending it. */
export const confirmedInput = z.object({ confirmed: tickField })

export type MandateInput = z.output<typeof mandateInput>
export type TopicInput = z.output<typeof topicInput>
