import { z } from 'zod'
import { isId } from '#db/id'
import { isDay } from '../calendar'
import { isCompetency } from '../frameworks/competency'
import {
  ACTIVITY_KINDS,
  type ActivityKind,
  FUNDING_SOURCES,
  type FundingSource,
  MAX_COMPETENCIES,
  MAX_TEXT_LENGTH,
  MAX_TITLE_LENGTH,
} from './activity'
import { parseMinutes } from './duration'

const short = (what: string) =>
  z
    .string()
    .trim()
    .max(MAX_TITLE_LENGTH, `Keep ${what} under ${MAX_TITLE_LENGTH} letters.`)
    .optional()

const title = z
  .string({ error: 'Give it a title, such as “Google Classroom basics”.' })
  .trim()
  .min(1, 'Give it a title, such as “Google Classroom basics”.')
  .max(MAX_TITLE_LENGTH, `Keep the title under ${MAX_TITLE_LENGTH} letters.`)

const kind = z.enum(Object.keys(ACTIVITY_KINDS) as [ActivityKind], {
  error: 'Choose what kind of activity it was.',
})

const day = (message: string) => z.string({ error: message }).refine(isDay, { error: message })

const minutes = z
  .string({ error: 'Say how many hours it took, such as 1.5 or 1:30.' })
  .transform((typed, context) => {
    const read = parseMinutes(typed)
    if (read !== null && read > 0) return read
    context.addIssue({ code: 'custom', message: 'Write hours like 1.5, 1:30 or 90 min.' })
    return z.NEVER
  })

const details = {
  endedOn: day('Choose the last day, or leave it empty.').optional(),
  provider: short('the provider'),
  sponsorNumber: short('the sponsor number'),
  location: short('the location'),
  competencies: z
    .array(z.string().refine(isCompetency, { error: 'Choose competencies from the list.' }))
    .max(MAX_COMPETENCIES, `Choose at most ${MAX_COMPETENCIES} competencies.`)
    .default([]),
  reflection: z
    .string()
    .trim()
    .max(MAX_TEXT_LENGTH, `Keep the reflection under ${MAX_TEXT_LENGTH} letters.`)
    .optional(),
  fundingSource: z.enum(Object.keys(FUNDING_SOURCES) as [FundingSource]).optional(),
  link: z
    .url({ protocol: /^https?$/, error: 'Write a full address, such as https://example.org/page.' })
    .optional(),
  mayShowStudents: z.literal('on').optional(),
}

const record = {
  id: z.string().refine(isId, { error: 'This form is out of date. Open it again.' }),
  version: z.coerce.number().int().min(0).default(0),
}

/** An activity that is to be sent: everything required is there. */
export const activityInput = z.object({
  ...record,
  title,
  kind,
  startedOn: day('Choose the day it took place.'),
  hours: minutes,
  ...details,
})

/** An activity that is only to be kept: whatever is there must be readable. */
export const draftInput = z.object({
  ...record,
  title: short('the title'),
  kind: kind.optional(),
  startedOn: day('Choose the day it took place.').optional(),
  hours: minutes.optional(),
  ...details,
})

export type DraftInput = z.output<typeof draftInput>
export type ActivityInput = z.output<typeof activityInput>
