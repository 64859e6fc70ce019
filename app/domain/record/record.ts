import type {
  ActivityStatus,
  EvidenceKind,
  GoalKind,
  GoalStatus,
  PriorityOwner,
  Strength,
  SubmissionStatus,
} from '#db/words'
import type { Verification } from '../badges/award'
import type { BroughtRow } from '../brought/brought'
import type { Day } from '../calendar'

/** Something that backs a row. */
export type RecordEvidence = {
  id: string
  kind: EvidenceKind
  name: string
  /** The address of a link, or the text. */
  content: string | null
  mediaType: string | null
  bytes: number | null
  sha256: string | null
  /** The day on which the file was destroyed, as the retention schedule says. */
  destroyedOn: Day | null
}

type Row = {
  id: string
  title: string
  /** Whether the actor may open the row's own page. */
  canOpen: boolean
  /** Where it was earned; null for what was never sent. */
  organization: { id: string; name: string } | null
  evidence: RecordEvidence[]
  strength: Strength
}

type Counting = Row & {
  /** Minutes as they were logged; null where nothing was said. */
  minutes: number | null
  /** Minutes that count, as booked: 0 until it is approved. */
  countedMinutes: number
}

export type RecordActivity = Counting & {
  kind: string | null
  startedOn: Day | null
  endedOn: Day | null
  provider: string | null
  sponsorNumber: string | null
  location: string | null
  fundingSource: string | null
  reflection: string | null
  competencies: string[]
  status: ActivityStatus
}

export type RecordCompletion = Counting & {
  kind: string
  completedOn: Day
  provider: string | null
  status: SubmissionStatus
}

export type RecordAward = Row & {
  issuer: string
  awardedOn: Day
  expiresOn: Day | null
  url: string | null
  verification: Verification
}

export type RecordGoal = Row & {
  kind: GoalKind
  competency: string | null
  /** The name of the priority it serves, and whose it is. */
  priority: string | null
  priorityOwner: PriorityOwner | null
  baseline: string | null
  target: string
  measure: string | null
  setOn: Day
  dueOn: Day
  status: GoalStatus
  outcome: string | null
  closedOn: Day | null
  checkIns: { id: string; checkedOn: Day; note: string }[]
}

export type RecordEnrollment = {
  id: string
  title: string
  canOpen: boolean
  enrolledOn: Day
  dueOn: Day | null
  completedOn: Day | null
  expiresOn: Day | null
  stepsCompleted: number
  stepsRequired: number
}

/** Something that was earned in another district. */
export type RecordBrought = BroughtRow & { evidence: RecordEvidence[] }

/** Whether a pathway is still being walked, done, or done so long ago that it no longer holds. */
export function enrollmentState(
  { completedOn, expiresOn }: Pick<RecordEnrollment, 'completedOn' | 'expiresOn'>,
  today: Day,
) {
  if (completedOn === null) return 'open'
  return expiresOn !== null && expiresOn <= today ? 'expired' : 'completed'
}

/** All that belongs to one school year. */
export type RecordYear = {
  /** The calendar year in which it began. */
  year: number
  /** Booked minutes of the year by kind, most first. */
  hours: { kind: string; minutes: number }[]
  minutes: number
  activities: RecordActivity[]
  completions: RecordCompletion[]
  awards: RecordAward[]
  goals: RecordGoal[]
  enrollments: RecordEnrollment[]
}

/** One person's record, as somebody who may see it gets it on a day. */
export type MemberRecord = {
  member: {
    id: string
    name: string
    givenName: string
    familyName: string
    email: string | null
    /** Where the person works on that day. */
    organizations: { id: string; name: string }[]
  }
  asOf: Day
  isOwn: boolean
  /** Newest first; years without a row are left out. */
  years: RecordYear[]
  /** What was earned in another district, newest first; it is in no year's hours. */
  brought: RecordBrought[]
  /** What does not count, or not yet; empty for everybody but the owner. */
  apart: {
    activities: RecordActivity[]
    completions: RecordCompletion[]
    awards: RecordAward[]
  }
}

/** Whether there is nothing to show, not even what stands apart. */
export const isEmptyRecord = ({
  years,
  brought,
  apart,
}: Pick<MemberRecord, 'years' | 'brought' | 'apart'>) =>
  years.length === 0 &&
  brought.length === 0 &&
  Object.values(apart).every((rows) => rows.length === 0)
