import { and, eq, inArray, lte, sumOf } from '#db/query.server'
import { ledgerEntries } from '#db/schema'
import type { Scope } from '../scope.server'
import { byPlace, type ReportFrame } from './frame.server'

/** The minutes of the school year by kind and by the school they were earned under, as of the day. */
export async function reportHours(scope: Scope, frame: ReportFrame) {
  const rows = await scope.db
    .select({
      organizationId: ledgerEntries.organizationId,
      kind: ledgerEntries.kind,
      minutes: sumOf(ledgerEntries.minutes),
    })
    .from(ledgerEntries)
    .where(countedIn(frame))
    .groupBy(ledgerEntries.organizationId, ledgerEntries.kind)
  const kinds = new Map<string, number>()
  for (const { kind, minutes } of rows) kinds.set(kind, (kinds.get(kind) ?? 0) + minutes)
  return {
    minutes: rows.reduce((sum, row) => sum + row.minutes, 0),
    byKind: [...kinds]
      .map(([kind, minutes]) => ({ kind, minutes }))
      .sort((a, b) => b.minutes - a.minutes || a.kind.localeCompare(b.kind)),
    bySchool: byPlace(
      frame,
      rows,
      () => ({ minutes: 0, byKind: {} as Record<string, number> }),
      (sum, { kind, minutes }) => {
        sum.minutes += minutes
        sum.byKind[kind] = (sum.byKind[kind] ?? 0) + minutes
      },
    ),
  }
}

/** The minutes of the school year in all, as of the day. */
export async function countMinutes(scope: Scope, frame: ReportFrame) {
  const [row] = await scope.db
    .select({ minutes: sumOf(ledgerEntries.minutes) })
    .from(ledgerEntries)
    .where(countedIn(frame))
  return row?.minutes ?? 0
}

const countedIn = ({ schoolYear, asOf, organizationIds }: ReportFrame) =>
  and(
    eq(ledgerEntries.schoolYear, schoolYear),
    lte(ledgerEntries.bookedOn, asOf),
    organizationIds && inArray(ledgerEntries.organizationId, organizationIds),
  )
