import { isId } from '#db/id'
import { z } from 'zod'
import { isDay } from '../calendar'
import {
  dayField,
  idField,
  newIdField,
  optionalText,
  requiredText,
  tickField,
} from '../fields.server'
import { COMPARE_WORDS } from './saved'

/** A report to freeze: under which name, as of which day, and what there is to say about it. */
export const snapshotInput = z.object({
  id: newIdField,
  name: requiredText(
    'the name',
    120,
    'Give the snapshot a name, such as “Board report, June 2026”.',
  ),
  asOf: dayField('Choose the day that is reported on.'),
  note: optionalText('the note', 1000),
})

export type SnapshotInput = z.output<typeof snapshotInput>

const savedName = requiredText(
  'the name',
  120,
  'Give it a name, such as “Middle school beside last year”.',
)

/** The address of a report to keep: `today` is whichever day it is opened on. */
export const savedReportInput = z.object({
  id: newIdField,
  name: savedName,
  asOf: z
    .union([z.literal('today').transform(() => null), dayField('Choose the day.')], {
      error: 'Choose the day.',
    })
    .optional(),
  organization: idField.optional(),
  compare: z
    .string()
    .refine((word) => [...COMPARE_WORDS, ''].includes(word) || isDay(word) || isId(word), {
      error: 'This form is out of date. Open it again.',
    })
    .optional(),
  isShared: tickField,
})

/** What its owner changes about a saved report. */
export const savedReportChange = z.object({ name: savedName, isShared: tickField })

export type SavedReportInput = z.output<typeof savedReportInput>
export type SavedReportChange = z.output<typeof savedReportChange>

/** When a saved report comes by mail: on a weekday, 1 to 7 from Monday, or on the first of a month. */
export const deliveryInput = z.object({
  when: z
    .enum(['1', '2', '3', '4', '5', '6', '7', 'monthly'], { error: 'Choose when it comes.' })
    .transform((word) => (word === 'monthly' ? null : Number(word))),
  withFigures: tickField,
})

export type DeliveryInput = z.output<typeof deliveryInput>
