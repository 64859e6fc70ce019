import { schoolYearOf, schoolYearSpan } from '../calendar'
import { usedId } from '../credit/use'
import { usesByMember } from '../credit/uses.server'
import { groupBy } from '../grouping'
import type { RowSource } from '../renewal/row'
import { sourcesOf } from '../renewal/sources.server'
import type { Scope } from '../scope.server'

/** How many school years one can go back to. */
const YEARS_BACK = 8

/** The school years to choose from, this one first. */
export function yearsToChoose(scope: Scope) {
  const current = schoolYearOf(scope.today, scope.district.schoolYearStartsOn)
  return Array.from({ length: YEARS_BACK }, (_, back) => current - back)
}

/**
 * What a member has finished in a school year and is approved, newest first, each with its uses. The caller
 * has decided who may see it.
 */
export async function listApproved(scope: Scope, memberId: string, schoolYear: number) {
  const span = schoolYearSpan(schoolYear, scope.district.schoolYearStartsOn)
  const [found, uses] = await Promise.all([
    sourcesOf(scope, [memberId], span),
    usesByMember(scope, [memberId]),
  ])
  const usesOf = groupBy(uses.get(memberId) ?? [], usedId)
  const sources = (found.get(memberId) ?? []).filter(({ status }) => status === 'approved')
  return sources.toReversed().map((source) => ({
    ...earnedOf(source),
    uses: usesOf.get(source.id) ?? [],
  }))
}

const earnedOf = ({ kind, id, title, endedOn, minutes, claim, brought }: RowSource) => ({
  kind,
  id,
  brought,
  title,
  endedOn,
  minutes,
  credit: claim?.credit ?? null,
  amountThousandths: claim?.amountThousandths ?? null,
})
