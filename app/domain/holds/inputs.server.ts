import { z } from 'zod'
import { requiredText } from '../fields.server'
import { MAX_MATTER_LENGTH, MAX_RELEASE_REASON_LENGTH } from './hold'

/** A legal hold that is placed; on everybody without a person. */
export const holdInput = z.object({
  matter: requiredText('the matter', MAX_MATTER_LENGTH, 'Write what the hold is for.'),
})

/** Why a legal hold ends. */
export const releaseInput = z.object({
  reason: requiredText('the reason', MAX_RELEASE_REASON_LENGTH, 'Write why the hold ends.'),
})

export type HoldInput = z.output<typeof holdInput>
export type ReleaseInput = z.output<typeof releaseInput>
