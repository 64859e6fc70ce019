import { z } from 'zod'
import { MAX_RETENTION_YEARS, MIN_EVIDENCE_YEARS, MIN_SEPARATION_YEARS } from './retention'

/** How long a district keeps evidence files, and whether they go without anybody confirming it. */
export const scheduleInput = z.object({
  evidenceYears: yearsField(MIN_EVIDENCE_YEARS),
  separationYears: yearsField(MIN_SEPARATION_YEARS),
  destroysWhenDue: z
    .enum(['yes', 'no'], { error: 'Choose what happens when a file is due.' })
    .transform((value) => value === 'yes'),
})

export type ScheduleInput = z.output<typeof scheduleInput>

function yearsField(min: number) {
  const message = `Write a number of years from ${min} to ${MAX_RETENTION_YEARS}.`
  return z.coerce
    .number({ error: message })
    .int(message)
    .min(min, message)
    .max(MAX_RETENTION_YEARS, message)
}
