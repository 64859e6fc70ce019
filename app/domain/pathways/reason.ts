import type { AssignmentKind, Condition } from '#db/words'
import { audienceInWords, blockInWords, type Names } from '../audiences/words'
import type { Audience } from '../audiences/audience'
import type { Day } from '../calendar'

const VERBS: Record<AssignmentKind, string> = {
  mandated: 'assigned',
  recommended: 'recommended',
  offered: 'offered',
}

/** An assignment that is for somebody, and the part of its audience that fits them. */
export type Giving = {
  kind: AssignmentKind
  audience: Audience
  /** The position of the block that fits; null where none does any more. */
  block: number | null
  by: string
  madeOn: Day
}

export type Reason = {
  enrolledOn: Day
  /** What the enrollment rests on. */
  assignment: Giving | null
  /** The other assignments of the pathway that fit too. */
  others: Giving[]
  names: Names
}

type FormatDay = (day: Day) => string

/** Why somebody has a pathway, in a sentence for each assignment that fits. */
export function reasonInWords(reason: Reason, formatDay: FormatDay) {
  const others = reason.others.map(
    (giving) => ` ${givingInWords(giving, reason.names, formatDay, ' also')}.`,
  )
  return `${groundsInWords(reason, formatDay)}${others.join('')}`
}

function groundsInWords({ enrolledOn, assignment, names }: Reason, formatDay: FormatDay) {
  if (!assignment) return `You joined it yourself on ${formatDay(enrolledOn)}.`
  const given = givingInWords(assignment, names, formatDay)
  if (assignment.kind === 'offered') {
    return `You joined it on ${formatDay(enrolledOn)}; ${given}.`
  }
  return `You have this because ${given} on ${formatDay(assignment.madeOn)}.`
}

function givingInWords(giving: Giving, names: Names, formatDay: FormatDay, also = '') {
  const { kind, by, audience, block } = giving
  const part: Condition[] | undefined = block === null ? undefined : audience.any[block]
  const whom = part
    ? blockInWords(part, names, formatDay)
    : audienceInWords(audience, names, formatDay)
  return `${by}${also} ${VERBS[kind]} it to ${whom}`
}
