import { z } from 'zod'
import { idField, optionalText, requiredText } from '../fields.server'
import { MAX_COMMENT_LENGTH, MAX_QUESTION_LENGTH } from './comment'

const MAX_LETTERS = 20_000

/** Whom to ask about a version that is being built, a line each, and what one would like to hear. */
export const sharingInput = z.object({
  who: requiredText('the list', MAX_LETTERS, 'Name at least one person.'),
  question: optionalText('the question', MAX_QUESTION_LENGTH),
})

/** What somebody says about a version, or about one of its steps. */
export const commentInput = z.object({
  text: requiredText('the comment', MAX_COMMENT_LENGTH, 'Write what you think.'),
  step: idField.optional(),
})

/** Whether what a comment asks for is settled. */
export const settlingInput = z.object({ intent: z.enum(['settle', 'unsettle']) })

export type SharingInput = { who: string; question?: string | null }
export type CommentInput = z.output<typeof commentInput>
