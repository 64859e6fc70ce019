/** How many rows of a kind are found at most. */
export const FOUND_AT_MOST = 10
