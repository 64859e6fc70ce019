import { z } from 'zod'
import { isId } from '#db/id'
import type { Audience, DueFrom, DueRule } from '#db/words'
import { audienceFields, type AudienceInput } from '../audiences/inputs.server'
import { isDay } from '../calendar'
import { idField, linkField, optionalText, requiredText, tickField } from '../fields.server'
import { DUE_FROM, MAX_DUE_DAYS, MAX_GRACE_DAYS } from './due'
import { MAX_REASON_LENGTH } from './request'
import {
  ASSIGNMENT_KINDS,
  MAX_ALLOWED_DAYS,
  MAX_DESCRIPTION_LENGTH,
  MAX_EVIDENCE_LENGTH,
  MAX_STEPS,
  MAX_TITLE_LENGTH,
  MAX_VALID_MONTHS,
  MAX_WEIGHT,
} from './pathway'
import { stepInputWith } from './step-kinds/registry.server'

const long = optionalText('it', MAX_DESCRIPTION_LENGTH)
const optionalTitle = optionalText('the title', MAX_TITLE_LENGTH)

const whole = (most: number, message: string) =>
  z.coerce
    .number({ error: message })
    .int(message)
    .min(1, message)
    .max(most, `At most ${most}.`)
    .optional()

const id = (message: string) => z.string({ error: message }).refine(isId, { error: message })

const day = (message: string) => z.string().refine(isDay, { error: message }).optional()

const title = requiredText(
  'the title',
  MAX_TITLE_LENGTH,
  'Give the pathway a title, such as “AI literacy for new hires”.',
)
const validMonths = whole(MAX_VALID_MONTHS, 'Write a whole number of months, or leave it empty.')

/** A pathway that begins. */
export const newPathwayInput = z.object({
  title,
  description: long,
  validMonths,
  /** The key of the template it begins with. */
  template: z.string().optional(),
})

/** What can be changed about a pathway that is there. */
export const pathwayInput = newPathwayInput.omit({ template: true }).extend({
  version: z.coerce.number().int(),
  requiredSteps: whole(MAX_STEPS, 'Write how many parts are asked for, or leave it empty for all.'),
  ordered: tickField,
})

/** What a step is called and how much it is, whatever it asks for. Without a title it is named after that. */
const words = {
  title: optionalTitle,
  instructions: long,
  weight: whole(MAX_WEIGHT, 'Write a whole number from 1 to 10.'),
  allowedDays: whole(MAX_ALLOWED_DAYS, 'Write a whole number of days, or leave it empty.'),
}

/** A step of a pathway: what it asks for, and its words. */
export const stepInput = stepInputWith(words, {
  title: requiredText(
    'it',
    MAX_TITLE_LENGTH,
    'Say what is to be shown, such as “A lesson plan that uses AI”.',
  ),
})

const intoPlace = z.object({
  to: z.union([z.literal('path'), idField]),
  before: idField.optional(),
})

/** Where a part goes: one place up or down, or into the path or a group, before another or at the end. */
export const moveInput = z.union([z.object({ direction: z.enum(['up', 'down']) }), intoPlace])

/** Steps that belong together. */
export const groupInput = z.object({
  title: requiredText(
    'the title',
    MAX_TITLE_LENGTH,
    'Give the group a title, such as “Try it out”.',
  ),
  requiredSteps: whole(MAX_STEPS, 'Write how many steps are asked for, or leave it empty for all.'),
  ordered: tickField,
})

/** A new version of a published pathway: begun, or thrown away. */
export const draftIntentInput = z.object({ intent: z.enum(['start', 'discard']) })

const dueDays = whole(MAX_DUE_DAYS, 'Write a whole number of days.')

const assignmentFields = {
  kind: z.enum(Object.keys(ASSIGNMENT_KINDS) as [keyof typeof ASSIGNMENT_KINDS], {
    error: 'Choose how binding it is.',
  }),
  ...audienceFields,
  due: z
    .enum(Object.keys(DUE_FROM) as [keyof typeof DUE_FROM], { error: 'Choose when it is due.' })
    .default('none'),
  dueOn: day('Choose the day it is due.'),
  dueDays,
  duePathwayId: id('Choose the other pathway.').optional(),
  otherwise: z.enum(['leave_out', 'none', 'days']).optional(),
  otherwiseDays: dueDays,
  graceDays: z.coerce
    .number({ error: 'Write a whole number of days.' })
    .int('Write a whole number of days.')
    .min(0, 'Write a whole number of days.')
    .max(MAX_GRACE_DAYS, `At most ${MAX_GRACE_DAYS}.`)
    .default(0),
  /** The version that the form of an assignment was opened with. */
  version: z.coerce.number().int().min(0).default(0),
}

