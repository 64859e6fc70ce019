import type { Day } from '../calendar'
import { groupBy } from '../grouping'
import type { Scope } from '../scope.server'
import { listBroughtSources } from './brought-sources.server'
import { readSourceBacking } from './source-backing.server'
import type { RowSource } from './row'
import { listActivities, listAwards, listCompletions } from './source-rows.server'

/** The days on which something must have been finished, both included. */
export type Span = { first: Day; last: Day }

/**
 * What members have done that could count toward a renewal, by member, oldest first: approved with the
 * minutes that were booked, and what waits or came back with the minutes that were logged. The caller has
 * decided who may see it, and how many members at a time.
 *
 * @param draftId an activity that is taken along as planned, though it was never sent
 */
export async function sourcesOf(
  scope: Scope,
  memberIds: string[],
  span: Span,
  draftId?: string,
): Promise<Map<string, RowSource[]>> {
  const [logged, finished, badges, brought, backing] = await Promise.all([
    listActivities(scope, memberIds, span, draftId),
    listCompletions(scope, memberIds, span),
    listAwards(scope, memberIds, span),
    listBroughtSources(scope, memberIds, span),
    readSourceBacking(scope, memberIds, span),
  ])
  const sources = [
    ...logged.map((row) => backing.source('activity', row)),
    ...finished.map((row) => backing.source('completion', row)),
    ...badges.map((row) => backing.source('award', row)),
    ...brought,
  ].filter((source) => source !== null)
  sources.sort((a, b) => a.endedOn.localeCompare(b.endedOn) || (a.id < b.id ? -1 : 1))
  return groupBy(sources, ({ memberId }) => memberId)
}

/** The days of sources for cycles: from the first that begins to the last that ends. */
export const spanOf = (cycles: { startsOn: Day; lastDay: Day }[]): Span => ({
  first: cycles.map(({ startsOn }) => startsOn).toSorted()[0]!,
  last: cycles
    .map(({ lastDay }) => lastDay)
    .toSorted()
    .at(-1)!,
})
