/** The longest course the catalog takes, in minutes. */
export const MAX_COURSE_MINUTES = 1000 * 60
