/** The words that columns hold, as types; their lists and rules stand in `app/domain`. */
export type OrganizationKind = 'district' | 'school' | 'department'
export type GradeBand = 'elementary' | 'middle' | 'high'
export type Role = 'educator' | 'coach' | 'principal' | 'coordinator' | 'administrator' | 'auditor'

export type ActivityStatus =
  'draft' | 'submitted' | 'approved' | 'returned' | 'denied' | 'withdrawn'

export type SubmissionKind = 'activity' | 'completion' | 'award' | 'evidence'
export type SubmissionStatus = 'waiting' | 'approved' | 'returned' | 'denied' | 'withdrawn'
export type Decision = 'approved' | 'returned' | 'denied'
/** What a reviewer did: decided, or took the decision before it back. */
export type ReviewWord = Decision | 'reopened'

/** How strong the proof behind a row is, weakest first. */
export type Strength =
  'self_reported' | 'document' | 'attendance_code' | 'roster_confirmed' | 'signed_by_provider'

export type GoalKind = 'student_learning' | 'professional_practice' | 'license' | 'initiative'
export type GoalStatus = 'open' | 'met' | 'partly_met' | 'not_met' | 'withdrawn'

export type PathwayStatus = 'draft' | 'published' | 'retired'
export type StepKind = 'course' | 'activity_minutes' | 'badge' | 'evidence' | 'goal' | 'pathway'
export type AssignmentKind = 'mandated' | 'recommended' | 'offered'
/** A letter about an enrollment: by a person, or the notice of a time before or after its due day. */
export type ReminderKind = 'by_hand' | 'due_30' | 'due_7' | 'overdue'

export type LicenseSource = 'educator' | 'import'
/** What holds for an educator, what somebody attested, and what was done once in a career. */
export type CycleFactKind = 'fact' | 'attestation' | 'met_once'

/** What credit can be used for. */
export type UsePurpose = 'renewal' | 'pay_lane' | 'stipend' | 'pathway'
