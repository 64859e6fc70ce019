import { addDays, type Day, dayInWords } from '../calendar'
import { type Letter, nextMove, standing } from './reminder'

/** How many days ahead of the due day a notice is written. */
export const NOTICE_DAYS = { due_30: 30, due_7: 7 }

/** Which notice the product writes by itself, the newest first. */
export type NoticeKind = 'due_30' | 'due_7' | 'overdue'

/** The notice whose time it is, of something that is due on a day; earlier ones are not made up for. */
export function noticeFor(dueOn: Day, today: Day): NoticeKind | null {
  if (dueOn < today) return 'overdue'
  if (dueOn <= addDays(today, NOTICE_DAYS.due_7)) return 'due_7'
  return dueOn <= addDays(today, NOTICE_DAYS.due_30) ? 'due_30' : null
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
