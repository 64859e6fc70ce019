/** The choice of what to lay beside a report that takes its day from the field after it. */
export const ANOTHER_DAY = 'day'
/** The choice of nothing, which the day in that field does not change. */
export const NOTHING = 'none'
