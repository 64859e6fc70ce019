import type { Decision, SubmissionKind, SubmissionStatus } from '../../words'
import { DENIALS, RETURN_QUESTIONS } from '../repertoire'
import { REVIEW_DAYS } from '../reviewing'
import { recordEvent } from './events'
import type { Ground, Learner, School } from './ground'
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
const WAITS = [...Array<number[]>(50).fill([1, 2, 2, 3, 4, 7, 12, 17]).flat(), 36]
const COLUMNS = {
  activity: 'activityId',
  completion: 'completionId',
  award: 'awardId',
  evidence: 'evidenceId',
} as const

export type Subject = {
  id: string
  kind: SubmissionKind
  title: string
  minutes?: number
  learner: Learner
  school: School
}

/** What came of a submission, and on which day. */
export type Outcome = { status: SubmissionStatus; on: DayNumber }

/**
 * Sends something for review, and lets the principal decide where that day is over.
 *
 * @param certain whether it is approved whenever it is decided on
 */
export function submit(
  ground: Ground,
  subject: Subject,
  sentOn: DayNumber,
  certain = false,
): Outcome {
  const fate = certain ? 'approved' : ground.chance.pick(FATES)
  const sent = send(ground, subject, sentOn, 19 * 60 + 30)
  if (fate === 'withdrawn') {
    sent.status = 'withdrawn'
    sent.closedAt = new Date(sent.submittedAt.getTime() + 40 * 60_000)
    recordEvent(ground, 'submission.withdrawn', sent.id, subject.learner.id, sent.closedAt)
    return { status: 'withdrawn', on: sentOn }
  }
  const decidedOn = dayOfDecision(ground, sentOn)
  if (decidedOn > ground.until) return { status: 'waiting', on: sentOn }
  if (fate !== 'mended') {
    decide(ground, subject, sent, fate, decidedOn)
    return { status: fate, on: decidedOn }
  }
  decide(ground, subject, sent, 'returned', decidedOn)
  const sentAgainOn = decidedOn + 1
  if (sentAgainOn > ground.until) return { status: 'returned', on: decidedOn }
  const again = send(ground, subject, sentAgainOn, 19 * 60 + 30)
  const approvedOn = dayOfDecision(ground, sentAgainOn)
  if (approvedOn > ground.until) return { status: 'waiting', on: sentAgainOn }
  decide(ground, subject, again, 'approved', approvedOn)
  return { status: 'approved', on: approvedOn }
}

type Submission = Ground['rows']['submissions'][number]

const dayOfDecision = ({ chance }: Ground, sentOn: DayNumber) =>
  nextWeekdayOf(sentOn + chance.pick(WAITS))

function send(ground: Ground, subject: Subject, on: DayNumber, minute: number): Submission {
  const { rows, newId, chance } = ground
  const { id, kind, title, minutes, learner, school } = subject
  const submittedAt = instantOf(on, minute + chance.between(1, 200))
  const submission: Submission = {
    id: newId(submittedAt),
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
  recordEvent(ground, 'submission.sent', submission.id, learner.id, submittedAt)
  return submission
}

function decide(
  ground: Ground,
  { school: { principalId } }: Subject,
  submission: Submission,
  decision: Decision,
  on: DayNumber,
) {
  const { rows, newId, chance } = ground
  const decidedAt = instantOf(on, 11 * 60 + 10 + chance.between(0, 240))
  submission.status = decision
  submission.closedAt = decidedAt
  rows.reviews.push({
    id: newId(decidedAt),
    submissionId: submission.id,
    reviewerId: principalId,
    decision,
    reason:
      decision === 'approved'
        ? null
        : chance.pick(decision === 'returned' ? RETURN_QUESTIONS : DENIALS),
    decidedAt,
  })
  recordEvent(ground, `submission.${decision}`, submission.id, principalId, decidedAt)
}
