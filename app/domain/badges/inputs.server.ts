import { z } from 'zod'
import { isId } from '#db/id'
import { dayField, linkField, newIdField, optionalText, tickField } from '../fields.server'
import { MAX_AWARD_TEXT } from './award'

const WHICH_BADGE = 'Choose a badge from the list, or type the name of another.'

/** A badge from elsewhere. A badge the district knows needs neither name nor issuer. */
export const awardInput = z
  .object({
    id: newIdField,
    achievementId: z.string().refine(isId, { error: WHICH_BADGE }).optional(),
    title: optionalText('the name', MAX_AWARD_TEXT),
    issuer: optionalText('the issuer', MAX_AWARD_TEXT),
    awardedOn: dayField('Choose the day it was awarded.'),
    expiresOn: dayField('Choose the day it expires, or leave it empty.').optional(),
    url: linkField
      .refine((url) => url.startsWith('https:'), {
        error: 'Write an address that begins with https://.',
      })
      .optional(),
    selfReported: tickField,
  })
  .superRefine((given, context) => {
    if (given.achievementId) return
    const demand = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (!given.title) demand('title', WHICH_BADGE)
    if (!given.issuer) demand('issuer', 'Say who issued it, such as ISTE.')
  })

export type AwardInput = z.output<typeof awardInput>
