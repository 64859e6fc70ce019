export const MAX_DISTRICT_NAME_LENGTH = 120
export const MAX_REVIEW_DAYS = 365

/** The longest yardstick, in minutes: more than this in a school year is a slip. */
export const MAX_YARDSTICK_MINUTES = 500 * 60
