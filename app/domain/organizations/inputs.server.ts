import { z } from 'zod'
import type { GradeBand, PovertyBand } from '#db/words'
import { optionalText, requiredText } from '../fields.server'
import {
  GRADE_BAND_NAMES,
  MAX_NAME_LENGTH,
  MAX_NUMBER_LENGTH,
  POVERTY_BAND_NAMES,
} from './organization'

/** What may be changed about an organization. */
export const organizationInput = z.object({
  name: requiredText('the name', MAX_NAME_LENGTH, 'Write the name.'),
  identifier: optionalText('the number', MAX_NUMBER_LENGTH),
  gradeBand: z.enum(Object.keys(GRADE_BAND_NAMES) as [GradeBand]).optional(),
  povertyBand: z.enum(Object.keys(POVERTY_BAND_NAMES) as [PovertyBand]).optional(),
})

export type OrganizationInput = z.output<typeof organizationInput>
