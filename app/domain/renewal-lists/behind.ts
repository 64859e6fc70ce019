import { byName, type DistrictResult } from '../renewal/cycle-result'

/** What is the matter with somebody who is not on target. */
export const BEHIND_REASONS = {
  ended: 'The cycle has ended',
  total: 'Short of the total',
  part: 'Short in a part of it',
  district: 'Only what the district asks is missing',
  waiting: 'Credit waits for approval',
} as const

export type BehindReason = keyof typeof BEHIND_REASONS

export const BEHIND_REASON_NAMES = Object.keys(BEHIND_REASONS) as BehindReason[]

/** Ends within so many months; a cycle that has ended does too. */
export const MONTHS_LEFT = [3, 6, 12, 24] as const

export const BEHIND_SORTS = ['name', '-name', 'ends', '-ends', 'counted', '-counted'] as const
export type BehindSort = (typeof BEHIND_SORTS)[number]

const TESTS: Record<BehindReason, (result: DistrictResult) => boolean> = {
  ended: ({ state }) => state === 'ended',
  total: ({ counted, required }) => counted < required,
  part: ({ counted, required }) => counted >= required,
  district: ({ metByState }) => metByState,
  waiting: ({ losses }) => losses.some(({ reason }) => reason === 'approval'),
}

/** Whether somebody is not on target: behind, or at the end of a cycle with something missing. */
export const isBehind = ({ state }: DistrictResult) => state === 'behind' || state === 'ended'

/** Those who are not on target, narrowed and in order. */
export function behindAmong(
  results: readonly DistrictResult[],
  filter: { reason?: BehindReason; months?: number; sort: BehindSort },
) {
  const { reason, months, sort } = filter
  const key = sort.replace('-', '')
  const sign = sort.startsWith('-') ? -1 : 1
  return results
    .filter(isBehind)
    .filter((it) => reason === undefined || TESTS[reason](it))
    .filter(({ monthsLeft }) => months === undefined || (monthsLeft ?? Infinity) < months)
    .toSorted((a, b) => sign * compare(a, b, key) || byName(a, b))
}

function compare(a: DistrictResult, b: DistrictResult, key: string) {
  if (key === 'ends') return a.lastDay.localeCompare(b.lastDay)
  if (key === 'counted') return share(a) - share(b)
  return byName(a, b)
}

const share = ({ counted, required }: DistrictResult) => (required > 0 ? counted / required : 1)
