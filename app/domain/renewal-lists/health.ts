import type { CourseState } from '../evaluation/course'

/** Groups of fewer people are not counted in public. */
export const FEWEST_SHOWN = 5

/** How somebody's license renewal stands, without any of its figures; null where there is no cycle. */
export type Health = { state: 'on_course' | 'behind' | null }

/** The standing of several cycles: behind where one of them is. */
export function worstOf(states: readonly CourseState[]): Health['state'] {
  if (states.length === 0) return null
  return states.some((state) => state === 'behind' || state === 'ended') ? 'behind' : 'on_course'
}

/** A count in words, without telling of whom a small one is made up. */
export const shownCount = (count: number) =>
  count === 0 ? 'none' : count < FEWEST_SHOWN ? `fewer than ${FEWEST_SHOWN}` : String(count)
