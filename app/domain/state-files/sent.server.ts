import { and, asc, eq, gte, isNull, lte } from '#db/query.server'
import { members, stateFileRefusals, stateFileRows, stateFiles } from '#db/schema'
import type { Scope } from '../scope.server'
import { numberKey, type Period, type Sent } from './state-file'

/** What the files of a period told that were not refused: the last for each state number. */
export async function sentIn(scope: Scope, { first, last }: Period): Promise<Sent[]> {
  const rows = await scope.db
    .select({
      memberId: stateFileRows.memberId,
      givenName: stateFileRows.givenName,
      familyName: stateFileRows.familyName,
      sortName: members.sortName,
      organizationId: stateFileRows.organizationId,
      schoolName: stateFileRows.schoolName,
      schoolNumber: stateFileRows.schoolNumber,
      stateNumber: stateFileRows.stateNumber,
      activities: stateFileRows.activities,
      minutes: stateFileRows.minutes,
      kind: stateFileRows.kind,
      fileId: stateFiles.id,
      fileNumber: stateFiles.number,
    })
    .from(stateFiles)
    .leftJoin(stateFileRefusals, eq(stateFileRefusals.fileId, stateFiles.id))
    .innerJoin(stateFileRows, eq(stateFileRows.fileId, stateFiles.id))
    .innerJoin(members, eq(members.id, stateFileRows.memberId))
    .where(
      and(eq(stateFiles.firstOn, first), eq(stateFiles.lastOn, last), isNull(stateFileRefusals.id)),
    )
    .orderBy(asc(stateFiles.number), asc(stateFileRows.position))
  return [...new Map(rows.map((row) => [numberKey(row.stateNumber), row])).values()]
}

/** Other periods of which files were sent and not refused that have a day in common with this one. */
export async function periodsInTheWay(scope: Scope, period: Period): Promise<Period[]> {
  const rows = await scope.db
    .selectDistinct({ first: stateFiles.firstOn, last: stateFiles.lastOn })
    .from(stateFiles)
    .leftJoin(stateFileRefusals, eq(stateFileRefusals.fileId, stateFiles.id))
    .where(
      and(
        lte(stateFiles.firstOn, period.last),
        gte(stateFiles.lastOn, period.first),
        isNull(stateFileRefusals.id),
      ),
    )
    .orderBy(asc(stateFiles.firstOn), asc(stateFiles.lastOn))
  return rows.filter(({ first, last }) => first !== period.first || last !== period.last)
}
