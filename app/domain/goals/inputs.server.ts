import { z } from 'zod'
import type { GoalKind } from '#db/words'
import {
  dayField,
  idField,
  linkField,
  newIdField,
  optionalText,
  requiredText,
  tickField,
  versionField,
} from '../fields.server'
import { isCompetency } from '../frameworks/competency'
import { GOAL_KINDS, GOAL_OUTCOMES, MAX_GOAL_TEXT, MAX_GOAL_TITLE, MAX_NOTE } from './goal'

/** A goal, new or changed. */
export const goalInput = z.object({
  id: newIdField,
  version: versionField,
  title: requiredText(
    'the goal',
    MAX_GOAL_TITLE,
    'Say what you want to reach, such as “Give feedback by audio in each unit”.',
  ),
  kind: z.enum(Object.keys(GOAL_KINDS) as [GoalKind], { error: 'Choose what the goal is for.' }),
  competency: z
    .string()
    .refine(isCompetency, { error: 'Choose a competency from the list.' })
    .optional(),
  priorityId: idField.optional(),
  baseline: optionalText('where you are now', MAX_GOAL_TEXT),
  target: requiredText(
    'the target',
    MAX_GOAL_TEXT,
    'Say what will be true when you have reached it.',
  ),
  measure: optionalText('how you will know', MAX_GOAL_TEXT),
  dueOn: dayField('Choose the day by which you want to reach it.'),
})

/** A word on how a goal is going. */
export const checkInInput = z.object({
  note: requiredText('the note', MAX_NOTE, 'Write a sentence about what has happened since.'),
  link: linkField.optional(),
  mayShowStudents: tickField,
})

/** How a goal ended. */
export const outcomeInput = z.object({
  status: z.enum(GOAL_OUTCOMES, { error: 'Choose how it ended.' }),
  outcome: requiredText('the sentence', MAX_GOAL_TEXT, 'Say in a sentence how it ended.'),
})

export type GoalInput = z.output<typeof goalInput>
export type CheckInInput = z.output<typeof checkInInput>
export type OutcomeInput = z.output<typeof outcomeInput>
