/** The words that columns hold, as types; their lists and rules stand in `app/domain`. */
export type OrganizationKind = 'district' | 'school' | 'department'
/** How a badge stands: what a person decided on it, if anybody did. */
export type Verification = 'not_verified' | 'verified_by_person' | 'refused' | 'withdrawn'
export type GradeBand = 'elementary' | 'middle' | 'high'
/** The share of a school's students who are eligible for free or reduced-price lunch, in quarters. */
export type PovertyBand = 'low' | 'mid_low' | 'mid_high' | 'high'
export type Role = 'educator' | 'coach' | 'principal' | 'coordinator' | 'administrator' | 'auditor'

export type ActivityStatus =
  'draft' | 'submitted' | 'approved' | 'returned' | 'denied' | 'withdrawn'

/** What an activity can be; a finished course counts as one of them too. */
export type ActivityKind =
  | 'workshop'
  | 'workshop_series'
  | 'plc'
  | 'online_course'
  | 'conference'
  | 'coaching_received'
  | 'coaching_given'
  | 'mentoring'
  | 'peer_observation'
  | 'lesson_study'
  | 'independent_study'
  | 'course_undergraduate'
  | 'course_graduate'
  | 'institute'
  | 'curriculum_development'
  | 'action_research'
  | 'presenting'
  | 'publishing'
  | 'micro_credential'
  | 'certification_exam'
  | 'mandated_training'
  | 'committee_work'

export type SubmissionKind = 'activity' | 'completion' | 'award' | 'evidence'
export type SubmissionStatus = 'waiting' | 'approved' | 'returned' | 'denied' | 'withdrawn'
export type Decision = 'approved' | 'returned' | 'denied'
/** What a reviewer did: decided, or took the decision before it back. */
export type ReviewWord = Decision | 'reopened'

export type EvidenceKind = 'file' | 'link' | 'text'

/** How strong the proof behind a row is, weakest first. */
export type Strength =
  'self_reported' | 'document' | 'attendance_code' | 'roster_confirmed' | 'signed_by_provider'

export type GoalKind = 'student_learning' | 'professional_practice' | 'license' | 'initiative'
/** Whose a priority is that goals serve. */
export type PriorityOwner = 'state' | 'district'
export type GoalStatus = 'open' | 'met' | 'partly_met' | 'not_met' | 'withdrawn'

export type PathwayStatus = 'draft' | 'published' | 'retired'
export type StepKind = 'course' | 'activity_minutes' | 'badge' | 'evidence' | 'goal' | 'pathway'
export type AssignmentKind = 'mandated' | 'recommended' | 'offered'
/** A letter about an enrollment: by a person, or the notice of a time before or after its due day. */
export type ReminderKind = 'by_hand' | 'due_30' | 'due_7' | 'overdue'

export type LicenseSource = 'educator' | 'import'
/** What holds for an educator, what somebody attested, and what was done once in a career. */
export type CycleFactKind = 'fact' | 'attestation' | 'met_once'

/** What a row of a file for the state does: tells hours for the first time, other than before, or none any more. */
export type StateRowKind = 'new' | 'correction' | 'withdrawn'

/** What credit can be used for. */
export type UsePurpose = 'renewal' | 'pay_lane' | 'stipend' | 'pathway'

/** How far somebody has come on a pathway, where an audience asks for it. */
export type PathwayState = 'under_way' | 'completed' | 'current'

/** One condition of an audience; `not` turns it around. */
export type Condition =
  | {
      kind: 'works'
      not: boolean
      /** The top of the organizations it may be. */
      organizationId: string
      /** Any of them; none means every role of those who learn. */
      roles: Role[]
      gradeBands: GradeBand[]
      subjects: string[]
    }
  /** The first and the last day of employment that fits, as days. */
  | { kind: 'hired'; from: string | null; until: string | null }
  /** Full years since the day of hire. */
  | { kind: 'service'; atLeast: number | null; lessThan: number | null }
  | { kind: 'pathway'; not: boolean; pathwayId: string; state: PathwayState }
  /** A license that is valid today. */
  | { kind: 'license'; not: boolean; jurisdiction: string | null; license: string | null }
  | { kind: 'people'; not: boolean; memberIds: string[] }
  | { kind: 'list'; not: boolean; listId: string }

/** Whom something is for: whoever fits all conditions of any block, and is not excepted. */
export type Audience = { any: Condition[][]; except: string[] }

/** What a due date is reckoned from. */
export type DueFrom = 'none' | 'day' | 'assignment' | 'hire' | 'school_year' | 'pathway'

/** Until when it is due. */
export type DueRule = {
  from: DueFrom
  /** The fixed day. */
  on: string | null
  /** Days from the day it is reckoned from. */
  days: number | null
  /** The pathway whose completion it is reckoned from. */
  pathwayId: string | null
  /** What becomes of those whose day would have passed or cannot be reckoned; null is undecided. */
  otherwise: 'leave_out' | 'none' | 'days' | null
  /** Days from the assignment that they have. */
  otherwiseDays: number | null
}

/** Why an enrollment ended without completion, or gave way. */
export type EndReason =
  'left_audience' | 'assignment_ended' | 'undone' | 'waived' | 'retired' | 'started_again'

export type RequestKind = 'extension' | 'waiver'
export type RequestStatus = 'waiting' | 'approved' | 'denied' | 'withdrawn'

/** Which rule gave the due date of a required training. */
export type TurnReason = 'fixed_day' | 'newly_hired' | 'since_last_time' | 'first_time'
