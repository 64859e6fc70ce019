import type { stateFileRows } from '#db/schema'
import { csvOf } from '../csv.server'
import type { Period } from './state-file'

const COLUMNS = [
  'state_number',
  'family_name',
  'given_name',
  'school_number',
  'school_name',
  'first_day',
  'last_day',
  'activities',
  'hours',
  'row',
  'previous_hours',
] as const

type Row = Omit<
  typeof stateFileRows.$inferSelect,
  'districtId' | 'id' | 'fileId' | 'position' | 'memberId' | 'organizationId'
>

/** The file itself, as `docs/state-file.md` says. */
export const stateFileCsv = ({ first, last }: Period, rows: readonly Row[]) =>
  csvOf(
    COLUMNS,
    rows.map((row) => ({
      state_number: row.stateNumber,
      family_name: row.familyName,
      given_name: row.givenName,
      school_number: row.schoolNumber,
      school_name: row.schoolName,
      first_day: first,
      last_day: last,
      activities: row.activities,
      hours: hoursOf(row.minutes),
      row: row.kind,
      previous_hours: row.previousMinutes === null ? null : hoursOf(row.previousMinutes),
    })),
  )

/** Hours with two decimals; no two amounts of minutes give the same. */
const hoursOf = (minutes: number) => (Math.round((minutes * 100) / 60) / 100).toFixed(2)
