import { z } from 'zod'
import {
  dayField,
  hoursField,
  linkField,
  newIdField,
  optionalText,
  requiredText,
  tickField,
  versionField,
} from '../fields.server'
import { claimFields } from '../claims/inputs.server'
import { isCompetency } from '../frameworks/competency'
import {
  ACTIVITY_KINDS,
  type ActivityKind,
  FUNDING_SOURCES,
  type FundingSource,
  MAX_COMPETENCIES,
  MAX_TEXT_LENGTH,
  MAX_TITLE_LENGTH,
} from './activity'

const short = (what: string) => optionalText(what, MAX_TITLE_LENGTH)

const title = requiredText(
  'the title',
  MAX_TITLE_LENGTH,
  'Give it a title, such as “Google Classroom basics”.',
)

const kind = z.enum(Object.keys(ACTIVITY_KINDS) as [ActivityKind], {
  error: 'Choose what kind of activity it was.',
})

const details = {
  endedOn: dayField('Choose the last day, or leave it empty.').optional(),
  provider: short('the provider'),
  sponsorNumber: short('the sponsor number'),
  location: short('the location'),
  competencies: z
    .array(z.string().refine(isCompetency, { error: 'Choose competencies from the list.' }))
    .max(MAX_COMPETENCIES, `Choose at most ${MAX_COMPETENCIES} competencies.`)
    .default([]),
  reflection: optionalText('the reflection', MAX_TEXT_LENGTH),
  fundingSource: z.enum(Object.keys(FUNDING_SOURCES) as [FundingSource]).optional(),
  link: linkField.optional(),
  mayShowStudents: tickField,
  ...claimFields,
}

const record = { id: newIdField, version: versionField }

/** An activity that is to be sent: everything required is there. */
export const activityInput = z.object({
  ...record,
  title,
  kind,
  startedOn: dayField('Choose the day it took place.'),
  hours: hoursField,
  ...details,
})

/** An activity that is only to be kept: whatever is there must be readable. */
export const draftInput = z.object({
  ...record,
  title: short('the title'),
  kind: kind.optional(),
  startedOn: dayField('Choose the day it took place.').optional(),
  hours: hoursField.optional(),
  ...details,
})

export type DraftInput = z.output<typeof draftInput>
export type ActivityInput = z.output<typeof activityInput>
