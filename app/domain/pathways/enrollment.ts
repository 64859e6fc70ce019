import { addDays, type Day } from '../calendar'

/** From so many days before a completion lapses one may start again. */
export const RENEWAL_DAYS = 90

type Completed = { completedOn: Day | null; expiresOn: Day | null }

/** Whether a completion holds on a day; the day it expires it no longer does. */
export const isCurrent = ({ completedOn, expiresOn }: Completed, day: Day) =>
  completedOn !== null && completedOn <= day && (expiresOn === null || expiresOn > day)

/** Whether one may go through the pathway anew: the completion lapses soon, or has lapsed. */
export const mayStartAgain = ({ completedOn, expiresOn }: Completed, today: Day) =>
  completedOn !== null && expiresOn !== null && expiresOn <= addDays(today, RENEWAL_DAYS)

/** Whether something mandated is not completed after its due date and the days of grace. */
export const isOverdue = (
  { lateOn, completedOn }: { lateOn: Day | null; completedOn: Day | null },
  today: Day,
) => completedOn === null && lateOn !== null && lateOn <= today
