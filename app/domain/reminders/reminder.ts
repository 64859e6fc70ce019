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

/** How many steps are done, as a sentence. */
export const standing = ({ stepsCompleted, stepsRequired }: Letter) =>
  `${stepsCompleted} of ${stepsRequired} ${stepsRequired === 1 ? 'step is' : 'steps are'} done.`

/** What to do next, and where. */
export const nextMove = ({ next, link }: Letter) =>
  `${next ? `Next: ${next}. ` : ''}Go on here:\n\n${link}`
