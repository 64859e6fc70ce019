import { type Day, dayInWords } from '../calendar'

/** A principal gets one letter in so many days at most. */
export const ESCALATION_DAYS = 7

/** Something that somebody was to complete by a day that has passed. */
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
