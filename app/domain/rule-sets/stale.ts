import { addMonths, type Day } from '../calendar'

/** After so many months a figure has to be compared with its source again. */
const FRESH_MONTHS = 12

/** Whether data is older than twelve months: on the day a year after it was checked it is not yet. */
export const isStale = (checkedOn: Day, today: Day) => today > addMonths(checkedOn, FRESH_MONTHS)
