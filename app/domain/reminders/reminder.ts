import { addDays, type Day, dayInWords } from '../calendar'
import { isEmail, normalizeEmail } from '../mail/address'

/** Who was reminded so many days ago or less is left alone. */
export const QUIET_DAYS = 7

/** The longest sentence of one's own in a reminder. */
export const MAX_NOTE_LENGTH = 500

/** What becomes of somebody who is among the people to remind. */
export const OUTCOMES = {
  written: 'Gets the letter',
  waiting: 'Waits for us',
  reminded: 'Reminded in the last 7 days',
  no_email: 'No email address',
  completed: 'Completed it',
} as const

export type Outcome = keyof typeof OUTCOMES

/** Why each kind of people gets no letter. */
export const WHY_NOT: Record<Exclude<Outcome, 'written'>, string> = {
  waiting: 'What they sent waits for a decision of ours; the next move is not theirs.',
  reminded: 'One letter a week is enough.',
  no_email: 'Cairn does not know where to write to them.',
  completed: 'There is nothing to remind them of.',
}

export type Candidate = {
  completedOn: Day | null
  isWaiting: boolean
  email: string | null
  remindedOn: Day | null
}

/** What becomes of somebody, each reason before those after it. */
export function outcomeOf(candidate: Candidate, today: Day): Outcome {
  const { completedOn, isWaiting, email, remindedOn } = candidate
  if (completedOn !== null) return 'completed'
  if (isWaiting) return 'waiting'
  if (!isEmail(normalizeEmail(email ?? ''))) return 'no_email'
  if (remindedOn !== null && remindedOn > addDays(today, -QUIET_DAYS)) return 'reminded'
  return 'written'
}

export type Letter = {
  givenName: string
  pathway: string
  district: string
  dueOn: Day | null
  stepsCompleted: number
  stepsRequired: number
  /** The title of the step that comes next. */
  next: string | null
  /** Where to go on. */
  link: string
  /** Why they have the pathway, in one sentence. */
  reason: string
}

/** The letter with which somebody reminds an educator. */
export function reminderLetter(letter: Letter, { by, note }: { by: string; note?: string }) {
  const due = letter.dueOn ? ` It is due on ${dayInWords(letter.dueOn)}.` : ''
  return {
    subject: `“${letter.pathway}”: a reminder from ${by}`,
    text: `Hello ${letter.givenName},

${by} asks you to go on with “${letter.pathway}”. ${standing(letter)}${due}
${note ? `\n${note}\n` : ''}
${nextMove(letter)}

${letter.reason}

${letter.district}`,
  }
}

/** Which notice the product writes by itself, the newest first. */
export type NoticeKind = 'due_30' | 'due_7' | 'overdue'

/** The notice whose time it is, of something that is due on a day; earlier ones are not made up for. */
export function noticeFor(dueOn: Day, today: Day): NoticeKind | null {
  if (dueOn < today) return 'overdue'
  if (dueOn <= addDays(today, 7)) return 'due_7'
  return dueOn <= addDays(today, 30) ? 'due_30' : null
}

/** The letter that the product writes by itself. */
export function noticeLetter(letter: Letter & { dueOn: Day }, kind: NoticeKind) {
  const day = dayInWords(letter.dueOn)
  const what =
    kind === 'overdue'
      ? `“${letter.pathway}” was due on ${day} and is not completed.`
      : `“${letter.pathway}” is due on ${day}.`
  return {
    subject:
      kind === 'overdue'
        ? `“${letter.pathway}” is overdue`
        : `“${letter.pathway}” is due on ${day}`,
    text: `Hello ${letter.givenName},

${what} ${standing(letter)}

${nextMove(letter)}

${letter.reason}

${letter.district}`,
  }
}

const standing = ({ stepsCompleted, stepsRequired }: Letter) =>
  `${stepsCompleted} of ${stepsRequired} ${stepsRequired === 1 ? 'step is' : 'steps are'} done.`

const nextMove = ({ next, link }: Letter) =>
  `${next ? `Next: ${next}. ` : ''}Go on here:\n\n${link}`

export type Overdue = { name: string; pathway: string; dueOn: Day }

const MOST_NAMED = 50

/** The letter to a principal about what of their staff is overdue, by name. */
export function escalationLetter(letter: {
  givenName: string
  district: string
  overdue: Overdue[]
  /** How many more are past their day because something they sent waits for a decision. */
  waiting: number
  link: string
}) {
  const { overdue, waiting } = letter
  const lines = overdue
    .slice(0, MOST_NAMED)
    .map(({ name, pathway, dueOn }) => `- ${name}: “${pathway}”, due on ${dayInWords(dueOn)}`)
  const more = overdue.length - lines.length
  if (more > 0) lines.push(`- and ${more} more`)
  const left =
    waiting > 0
      ? `\n${waiting === 1 ? 'One more is' : `${waiting} more are`} past the day while what they sent waits for a decision; they are not asked to do anything.\n`
      : ''
  return {
    subject:
      overdue.length === 1
        ? 'One of your staff has something overdue'
        : `${overdue.length} pathways of your staff are overdue`,
    text: `Hello ${letter.givenName},

These people were asked to complete a pathway by a day that has passed. Each has had a letter, where we know an address. You get this because you lead their school, at most once a week.

${lines.join('\n')}
${left}
What would help each of them stands here:

${letter.link}

${letter.district}`,
  }
}
