/** One page of a list, and what paging needs to know. */
export type Page<T> = { rows: T[]; total: number; page: number; pages: number }

export const PAGE_SIZE = 25

/** The rows to skip and to take for a page, counted from 1. */
export const window = (page: number, size = PAGE_SIZE) => ({
  limit: size,
  offset: (Math.max(1, page) - 1) * size,
})

/** The page that is asked for, or the last one where there are fewer. */
export const pageWithin = (page: number, total: number, size = PAGE_SIZE) =>
  Math.min(page, pagesOf(total, size))

const pagesOf = (total: number, size: number) => Math.max(1, Math.ceil(total / size))

/**
 * The rows to skip and to take for a page of a long list from the end that is nearer, where its last page
 * shall cost no more than its first: sorted the other way round and turned where it says so.
 */
export function nearWindow(page: number, total: number) {
  const { limit, offset } = window(page)
  const rest = Math.max(0, total - offset)
  const taken = Math.min(limit, rest)
  const isTurned = offset > rest
  return { limit: taken, offset: isTurned ? rest - taken : offset, isTurned }
}

/** Puts rows and their total together. */
export function pageOf<T>(rows: T[], total: number, page: number, size = PAGE_SIZE): Page<T> {
  return { rows, total, page, pages: pagesOf(total, size) }
}
