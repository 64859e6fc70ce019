import { type Day, schoolYearName } from '../calendar'
import type {
  MemberRecord,
  RecordActivity,
  RecordAward,
  RecordCompletion,
  RecordEnrollment,
  RecordGoal,
} from './record'

/** The version of the exported shape; `docs/record-format.md` describes it. */
export const RECORD_FORMAT = { name: 'cairn-record', version: 1 } as const

/** `2026-27`, for machines as well as people. */
export const plainYearName = (year: number) => schoolYearName(year).replace('–', '-')

type InYear<T> = T & { schoolYear: string | null }

/** All rows of a record in flat lists, each with its school year; what stands apart has none. */
export function flatten({ years, brought, apart }: MemberRecord) {
  const inYears = <K extends keyof Lists>(key: K) =>
    years.flatMap((year) =>
      (year[key] as Lists[K][]).map((row) => withYear(row, plainYearName(year.year))),
    )
  const without = <T>(rows: T[]) => rows.map((row) => withYear(row, null))
  return {
    hours: years.flatMap(({ year, hours }) =>
      hours.map((entry) => ({ schoolYear: plainYearName(year), ...entry })),
    ),
    activities: [...inYears('activities'), ...without(apart.activities)],
    completions: [...inYears('completions'), ...without(apart.completions)],
    badges: [...inYears('awards'), ...without(apart.awards)],
    goals: inYears('goals'),
    pathways: inYears('enrollments'),
    brought,
  }
}

type Lists = {
  activities: RecordActivity
  completions: RecordCompletion
  awards: RecordAward
  goals: RecordGoal
  enrollments: RecordEnrollment
}

/** Leaves out what only a page needs. */
function withYear<T>(row: T, schoolYear: string | null): InYear<Omit<T, 'canOpen'>> {
  const { canOpen: _, ...rest } = row as T & { canOpen?: boolean }
  return { ...(rest as Omit<T, 'canOpen'>), schoolYear }
}

/** The record as it is downloaded: `docs/record-format.md` describes each field. */
export function exportRecord(
  record: MemberRecord,
  district: { slug: string; name: string },
  exportedAt: Date,
) {
  const { id, givenName, familyName, email, organizations } = record.member
  return {
    format: RECORD_FORMAT.name,
    version: RECORD_FORMAT.version,
    exportedAt: exportedAt.toISOString(),
    asOf: record.asOf satisfies Day,
    district: { slug: district.slug, name: district.name },
    member: { id, givenName, familyName, email, organizations },
    ...flatten(record),
  }
}

export type ExportedRecord = ReturnType<typeof exportRecord>
