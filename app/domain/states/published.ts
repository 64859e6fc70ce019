import type { MonthFigures } from '#db/schema'
import { byStrength } from '../evidence/evidence'
import { roundedMean, SMALLEST_SHARED, SMALLEST_SHOWN, toldPercent } from '../reports/suppression'
import { ROUNDED, toldAll, toldParticipation, toldReached } from '../reports/telling'

/**
 * What a state may know of a district in a month. All else that it is shown is reckoned from these
 * values alone, so that no sum, difference, filter or file can tell more than they do.
 */
export type PublishedMonth = Omit<MonthFigures, 'yardstick'> & {
  /** Of all kinds; what is told of each need not add up to it. */
  minutes: number
}

/**
 * The figures of a month as a state may see them: of each number what a coordinator of the district is told
 * of it, and nothing of a district with fewer than five educators.
 *
 * @returns null where nothing may be shown
 */
export function publish(month: MonthFigures): PublishedMonth | null {
  if (month.educators < SMALLEST_SHOWN) return null
  return {
    ...toldParticipation(month, ROUNDED),
    minutes: ROUNDED.minutes(sumOf(Object.values(month.minutesByKind))),
    minutesByKind: toldKinds(month.minutesByKind),
    minutesByStrength: toldAll(month.minutesByStrength, ROUNDED.minutes),
    groups: month.groups.map((group) => ({ ...group, ...toldReached(group, ROUNDED) })),
    approvals: toldAll(month.approvals, ROUNDED.count),
  }
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/* A kind of which next to nothing is told is not named; the order would tell which exact number is larger. */
const toldKinds = (exact: MonthFigures['minutesByKind']) =>
  Object.fromEntries(
    Object.entries(toldAll(exact, ROUNDED.minutes))
      .filter(([, minutes]) => minutes !== 0)
      .toSorted(([kind], [other]) => (kind < other ? -1 : 1)),
  )

/** What several districts come to: their published values added up, where they are told. */
export function addUp(months: readonly PublishedMonth[]): PublishedMonth {
  const sum: PublishedMonth = {
    educators: 0,
    atOrAbove: null,
    inThreeYears: null,
    minutes: 0,
    minutesByKind: {},
    minutesByStrength: byStrength(() => 0),
    groups: [],
    approvals: { decided: 0, inTime: 0, waiting: 0, late: 0 },
  }
  const groups = new Map<string, PublishedMonth['groups'][number]>()
  for (const month of months) {
    sum.educators += month.educators
    sum.atOrAbove = plus(sum.atOrAbove, month.atOrAbove)
    sum.inThreeYears = plus(sum.inThreeYears, month.inThreeYears)
    sum.minutes += month.minutes
    add(sum.minutesByKind, month.minutesByKind)
    add(sum.minutesByStrength, month.minutesByStrength)
    add(sum.approvals, month.approvals)
    for (const { line, group, educators, atOrAbove } of month.groups) {
      const own = groups.get(`${line}/${group}`) ?? { line, group, educators: 0, atOrAbove: null }
      own.educators += educators
      own.atOrAbove = plus(own.atOrAbove, atOrAbove)
      groups.set(`${line}/${group}`, own)
    }
  }
  return { ...sum, groups: [...groups.values()] }
}

const plus = (one: number | null, other: number | null) =>
  one === null || other === null ? (one ?? other) : one + other

/** Of some months those of districts with a yardstick: only their educators have a share at or above it. */
export const measuredOnes = <Month extends Pick<PublishedMonth, 'atOrAbove'>>(
  months: readonly Month[],
) => months.filter(({ atOrAbove }) => atOrAbove !== null)

function add(sum: Record<string, number>, values: Record<string, number>) {
  for (const [key, value] of Object.entries(values)) sum[key] = (sum[key] ?? 0) + value
}

/**
 * The share of the educators at or above the yardstick, in whole percent; null where it is not told, such as
 * where there is no yardstick.
 */
export const shareOf = ({
  educators,
  atOrAbove,
}: Pick<PublishedMonth, 'educators' | 'atOrAbove'>) => toldPercent(atOrAbove, educators)

/** The mean minutes of an educator, in whole hours; null where they are too few. */
export const meanMinutesOf = ({ minutes, educators }: PublishedMonth) =>
  educators < SMALLEST_SHARED ? null : roundedMean(minutes / educators)
