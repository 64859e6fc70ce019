import { pageOf, window } from '../listing'
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
  const rows = found.slice(offset, offset + limit)
  const schools = await schoolsOf(
    scope,
    rows.map(({ memberId }) => memberId),
  )
  return {
    ...pageOf(
      rows.map((row) => shown(row, schools)),
      found.length,
      page,
    ),
    behind: all.filter(isBehind).length,
    cycles: all.length,
  }
}

/** All of them, for a file. @throws Forbidden · NotFound */
export async function listAllBehind(scope: Scope, filter: BehindFilter) {
  const found = behindAmong(await standingsIn(scope, filter), filter)
  const schools = await schoolsOf(
    scope,
    found.map(({ memberId }) => memberId),
  )
  return found.map((row) => shown(row, schools))
}

export type BehindRow = Awaited<ReturnType<typeof listAllBehind>>[number]

function shown(row: DistrictResult, schools: (memberId: string) => string) {
  const { id, name, memberId, sentence, state, monthsLeft, lastDay, gaps, unit } = row
  return {
    id,
    name,
    school: schools(memberId),
    place: jurisdictionName(row.jurisdiction),
    state,
    sentence,
    counted: row.counted,
    required: row.required,
    unit,
    gaps,
    monthsLeft,
    lastDay,
  }
}
