import { z } from 'zod'
import { dayField, idField, optionalText, requiredText } from '../fields.server'

/** A report to freeze: under which name, as of which day, and what there is to say about it. */
export const snapshotInput = z.object({
  id: idField,
  name: requiredText(
    'the name',
    120,
    'Give the snapshot a name, such as “Board report, June 2026”.',
  ),
  asOf: dayField('Choose the day that is reported on.'),
  note: optionalText('the note', 1000),
})

export type SnapshotInput = z.output<typeof snapshotInput>
