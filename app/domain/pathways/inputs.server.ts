import { z } from 'zod'
import { isId } from '#db/id'
import type { GradeBand } from '#db/words'
import { parseMinutes } from '../activities/duration'
import { isDay } from '../calendar'
import { isCompetency } from '../frameworks/competency'
import {
  ASSIGNMENT_KINDS,
  AUDIENCE_ROLES,
  type AudienceRole,
  GRADE_BANDS,
  MAX_DESCRIPTION_LENGTH,
  MAX_DUE_DAYS,
  MAX_STEP_MINUTES,
  MAX_STEPS,
  MAX_TITLE_LENGTH,
  MAX_VALID_MONTHS,
} from './pathway'

const short = (message: string) =>
  z
    .string({ error: message })
    .trim()
    .min(1, message)
    .max(MAX_TITLE_LENGTH, `Keep it under ${MAX_TITLE_LENGTH} letters.`)

const long = z
  .string()
  .trim()
  .max(MAX_DESCRIPTION_LENGTH, `Keep it under ${MAX_DESCRIPTION_LENGTH} letters.`)
  .optional()

const whole = (most: number, message: string) =>
  z.coerce
    .number({ error: message })
    .int(message)
    .min(1, message)
    .max(most, `At most ${most}.`)
    .optional()

const id = (message: string) => z.string({ error: message }).refine(isId, { error: message })

const day = (message: string) => z.string().refine(isDay, { error: message }).optional()

const title = short('Give the pathway a title, such as “AI literacy for new hires”.')
const validMonths = whole(MAX_VALID_MONTHS, 'Write a whole number of months, or leave it empty.')

/** A pathway that begins. */
export const newPathwayInput = z.object({ title, description: long, validMonths })

/** What can be changed about a pathway that is there. */
export const pathwayInput = newPathwayInput.extend({
  version: z.coerce.number().int(),
  requiredSteps: whole(MAX_STEPS, 'Write how many steps are asked for, or leave it empty for all.'),
})

const minutes = z
  .string({ error: 'Say how many hours are asked for, such as 6.' })
  .transform((typed, context) => {
    const read = parseMinutes(typed)
    if (read !== null && read > 0 && read <= MAX_STEP_MINUTES) return read
    context.addIssue({ code: 'custom', message: 'Write hours like 6 or 1.5, at most 500.' })
    return z.NEVER
  })

const optionalTitle = short('').optional()

/** A step of a pathway. Without a title it is named after what it asks for. */
export const stepInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('course'),
    courseId: id('Choose a course from the catalog.'),
    title: optionalTitle,
    instructions: long,
  }),
  z.object({
    kind: z.literal('badge'),
    achievementId: id('Choose a badge from the catalog.'),
    title: optionalTitle,
    instructions: long,
  }),
  z.object({
    kind: z.literal('activity_minutes'),
    competency: z
      .string({ error: 'Choose a competency.' })
      .refine(isCompetency, { error: 'Choose a competency.' }),
    hours: minutes,
    title: optionalTitle,
    instructions: long,
  }),
  z.object({
    kind: z.literal('evidence'),
    title: short('Say what is to be shown, such as “A lesson plan that uses AI”.'),
    instructions: long,
  }),
])

/** Where a step goes: one place up or down. */
export const moveInput = z.object({ direction: z.enum(['up', 'down']) })

const rule = {
  kind: z.enum(Object.keys(ASSIGNMENT_KINDS) as [keyof typeof ASSIGNMENT_KINDS], {
    error: 'Choose how binding it is.',
  }),
  organizationId: id('Choose a school or the whole district.'),
  role: z.enum(Object.keys(AUDIENCE_ROLES) as [AudienceRole]).optional(),
  gradeBand: z.enum(Object.keys(GRADE_BANDS) as [GradeBand]).optional(),
  hiredAfter: day('Choose a day, or leave it empty.'),
  due: z.enum(['none', 'day', 'days']).default('none'),
  dueOn: day('Choose the day it is due.'),
  dueDays: whole(MAX_DUE_DAYS, 'Write a whole number of days.'),
}

/** An assignment: to whom, how binding, and until when. */
export const assignmentInput = z
  .object(rule)
  .transform(({ due, dueOn, dueDays, role, gradeBand, hiredAfter, ...given }, context) => {
    if (due === 'day' && !dueOn) {
      context.addIssue({ code: 'custom', path: ['dueOn'], message: 'Choose the day it is due.' })
    }
    if (due === 'days' && !dueDays) {
      context.addIssue({ code: 'custom', path: ['dueDays'], message: 'Say how many days.' })
    }
    return {
      ...given,
      role: role ?? null,
      gradeBand: gradeBand ?? null,
      hiredAfter: hiredAfter ?? null,
      dueOn: due === 'day' ? (dueOn ?? null) : null,
      dueDays: due === 'days' ? (dueDays ?? null) : null,
    }
  })

/** The end of an assignment. */
export const endingInput = z.object({ takeBack: z.literal('on').optional() })

/** Evidence for a step: a link, a text, or files, which come beside the fields. */
export const stepEvidenceInput = z.object({
  step: id('This form is out of date. Open the pathway again.'),
  link: z
    .url({
      protocol: /^https?$/,
      error: 'Write a full address, such as https://example.org/page.',
    })
    .optional(),
  text: z.string().trim().max(5000, 'Keep it under 5000 letters.').optional(),
  mayShowStudents: z.literal('on').optional(),
})

export type NewPathwayInput = z.output<typeof newPathwayInput>
export type PathwayInput = z.output<typeof pathwayInput>
export type StepInput = z.output<typeof stepInput>
export type AssignmentInput = z.output<typeof assignmentInput>
export type StepEvidenceInput = z.output<typeof stepEvidenceInput>
