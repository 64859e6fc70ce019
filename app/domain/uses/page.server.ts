import type { UsePurpose } from '#db/words'
import { PURPOSE_NAMES } from '../credit/use'
import { groupBy } from '../grouping'
import { pageOf, window } from '../listing'
import { can } from '../policy'
import type { Scope } from '../scope.server'
import { getMemberOfUses } from './member.server'
import { countUses, type Lot, listLots, listUses } from './queries.server'
import { listApproved, yearsToChoose } from './spendable.server'
import { RECORDED_PURPOSES } from './spending'

/**
 * Where the hours of a member were used: the sums by purpose, the lots, what of a school year is unused yet,
 * and a page of uses.
 *
 * @throws NotFound when there is nobody whose uses the actor may see
 */
export async function getUsesPage(
  scope: Scope,
  memberId: string,
  { purpose, page }: { purpose?: UsePurpose; page: number },
) {
  const member = await getMemberOfUses(scope, memberId)
  const year = yearsToChoose(scope)[0]!
  const [lots, total, rows, approved] = await Promise.all([
    listLots(scope, memberId),
    countUses(scope, memberId, purpose),
    listUses(scope, memberId, { purpose, ...window(page) }),
    listApproved(scope, memberId, year),
  ])
  const unused = approved.filter(({ uses }) => uses.length === 0)
  const mayRecord = can(scope.actor, 'use.record', { memberId })
  return {
    member,
    totals: totalsOf(lots),
    lots: lots.filter((lot) => isRecorded(lot.purpose)),
    unused: {
      year,
      rows: unused.length,
      minutes: unused.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    },
    usesMayOverlap: scope.district.usesMayOverlap,
    uses: pageOf(
      rows.map((use) => ({
        ...use,
        can: { takeBack: mayRecord && use.isStanding && use.purpose !== 'renewal' },
      })),
      total,
      page,
    ),
  }
}

export type UsesPage = Awaited<ReturnType<typeof getUsesPage>>

const isRecorded = (purpose: UsePurpose) => RECORDED_PURPOSES.some((it) => it === purpose)

/** The sums by purpose and unit of what has not expired. */
function totalsOf(lots: Lot[]) {
  return PURPOSE_NAMES.flatMap((purpose) => {
    const own = lots.filter((lot) => lot.purpose === purpose && !lot.isExpired)
    if (own.length === 0) return []
    const units = [...groupBy(own, ({ unit }) => unit)].map(([unit, group]) => ({
      unit,
      amount: group.reduce((sum, { milliUnits }) => sum + milliUnits, 0) / 1000,
    }))
    return [{ purpose, minutes: own.reduce((sum, { minutes }) => sum + minutes, 0), units }]
  })
}
