import { type Day, dayInWords } from '../calendar'

/** Days of a kind: the first of them, and how many there are. */
export type SomeDays = { first: Day; count: number }

/** People of a kind: the names of some, and how many there are. */
export type SomePeople = { names: string[]; count: number }

/** Why the hours of somebody cannot be told to the state yet. */
export type Reason =
  | { kind: 'no_number'; licenseId: string | null }
  | { kind: 'shared_number'; licenseId: string; others: SomePeople }
  | { kind: 'no_school_number'; organizationId: string; school: string }
  | { kind: 'before_hire'; hiredOn: Day; days: SomeDays }
  | { kind: 'no_affiliation'; days: SomeDays }

/** The kinds of reasons, each as a heading says it. */
export const REASONS: Record<Reason['kind'], string> = {
  no_number: 'No state number',
  shared_number: 'State number shared with somebody',
  no_school_number: 'School without a number',
  before_hire: 'Before the day of hire',
  no_affiliation: 'Worked nowhere on that day',
}

/** A reason as a sentence, and who can mend it. @param state the name of the state */
export function reasonInWords(reason: Reason, state: string): string {
  switch (reason.kind) {
    case 'no_number':
      return reason.licenseId === null
        ? `No license of ${state} is here, so there is no number the state knows them by. They add the license themselves, or an administrator imports it.`
        : `The license of ${state} has no number. They or an administrator write it there.`
    case 'shared_number':
      return `${peopleInWords(reason.others)} ${reason.others.count === 1 ? 'has' : 'have'} the same state number. An administrator corrects the license on which it is wrong.`
    case 'no_school_number':
      return `${reason.school} has no number. An administrator writes it on its page, or it comes with the roster.`
    case 'before_hire':
      return `${daysInWords(reason.days)} before the day of hire, ${dayInWords(reason.hiredOn)}. An administrator corrects the day of hire, or takes the approval back.`
    case 'no_affiliation':
      return `${daysInWords(reason.days)} on which they worked nowhere here. An administrator corrects their first or last day at the school.`
  }
}

function daysInWords({ first, count }: SomeDays) {
  if (count === 1) return `There are hours on ${dayInWords(first)}, a day`
  return `There are hours on ${dayInWords(first)} and ${count - 1} more ${count === 2 ? 'day' : 'days'},`
}

function peopleInWords({ names, count }: SomePeople) {
  const rest = count - names.length
  const others = rest === 0 ? [] : [rest === 1 ? '1 other' : `${rest} others`]
  return new Intl.ListFormat('en-US', { type: 'conjunction' }).format([...names, ...others])
}
