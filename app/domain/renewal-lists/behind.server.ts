import { pageOf, window } from '../listing'
import { longListOf, ownersOf } from '../long-list'
import type { DistrictResult } from '../renewal/cycle-result'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import type { Scope } from '../scope.server'
import { behindAmong, type BehindReason, type BehindSort, isBehind } from './behind'
import { type Part, schoolsOf, standingsIn } from './standings.server'

export type BehindFilter = Part & { reason?: BehindReason; months?: number; sort: BehindSort }

/**
 * A page of those who are not on target: what is short, and how much time is left.
 *
 * @throws Forbidden · NotFound
 */
export async function listBehind(
  scope: Scope,
  { page, ...filter }: BehindFilter & { page: number },
) {
  const all = await standingsIn(scope, filter)
  const found = behindAmong(all, filter)
  const { offset, limit } = window(page)
  const rows = await shown(scope, found.slice(offset, offset + limit))
  return {
    ...pageOf(rows, found.length, page),
    behind: all.filter(isBehind).length,
    cycles: all.length,
  }
}

/** All of them, for a file. @throws Forbidden · NotFound */
export async function listAllBehind(scope: Scope, filter: BehindFilter) {
  const found = behindAmong(await standingsIn(scope, filter), filter)
  return { ...longListOf(found, (some) => shown(scope, some)), memberIds: ownersOf(found) }
}

export type BehindRow = Awaited<ReturnType<typeof shown>>[number]

async function shown(scope: Scope, results: readonly DistrictResult[]) {
  const schools = await schoolsOf(
    scope,
    results.map(({ memberId }) => memberId),
  )
  return results.map((row) => ({
    id: row.id,
    name: row.name,
    school: schools(row.memberId),
    place: jurisdictionName(row.jurisdiction),
    state: row.state,
    sentence: row.sentence,
    counted: row.counted,
    required: row.required,
    unit: row.unit,
    gaps: row.gaps,
    monthsLeft: row.monthsLeft,
    lastDay: row.lastDay,
  }))
}
