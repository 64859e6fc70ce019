import { type Decided, decisionsByPlace, waitingByPlace } from '../../approvals/sums.server'
import { type Day, dayInWords, daysBetween } from '../../calendar'
import type { Scope } from '../../scope.server'
import { byPlace, type ReportFrame } from '../frame.server'
import { figuresByPlace, type Section } from '../section'
import { toldEach } from '../telling'

const COUNTS = ['decided', 'inTime', 'waiting', 'late'] as const

const none = () => ({
  /** Decisions made in the school year. */
  decided: 0,
  /** Of these, made by the day that the clock allowed. */
  inTime: 0,
  /** What waited at the end of the day. */
  waiting: 0,
  /** Of this, what had waited longer than the clock allows. */
  late: 0,
  oldestOn: null as Day | null,
  byDays: new Map<number, number>(),
})
type Sum = ReturnType<typeof none>

/** How the clock was kept in the school year up to the day, and what waited then. */
async function countApprovals(scope: Scope, frame: ReportFrame) {
  const [decided, waiting] = await Promise.all([
    decisionsByPlace(scope, frame.from, frame.asOf),
    waitingByPlace(scope, frame.asOf),
  ])
  const sums = byPlace(
    frame,
    [
      ...decided.map((row) => ({ ...none(), ...row })),
      ...waiting.map((row) => ({ ...none(), ...row })),
    ],
    none,
    add,
  )
  const total = none()
  for (const place of sums) add(total, place)
  return { ...shown(total, frame.asOf), bySchool: sums.map((row) => shown(row, frame.asOf)) }
}

function add(sum: Sum, row: Omit<Sum, 'byDays'> & Pick<Decided, 'byDays'>) {
  for (const count of COUNTS) sum[count] += row[count]
  if (row.oldestOn && (!sum.oldestOn || row.oldestOn < sum.oldestOn)) sum.oldestOn = row.oldestOn
  for (const [days, times] of row.byDays) sum.byDays.set(days, (sum.byDays.get(days) ?? 0) + times)
}

function shown<Row extends Sum>({ byDays, oldestOn, ...row }: Row, asOf: Day) {
  return {
    ...row,
    /** Days that half of the decisions took at most. */
    medianDays: medianOf(byDays),
    /** How long the oldest that waits has waited, in days. */
    oldestDays: oldestOn === null ? null : daysBetween(oldestOn, asOf),
  }
}

function medianOf(byDays: ReadonlyMap<number, number>) {
  const all = [...byDays].sort(([a], [b]) => a - b)
  let left = all.reduce((sum, [, times]) => sum + times, 0) / 2
  for (const [days, times] of all) {
    left -= times
    if (left <= 0) return days
  }
  return null
}

export const approvals: Section<Awaited<ReturnType<typeof countApprovals>>> = {
  key: 'approvals',
  title: 'Approvals',
  make: countApprovals,
  figuresOf: (all) => [
    ...figuresByPlace(COUNTS, 'submissions', all, all.bySchool),
    ...figuresOfDays(all),
  ],
  told: ({ bySchool, ...all }, teller) => {
    const told = <Row extends Told>(sum: Row): Row => ({
      ...sum,
      ...toldEach(COUNTS, sum, teller.count),
      medianDays: teller.level(sum.medianDays, sum.decided),
      oldestDays: null,
    })
    return { ...told(all), bySchool: bySchool.filter(teller.tellsOf).map(told) }
  },
  rule: ({ asOf, from }) =>
    `Each decision from ${dayInWords(from)} to ${dayInWords(asOf)} counts once, on the day it was made, also where it was taken back later; it kept the clock when it was made by the last day that the reviewer had. Waiting is what had been sent and not decided by the end of ${dayInWords(asOf)}.`,
  measures: {
    decided: {
      name: 'Decided',
      rule: ({ asOf, from }) =>
        `Decisions made from ${dayInWords(from)} to ${dayInWords(asOf)}: approved, returned or denied.`,
    },
    inTime: {
      name: 'Within the clock',
      rule: () => 'Of the decisions, those made by the last day that the reviewer had.',
      of: ['decided'],
    },
    waiting: {
      name: 'Waiting',
      rule: ({ asOf }) =>
        `Submissions that were sent and not decided at the end of ${dayInWords(asOf)}.`,
    },
    late: {
      name: 'Longer than the clock',
      rule: ({ asOf }) =>
        `Of those waiting, the ones whose last day for a decision was before ${dayInWords(asOf)}.`,
      of: ['waiting'],
    },
    medianDays: {
      name: 'Median days to a decision',
      rule: () => 'Half of the decisions took at most so many days from the day of sending.',
      isLevel: true,
    },
    oldestDays: {
      name: 'Age of the oldest',
      rule: ({ asOf }) =>
        `Days from its sending to ${dayInWords(asOf)} that the oldest had waited.`,
      isLevel: true,
    },
  },
}

type Told = Record<(typeof COUNTS)[number], number> & Days
type Approvals = Awaited<ReturnType<typeof countApprovals>>

function figuresOfDays(all: Approvals) {
  const of = (place: null | { id: string; name: string; sourceId: string | null }, sum: Days) =>
    (['medianDays', 'oldestDays'] as const).flatMap((measure) => {
      const value = sum[measure]
      return value === null ? [] : [{ place, item: null, measure, unit: 'days' as const, value }]
    })
  return [
    ...of(null, all),
    ...all.bySchool.flatMap((row) =>
      of({ id: row.id, name: row.name, sourceId: row.sourceId }, row),
    ),
  ]
}

type Days = { medianDays: number | null; oldestDays: number | null }
