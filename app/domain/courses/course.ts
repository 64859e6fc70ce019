/** The letters a title or the name of a provider may have. */
export const MAX_WORDS = 200

export const MAX_COURSE_MINUTES = 1000 * 60
