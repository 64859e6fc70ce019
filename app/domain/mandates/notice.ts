import type { Strength } from '#db/words'
import { addDays, type Day, dayInWords } from '../calendar'
import { needInWords } from './proof'

/** How many days before the due day a notice is written. */
export const NOTICE_DAYS = [90, 30, 7] as const

/** Days before the due day; 0 when it is overdue, -1 to the principal. */
export type Noticed = (typeof NOTICE_DAYS)[number] | 0 | -1

/**
 * The notice to the person whose time it is; earlier ones are not made up for, and none comes before what
 * is done counts. The last of them is kept, so that each is written once.
 */
export function noticeFor(
  turn: { opensOn: Day; dueOn: Day; lateOn: Day; noticed: number | null },
  today: Day,
): Exclude<Noticed, -1> | null {
  const { opensOn, dueOn, lateOn, noticed } = turn
  if (opensOn > today) return null
  const due = lateOn <= today ? 0 : NOTICE_DAYS.toReversed().find(isNear(dueOn, today))
  if (due === undefined || (noticed !== null && noticed <= due)) return null
  return due
}

const isNear = (dueOn: Day, today: Day) => (days: number) => dueOn <= addDays(today, days)

export type TrainingLetter = {
  givenName: string
  district: string
  /** What the training is called. */
  training: string
  /** What meets it: `Complete “Civil rights in schools”`. */
  ask: string
  /** The least strength of what meets it. */
  proof: Strength
  dueOn: Day
  /** Where it stands. */
  link: string
}

/** The letter about a required training to whom it is asked of. */
export function trainingLetter(letter: TrainingLetter, notice: Exclude<Noticed, -1>) {
  const { givenName, district, training, ask, proof, dueOn, link } = letter
  const need = needInWords(proof)
  const day = dayInWords(dueOn)
  const isOverdue = notice === 0
  return {
    subject: isOverdue
      ? `The required training “${training}” is overdue`
      : `The required training “${training}” is due on ${day}`,
    text: `Hello ${givenName},

${isOverdue ? `The required training “${training}” was due on ${day} and is not met.` : `The required training “${training}” is due on ${day}.`} What meets it: ${ask}.${need ? ` ${need}` : ''}

Why you have it, and what you can do, stands here:

${link}

${district}`,
  }
}

const MOST_NAMED = 50

/** The letter to a principal about who at their school is overdue, by name. */
export function overdueLetter(letter: {
  givenName: string
  district: string
  overdue: { name: string; training: string; dueOn: Day }[]
  link: string
}) {
  const { givenName, district, overdue, link } = letter
  const lines = overdue
    .slice(0, MOST_NAMED)
    .map(({ name, training, dueOn }) => `- ${name}: “${training}”, due on ${dayInWords(dueOn)}`)
  const more = overdue.length - lines.length
  if (more > 0) lines.push(`- and ${more} more`)
  return {
    subject:
      overdue.length === 1
        ? 'A required training at your school is overdue'
        : `${overdue.length} required trainings at your school are overdue`,
    text: `Hello ${givenName},

These people were required to take a training by a day that has passed. Each has had a letter, where we know an address. You get this because you lead their school, once for each of them.

${lines.join('\n')}

How your school stands:

${link}

${district}`,
  }
}
