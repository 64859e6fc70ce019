import { inArray } from '#db/query.server'
import { districtMonths, type MonthFigures } from '#db/schema'
import type { Day } from '../calendar'
import { placeReport } from '../reports/frame.server'
import { approvals } from '../reports/sections/approvals.server'
import { equity } from '../reports/sections/equity.server'
import { evidence } from '../reports/sections/evidence.server'
import { hours } from '../reports/sections/hours.server'
import { participation } from '../reports/sections/participation.server'
import type { Scope, WriteScope } from '../scope.server'
import { byStrength } from '../evidence/evidence'
import { closedMonths } from './months'

/** The closed months of a district that nobody has made the figures of yet, the oldest first. */
export async function listOpenMonths(scope: Scope) {
  const wanted = closedMonths(scope.today)
  const rows = await scope.db
    .select({ asOf: districtMonths.asOf })
    .from(districtMonths)
    .where(inArray(districtMonths.asOf, wanted))
  const made = new Set(rows.map(({ asOf }) => asOf))
  return wanted.filter((asOf) => !made.has(asOf)).toReversed()
}

/** What a district came to by the end of a day, from its dated rows. */
export async function makeMonth(scope: Scope, asOf: Day): Promise<MonthFigures> {
  const frame = await placeReport(scope, { asOf })
  const [people, byKind, strengths, lines, decisions] = await Promise.all([
    participation.make(scope, frame),
    hours.make(scope, frame),
    evidence.make(scope, frame),
    equity.make(scope, frame),
    approvals.make(scope, frame),
  ])
  const { educators, atOrAbove, inThreeYears } = people
  const { decided, inTime, waiting, late } = decisions
  return {
    yardstick: frame.yardstick,
    educators,
    atOrAbove,
    inThreeYears,
    minutesByKind: Object.fromEntries(byKind.byKind.map(({ kind, minutes }) => [kind, minutes])),
    minutesByStrength: byStrength((strength) => strengths[strength]),
    groups: lines.flatMap(({ key: line, groups }) =>
      groups.flatMap(({ key: group, reached }) => {
        if (!reached) return []
        return [{ line, group, educators: reached.educators, atOrAbove: reached.atOrAbove }]
      }),
    ),
    approvals: { decided, inTime, waiting, late },
  }
}

/** Keeps what a district came to by the end of a month that is over. */
export async function closeMonth(scope: WriteScope, asOf: Day, figures: MonthFigures) {
  await scope.db.delete(districtMonths).where(inArray(districtMonths.asOf, [asOf]))
  await scope.db.insert(districtMonths).values({ asOf, figures, madeAt: scope.now })
}

/** The months of a district that are kept, the oldest first. */
export async function listClosedMonths(scope: Scope) {
  const rows = await scope.db
    .select({ asOf: districtMonths.asOf, figures: districtMonths.figures })
    .from(districtMonths)
    .where(undefined)
  return rows.toSorted((a, b) => a.asOf.localeCompare(b.asOf))
}
