import type { ActivityKind, SubmissionStatus } from '#db/words'
import { ACTIVITY_KINDS } from '../activities/activity'

/** What the minutes of a finished course can count as; the first is meant where nothing is said. */
export const COURSE_KINDS = [
  'online_course',
  'workshop',
  'workshop_series',
  'institute',
  'course_undergraduate',
  'course_graduate',
  'micro_credential',
  'certification_exam',
  'mandated_training',
] as const

/** The kinds of course with the words people use. */
export const courseKindChoices = COURSE_KINDS.map((kind) => ({
  value: kind,
  label: ACTIVITY_KINDS[kind],
}))

/** What a finished course can be, in the order in which somebody looks for it. */
export const COMPLETION_STATUSES: Record<SubmissionStatus, string> = {
  waiting: 'Waiting for approval',
  returned: 'Returned with a question',
  approved: 'Approved',
  denied: 'Denied',
  withdrawn: 'Taken back',
}

export const COMPLETION_SORTS = ['date', '-date', 'title', '-title', 'hours', '-hours'] as const
export type CompletionSort = (typeof COMPLETION_SORTS)[number]

export const MAX_COURSE_MINUTES = 2000 * 60
export const MAX_YEARS_AGO = 60

/** The kind a finished course's minutes are booked under. */
export const bookedKind = ({ kind }: { kind: ActivityKind | null }): ActivityKind =>
  kind ?? COURSE_KINDS[0]
