import { z } from 'zod'
import { idField, requiredText } from '../fields.server'

const MAX_WORDS = 200

/** A badge of the catalog; without an id it is a new one. */
export const achievementInput = z.object({
  id: idField.optional(),
  title: requiredText('the title', MAX_WORDS, 'Give the badge a title.'),
  issuer: requiredText('the issuer', MAX_WORDS, 'Say who issues the badge.'),
})

export type AchievementInput = z.output<typeof achievementInput>
