import { z } from 'zod'
import { isDay } from '../calendar'
import {
  dayField,
  idField,
  newIdField,
  optionalText,
  requiredText,
  tickField,
  versionField,
} from '../fields.server'
import { isJurisdiction } from '../rule-sets/jurisdictions'
import { MAX_AREA, MAX_ATTESTED_BY, MAX_KIND, MAX_NUMBER, MAX_REASON } from './license'

const codes = z.array(z.string().max(MAX_KIND)).max(60).default([])
const optionalDay = z.string().refine(isDay, { error: 'Choose a day.' }).optional()

/** A share in percent with at most one decimal, as thousandths. */
const shareField = (message: string) =>
  z.coerce
    .number({ error: message })
    .min(0, message)
    .max(100, message)
    .transform((percent) => Math.round(percent * 10))

/** What an educator says of a license. */
export const licenseInput = z.object({
  id: idField,
  version: versionField,
  kind: requiredText('the kind of license', MAX_KIND, 'Say what kind of license it is.'),
  class: z.string().max(MAX_KIND).optional(),
  area: optionalText('the area', MAX_AREA),
  number: optionalText('the number', MAX_NUMBER),
  issuedOn: optionalDay,
  expiresOn: optionalDay,
  endorsements: codes,
  /** Used for the dates of the cycle and not kept. */
  birthMonth: z.coerce.number().int().min(1).max(12).optional(),
})

/** A license that is new. */
export const newLicenseInput = licenseInput.extend({
  id: newIdField,
  jurisdiction: z
    .string({ error: 'Choose the state that issued it.' })
    .refine(isJurisdiction, { error: 'Choose the state that issued it.' }),
})

/** What an educator says of a cycle. */
export const cycleInput = z.object({
  version: versionField,
  startsOn: dayField('Choose the first day of the cycle.'),
  endsOn: dayField('Choose the last day of the cycle.'),
  isEmployed: z.enum(['yes', 'no']).transform((value) => value === 'yes'),
  fteThousandths: shareField('Write a share from 0 to 100, such as 80.'),
  leaveThousandths: shareField('Write a share from 0 to 100, such as 20.'),
  facts: codes,
  metOnce: codes,
})

/** An extension; without a day it is taken back. */
export const extensionInput = z
  .object({
    version: versionField,
    extendedToOn: optionalDay,
    reason: optionalText('the reason', MAX_REASON),
  })
  .superRefine(({ extendedToOn, reason }, context) => {
    if (!extendedToOn || reason) return
    const message = 'Say why it was extended, such as the letter of the state.'
    context.addIssue({ code: 'custom', path: ['reason'], message })
  })

/** A renewal that has happened. */
export const renewalInput = z.object({
  version: versionField,
  renewedOn: dayField('Choose the day the state renewed it.'),
  expiresOn: optionalDay,
})

/** What somebody has attested. */
export const attestationInput = z.object({
  code: requiredText('the choice', MAX_KIND, 'Choose what was attested.'),
  heldOn: dayField('Choose the day it was attested.'),
  attestedBy: requiredText('the name', MAX_ATTESTED_BY, 'Say who attested it.'),
})

/** Whether the principal may see that the renewal is on course. */
export const sharingInput = z.object({ shares: tickField })

/** Another version of the rules, `ID@REVISION`. */
export const rulesInput = z.object({
  version: versionField,
  ruleSet: z
    .string({ error: 'Choose a version of the rules.' })
    .regex(/^[a-z0-9-]+@\d+$/, 'Choose a version of the rules.')
    .transform((value) => {
      const [id, revision] = value.split('@')
      return { id: id!, revision: Number(revision) }
    }),
})

export type LicenseInput = z.output<typeof licenseInput>
export type NewLicenseInput = z.output<typeof newLicenseInput>
export type CycleInput = z.output<typeof cycleInput>
export type ExtensionInput = z.output<typeof extensionInput>
export type RenewalInput = z.output<typeof renewalInput>
export type AttestationInput = z.output<typeof attestationInput>
export type RulesInput = z.output<typeof rulesInput>
