import { addDays, dayIn } from '~/domain/calendar'
import { TIME_ZONE } from '../../db/seed/day'

/** The day it is in the district of the demonstration, whatever day it is where the tests run. */
export const today = () => dayIn(TIME_ZONE, new Date())

/** That day, `days` days earlier. */
export const daysAgo = (days: number) => addDays(today(), -days)
