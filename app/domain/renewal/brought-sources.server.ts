import { listBroughtIn } from '../brought/queries.server'
import { addMonths } from '../calendar'
import type { Scope } from '../scope.server'
import type { RowSource } from './row'
import { LONGEST_ACTIVITY_MONTHS } from './source-rows.server'
import type { Span } from './sources.server'

/**
 * What members have brought along from other districts, as the rules see it: with the minutes and the
 * approval it had there. Like what was earned here, it brings nothing without minutes, and a badge nothing
 * without a credit.
 */
export async function listBroughtSources(
  scope: Scope,
  memberIds: string[],
  span: Span,
): Promise<(RowSource & { memberId: string })[]> {
  const rows = await listBroughtIn(scope, memberIds, span)
  const firstStart = addMonths(span.first, -LONGEST_ACTIVITY_MONTHS)
  return rows.flatMap((row) => {
    if (row.startedOn < firstStart) return []
    const { kind, claim, from, decidedBy, decidedOn } = row
    const minutes = row.standing === 'approved' ? row.countedMinutes : row.minutes
    if (kind === 'award' ? !claim?.credit : !minutes) return []
    return [
      {
        kind,
        id: row.id,
        memberId: row.memberId,
        title: row.title,
        startedOn: row.startedOn,
        endedOn: row.endedOn,
        activityKind: row.activityKind,
        minutes: kind === 'award' ? null : minutes,
        provider: row.provider,
        sponsorNumber: row.sponsorNumber,
        location: row.location,
        strength: row.strength,
        hasEvidence: row.hasEvidence,
        status: row.standing,
        isTakenBack: false,
        claim: claim && {
          ...claim,
          id: row.id,
          activityId: null,
          completionId: null,
          awardId: null,
        },
        brought: { from: from.name, decidedBy, decidedOn },
      },
    ]
  })
}
