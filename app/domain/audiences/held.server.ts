import { and, gt, isNull, lte, or } from '#db/query.server'
import type { memberSubjects, peopleListMembers } from '#db/schema'
import type { Day } from '../calendar'

type Dated = typeof memberSubjects | typeof peopleListMembers

/** Whether somebody was on a list, or taught a subject, at the end of a day. */
export const heldOn = ({ addedOn, removedOn }: Dated, day: Day) =>
  and(lte(addedOn, day), or(isNull(removedOn), gt(removedOn, day)))!
