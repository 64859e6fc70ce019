import { and, eq, inArray, ne, orElse, sumOf } from '#db/query.server'
import { activities } from '#db/schema'
import { type Day, daysBetween } from '../calendar'
import { Invalid } from '../errors'
import type { Scope } from '../scope.server'
import { MAX_DAYS, MAX_MINUTES_A_DAY } from './activity'
import { hoursTyped } from '../duration'

type Dated = { id: string; startedOn: Day; endedOn: Day | null; minutes: number }

/**
 * Holds an activity against the calendar: not in the future, not longer than its days can hold, nor
 * than what else was sent for the same single day leaves.
 *
 * @throws Invalid
 */
export async function checkTime(scope: Scope, activity: Dated) {
  const last = activity.endedOn ?? activity.startedOn
  if (last < activity.startedOn) {
    throw new Invalid('endedOn', 'The last day is before the first. Change one of the two.')
  }
  if (last > scope.today) {
    throw new Invalid(
      activity.endedOn ? 'endedOn' : 'startedOn',
      'That day is still to come. Save a draft now and send it afterwards.',
    )
  }
  const days = daysBetween(activity.startedOn, last) + 1
  if (days > MAX_DAYS) {
    throw new Invalid('endedOn', 'That is more than a year. Log one activity for each school year.')
  }
  if (activity.minutes > days * MAX_MINUTES_A_DAY) {
    throw new Invalid(
      'hours',
      `That is more than ${days === 1 ? 'a day' : `${days} days`} can hold.`,
    )
  }
  if (days > 1) return

  const [row] = await scope.db
    .select({ minutes: sumOf(activities.minutes) })
    .from(activities)
    .where(
      and(
        eq(activities.memberId, scope.actor.id),
        ne(activities.id, activity.id),
        inArray(activities.status, ['submitted', 'approved']),
        eq(activities.startedOn, activity.startedOn),
        eq(orElse(activities.endedOn, activity.startedOn), activity.startedOn),
      ),
    )
  const already = row?.minutes ?? 0
  if (already + activity.minutes > MAX_MINUTES_A_DAY) {
    throw new Invalid(
      'hours',
      `Together with ${hoursTyped(already)} h already logged for that day it is more than a day can hold.`,
    )
  }
}
