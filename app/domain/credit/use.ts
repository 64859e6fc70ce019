import type { UsePurpose } from '#db/words'
import type { Day } from '../calendar'
import { jurisdictionName } from '../rule-sets/jurisdictions'

/** What credit can be used for, with the words people use. */
export const PURPOSES = {
  renewal: 'License renewal',
  pay_lane: 'Pay lane',
  stipend: 'Stipend',
  pathway: 'Pathway',
} as const satisfies Record<UsePurpose, string>

export const PURPOSE_NAMES = Object.keys(PURPOSES) as UsePurpose[]

/** What a use is of: one of the four. */
export type UsedSource = {
  activityId: string | null
  completionId: string | null
  awardId: string | null
  /** What was brought from another district. */
  broughtId: string | null
}

/** A use as a renewal looks at it. */
export type Use = UsedSource & {
  purpose: UsePurpose
  jurisdiction: string | null
  cycleId: string | null
  carriedFromId: string | null
  usedOn: Day
  label: string
}

/** The id of the activity, completion or award that was used, or of what was brought. */
export const usedId = ({ activityId, completionId, awardId, broughtId }: UsedSource) =>
  (activityId ?? completionId ?? awardId ?? broughtId)!

type Row = { kind: 'activity' | 'completion' | 'award'; id: string; brought?: unknown }

/** The columns that name what is used. */
export const sourceColumns = ({ kind, id, brought }: Row): UsedSource => ({
  activityId: !brought && kind === 'activity' ? id : null,
  completionId: !brought && kind === 'completion' ? id : null,
  awardId: !brought && kind === 'award' ? id : null,
  broughtId: brought ? id : null,
})

/** What something was used for, to be read after “used for”. */
export function wordsOfUse({ purpose, jurisdiction, carriedFromId, usedOn, label }: Use) {
  if (purpose === 'pay_lane') return `the pay lane “${label}”`
  if (purpose === 'stipend') return `the stipend “${label}”`
  if (purpose === 'pathway') return `the pathway “${label}”`
  const state = jurisdictionName(jurisdiction ?? '')
  return carriedFromId === null
    ? `the renewal of ${state} in ${usedOn.slice(0, 4)}`
    : `the renewal of ${state} after the one in ${usedOn.slice(0, 4)}`
}

/** Whether a lot has lapsed: it is good on its last day. */
export const isExpired = ({ expiresOn }: { expiresOn: Day | null }, today: Day) =>
  expiresOn !== null && expiresOn < today

type Renewed = { id: string; jurisdiction: string }

/** Whether a use was booked when this cycle was renewed: for it, or to be carried over from it. */
export const isUsedBy = ({ cycleId, carriedFromId }: Use, { id }: Renewed) =>
  carriedFromId === null ? cycleId === id : carriedFromId === id

/** What was carried over into a cycle. */
export const isCarriedInto = ({ cycleId, carriedFromId }: Use, { id }: Renewed) =>
  carriedFromId !== null && cycleId === id

type Booked = Use & { id: string; minutes: number | null }

/** What stands against counting something, in words, and how many of its minutes: all where null. */
export type Spent = { on: string; minutes: number | null }

/**
 * What stands against counting something in a cycle: it was used for another renewal of the same state, or
 * as much of it as was used for other purposes, where the district lets it serve one only. What the cycle
 * has used stays its own, with what it had left aside then.
 *
 * @param minutes how long it took; null for what is counted in a credit only
 */
export function standsAgainst(
  uses: readonly Booked[],
  cycle: Renewed,
  usesMayOverlap: boolean,
  minutes: number | null,
): Spent | undefined {
  const own = uses.filter((use) => isUsedBy(use, cycle))
  const others = uses.filter(({ purpose }) => purpose !== 'renewal')
  const [first] = own.map(({ id }) => id).toSorted()
  if (first !== undefined) {
    const before = others.filter(({ id }) => id < first)
    const wasDivided = before.length > 0 && minutesOf([...own, ...before]) === minutes
    return wasDivided ? spentOn(before, minutes) : undefined
  }
  const elsewhere = uses.find((use) => use.jurisdiction === cycle.jurisdiction)
  if (elsewhere) return { on: wordsOfUse(elsewhere), minutes: null }
  return usesMayOverlap || others.length === 0 ? undefined : spentOn(others, minutes)
}

function spentOn(uses: readonly Booked[], minutes: number | null): Spent {
  const left = unusedMinutes(minutes, uses)
  const on = [...new Set(uses.map(wordsOfUse))].join(' and ')
  return { on, minutes: left > 0 ? minutes! - left : null }
}

/** How many minutes of something are left; none of what has no minutes, once it is used. */
export function unusedMinutes(
  minutes: number | null,
  uses: readonly Pick<Booked, 'minutes'>[],
): number {
  const used = minutesOf(uses)
  return minutes === null || used === null ? 0 : Math.max(0, minutes - used)
}

/** Null where one is of all there is, whatever that was. */
const minutesOf = (uses: readonly Pick<Booked, 'minutes'>[]) =>
  uses.reduce<number | null>(
    (sum, { minutes }) => (sum === null || minutes === null ? null : sum + minutes),
    0,
  )
