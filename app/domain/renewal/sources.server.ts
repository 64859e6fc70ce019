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
 * @param also an activity that is taken along as planned, though it was never sent, and what a closed cycle
 *   has used, which counts there whatever became of it
 */
export async function sourcesOf(
  scope: Scope,
  memberIds: string[],
  span: Span,
  also: { draftId?: string; usedIds?: ReadonlySet<string> } = {},
): Promise<Map<string, RowSource[]>> {
  const { draftId, usedIds = NONE } = also
  const used = [...usedIds]
  const [logged, finished, badges, brought, backing] = await Promise.all([
    listActivities(scope, memberIds, span, draftId ? [...used, draftId] : used),
    listCompletions(scope, memberIds, span, used),
    listAwards(scope, memberIds, span, used),
    listBroughtSources(scope, memberIds, span),
    readSourceBacking(scope, memberIds, span, usedIds),
  ])
  const sources = [
    ...logged.map((row) => backing.source('activity', row)),
    ...finished.map((row) => backing.source('completion', row)),
    ...badges.map((row) => backing.source('award', row)),
    ...brought,
  ].filter((source) => source !== null)
  const ofMembers = groupBy(sources, ({ memberId }) => memberId)
  for (const list of ofMembers.values()) list.sort(oldestFirst)
  return ofMembers
}

function oldestFirst(a: RowSource, b: RowSource) {
  if (a.endedOn !== b.endedOn) return a.endedOn < b.endedOn ? -1 : 1
  return a.id < b.id ? -1 : 1
}

const NONE: ReadonlySet<string> = new Set()

/** The days of sources for cycles: from the first that begins to the last that ends. */
export const spanOf = (cycles: { startsOn: Day; lastDay: Day }[]): Span => ({
  first: cycles.map(({ startsOn }) => startsOn).toSorted()[0]!,
  last: cycles
    .map(({ lastDay }) => lastDay)
    .toSorted()
    .at(-1)!,
})
