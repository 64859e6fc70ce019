import type { Day } from '~/domain/calendar'
import type { PeopleState } from '~/domain/readiness/readiness'

/** The query string with which readiness opens those whom a figure of a pathway counts on a day. */
export function countedQuery(figure: {
  pathway: string
  state: PeopleState
  asOf: Day
  /** With all below it; the district when absent. */
  organization?: string
}) {
  const { organization, ...query } = figure
  return `?${new URLSearchParams({ ...query, ...(organization && { organization }) })}`
}