/** An assignment: to whom, how binding, and until when. */
export const assignmentInput = z
  .object(assignmentFields)
  .superRefine((given, context) => {
    const require = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    const { due, dueOn, dueDays: days, duePathwayId, otherwise, otherwiseDays } = given
    if (due === 'day' && !dueOn) require('dueOn', 'Choose the day it is due.')
    if (due !== 'none' && due !== 'day' && !days) require('dueDays', 'Say how many days.')
    if (due === 'pathway' && !duePathwayId) require('duePathwayId', 'Choose the other pathway.')
    if (otherwise === 'days' && !otherwiseDays) require('otherwiseDays', 'Say how many days.')
  })
  .transform(({ kind, any, except, graceDays, version, ...given }) => ({
    kind,
    audience: { any, except } as AudienceInput | Audience,
    due: dueRuleOf(given),
    graceDays: kind === 'mandated' && given.due !== 'none' ? graceDays : 0,
    version,
  }))

type DueFields = {
  due: DueFrom
  dueOn?: string
  dueDays?: number
  duePathwayId?: string
  otherwise?: 'leave_out' | 'none' | 'days'
  otherwiseDays?: number
}

function dueRuleOf({ due, ...given }: DueFields): DueRule {
  const isReckoned = due !== 'none' && due !== 'day'
  return {
    from: due,
    on: due === 'day' ? (given.dueOn ?? null) : null,
    days: isReckoned ? (given.dueDays ?? null) : null,
    pathwayId: due === 'pathway' ? (given.duePathwayId ?? null) : null,
    otherwise: due === 'none' ? null : (given.otherwise ?? null),
    otherwiseDays: given.otherwise === 'days' ? (given.otherwiseDays ?? null) : null,
  }
}

/** Joining what an assignment offers. */
export const joiningInput = z.object({ assignment: idField })

/** What is said when a version is published. */
export const publicationInput = z.object({
  changeNote: optionalText('it', MAX_DESCRIPTION_LENGTH),
})

/** A form that is only a button. */
export const nothingInput = z.object({})

/** The end of an assignment. */
export const endingInput = z.object({ takeBack: tickField })

/** More time, or to be let off, with the reason. */
export const requestInput = z
  .object({
    kind: z.enum(['extension', 'waiver'], { error: 'Choose what you ask for.' }),
    reason: requiredText('the reason', MAX_REASON_LENGTH, 'Say why.'),
    until: day('Choose a day.'),
  })
  .refine(({ kind, until }) => kind === 'waiver' || until !== undefined, {
    path: ['until'],
    error: 'Choose the day until which you need.',
  })

/** What somebody decides on a request. */
export const answerInput = z.object({
  request: idField,
  decision: z.enum(['approved', 'denied'], { error: 'Choose one.' }),
  answer: optionalText('the answer', MAX_REASON_LENGTH),
})

/** Which request somebody takes back. */
export const withdrawingInput = z.object({ request: idField })

export type RequestInput = z.output<typeof requestInput>
export type AnswerInput = Omit<z.output<typeof answerInput>, 'request'>

/** Evidence for a step: a link, a text, or files, which come beside the fields. */
export const stepEvidenceInput = z.object({
  step: idField,
  link: linkField.optional(),
  text: optionalText('the text', MAX_EVIDENCE_LENGTH),
  mayShowStudents: tickField,
})

export type NewPathwayInput = z.output<typeof newPathwayInput>
export type PathwayInput = Omit<z.output<typeof pathwayInput>, 'ordered'> & { ordered?: boolean }
export type StepInput = z.output<typeof stepInput>
export type PublicationInput = { changeNote?: string | null }
export type MoveInput = z.output<typeof moveInput>
export type GroupInput = z.output<typeof groupInput>
export type AssignmentInput = z.output<typeof assignmentInput>
export type StepEvidenceInput = z.output<typeof stepEvidenceInput>
