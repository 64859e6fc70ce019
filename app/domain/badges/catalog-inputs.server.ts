import { z } from 'zod'
import { MAX_TITLE_LENGTH } from '../activities/activity'
import { idField, requiredText } from '../fields.server'

/** A badge of the catalog; without an id it is a new one. */
export const achievementInput = z.object({
  id: idField.optional(),
  title: requiredText('the title', MAX_TITLE_LENGTH, 'Give the badge a title.'),
  issuer: requiredText('the issuer', MAX_TITLE_LENGTH, 'Say who issues the badge.'),
})

export type AchievementInput = z.output<typeof achievementInput>
