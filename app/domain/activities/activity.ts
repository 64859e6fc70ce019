import type { ActivityKind, ActivityStatus } from '#db/words'
import type { Day } from '../calendar'

export type { ActivityKind, ActivityStatus }

/** What an activity can be, with the words people use. */
export const ACTIVITY_KINDS = {
  workshop: 'Workshop',
  workshop_series: 'Workshop series',
  plc: 'Professional learning community',
  online_course: 'Online course',
  conference: 'Conference',
  coaching_received: 'Coaching received',
  coaching_given: 'Coaching given',
  mentoring: 'Mentoring',
  peer_observation: 'Peer observation',
  lesson_study: 'Lesson study',
  independent_study: 'Self-study',
  course_undergraduate: 'Undergraduate course',
  course_graduate: 'Graduate course',
  institute: 'Institute',
  curriculum_development: 'Curriculum development',
  action_research: 'Action research',
  presenting: 'Presenting',
  publishing: 'Publishing',
  micro_credential: 'Micro-credential work',
  certification_exam: 'Certification exam',
  mandated_training: 'Mandated training',
  committee_work: 'Committee work',
} as const satisfies Record<ActivityKind, string>

/** The kinds offered first; the others are one choice further. */
export const COMMON_KINDS: ActivityKind[] = [
  'workshop',
  'online_course',
  'plc',
  'conference',
  'coaching_received',
  'independent_study',
]

export const FUNDING_SOURCES = {
  local: 'Local funds',
  title_i: 'Title I',
  title_ii_a: 'Title II-A',
  title_iii: 'Title III',
  title_iv_a: 'Title IV-A',
  idea: 'IDEA',
  state_grant: 'State grant',
  foundation: 'Foundation',
  other: 'Other',
} as const

export type FundingSource = keyof typeof FUNDING_SOURCES

export const MAX_TITLE_LENGTH = 200
export const MAX_TEXT_LENGTH = 5000
export const MAX_MINUTES_A_DAY = 16 * 60
export const MAX_DAYS = 366
export const MAX_COMPETENCIES = 5

/** The name of a kind; a kind this release does not know shows as it is stored. */
export const kindName = (kind: string | null) =>
  kind === null ? 'No kind yet' : (ACTIVITY_KINDS[kind as ActivityKind] ?? kind)

/** Whether the owner may still change it. */
export const isOpen = ({ status }: { status: ActivityStatus }) =>
  status === 'draft' || status === 'returned' || status === 'withdrawn'

/** What an activity still lacks before it can be sent. */
export function missingFrom(activity: {
  title: string
  kind: string | null
  startedOn: Day | null
  minutes: number | null
}) {
  const missing: { field: 'title' | 'kind' | 'startedOn' | 'hours'; message: string }[] = []
  if (activity.title.trim() === '') missing.push({ field: 'title', message: 'Give it a title.' })
  if (!activity.kind) missing.push({ field: 'kind', message: 'Choose what kind it was.' })
  if (!activity.startedOn) missing.push({ field: 'startedOn', message: 'Say on which day it was.' })
  if (!activity.minutes) missing.push({ field: 'hours', message: 'Say how many hours it took.' })
  return missing
}
