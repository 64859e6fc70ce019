import type { Decision, SubmissionKind, SubmissionStatus } from '../../words'
import { DENIALS, RETURN_QUESTIONS } from '../repertoire'
import { REVIEW_DAYS } from '../reviewing'
import { recordEvent } from './events'
import { type Ground, type Learner, principalOn, type School } from './ground'
import { type DayNumber, instantOf, nextWeekdayOf, textOf } from './timeline'

type Fate = 'approved' | 'mended' | 'returned' | 'denied' | 'withdrawn'

const FATES: Fate[] = [
  ...Array<Fate>(950).fill('approved'),
  ...Array<Fate>(20).fill('mended'),
  ...Array<Fate>(8).fill('returned'),
  ...Array<Fate>(12).fill('denied'),
  ...Array<Fate>(10).fill('withdrawn'),
]
/** Days until a principal has decided; once in a while it takes longer than it should. */
const WAITS = [...Array.from({ length: 50 }, () => [1, 2, 2, 3, 4, 7, 12, 17]).flat(), 36]
/** Minutes of the day in UTC: before school, and after it. */
const MORNING = 11 * 60 + 10
const EVENING = 19 * 60 + 30
const COLUMNS = {
  activity: 'activityId',
  completion: 'completionId',
  award: 'awardId',
  evidence: 'evidenceId',
} as const

export type Subject = {
  id: string
  kind: SubmissionKind
  /** Of evidence for a step: what the step is called. */
  title?: string
  minutes?: number
  learner: Learner
  school: School
}

/** What came of a submission, and when. */
export type Outcome = { status: SubmissionStatus; on: DayNumber; at: Date }

/**
 * Sends something for review, and lets the principal decide where that day is over.
 *
 * @param approvedOn the day on which it is approved, for what must be; chance decides otherwise
 */
export function submit(
  ground: Ground,
  subject: Subject,
  sentOn: DayNumber,
  approvedOn?: DayNumber,
): Outcome {
  const submission = send(ground, subject, sentOn)
  const fate = approvedOn === undefined ? ground.chance.pick(FATES) : 'approved'
  if (fate === 'withdrawn') return withdraw(ground, subject, submission, sentOn)
  const decidedOn = approvedOn ?? dayOfDecision(ground, sentOn)
  if (fate !== 'mended') return decide(ground, subject, submission, fate, decidedOn)

  const returned = decide(ground, subject, submission, 'returned', decidedOn)
  const sentAgainOn = decidedOn + 1
  if (sentAgainOn > ground.until) return returned
  const again = send(ground, subject, sentAgainOn)
  return decide(ground, subject, again, 'approved', dayOfDecision(ground, sentAgainOn))
}

/** When a principal comes to decide on something. */
export const dayOfDecision = ({ chance }: Pick<Ground, 'chance'>, sentOn: DayNumber) =>
  nextWeekdayOf(sentOn + chance.pick(WAITS))

type Submission = Ground['rows']['submissions'][number]

function send(ground: Ground, subject: Subject, on: DayNumber): Submission {
  const { rows, newId, chance } = ground
  const { id, kind, title, minutes, learner, school } = subject
  const submittedAt = instantOf(on, EVENING + chance.between(1, 200))
  const submission: Submission = {
    id: newId(),
    memberId: learner.id,
    organizationId: school.id,
    kind,
    [COLUMNS[kind]]: id,
    title,
    minutes,
    status: 'waiting',
    submittedAt,
    dueOn: textOf(on + REVIEW_DAYS),
  }
  rows.submissions.push(submission)
  return submission
}

function withdraw(
  ground: Ground,
  { learner }: Subject,
  submission: Submission,
  on: DayNumber,
): Outcome {
  const at = new Date(submission.submittedAt.getTime() + 15 * 60_000)
  submission.status = 'withdrawn'
  submission.closedAt = at
  recordEvent(ground, 'submission.withdrawn', submission.id, learner.id, at)
  return { status: 'withdrawn', on, at }
}

function decide(
  ground: Ground,
  { school }: Subject,
  submission: Submission,
  decision: Decision,
  on: DayNumber,
): Outcome {
  const { rows, chance, until } = ground
  if (on > until) return { status: 'waiting', on, at: submission.submittedAt }
  const decidedAt = instantOf(on, MORNING + chance.between(0, 240))
  const reviewerId = principalOn(school, on)
  submission.status = decision
  submission.closedAt = decidedAt
  rows.reviews.push({
    submissionId: submission.id,
    reviewerId,
    decision,
    reason: decision === 'approved' ? null : chance.pick(REASONS[decision]),
    decidedAt,
  })
  return { status: decision, on, at: decidedAt }
}

const REASONS = { returned: RETURN_QUESTIONS, denied: DENIALS }
