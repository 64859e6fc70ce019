import { listBroughtIn } from '../brought/queries.server'
import type { Scope } from '../scope.server'
import type { RowSource } from './row'
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
  return rows.flatMap((row) => {
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
