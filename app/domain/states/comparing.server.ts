import type { Day } from '../calendar'
import { NotFound } from '../errors'
import { groupBy } from '../grouping'
import { closedMonths, monthEndBefore, MONTHS_KEPT } from './months'
import {
  addUp,
  meanMinutesOf,
  measuredOnes,
  publish,
  type PublishedMonth,
  shareOf,
} from './published'
import type { StateScope } from './scope.server'
import { type DistrictSize, SIZES } from './sizes'

/** So many months the trend shows, the chosen one included. */
const TREND_MONTHS = 13
/** Districts on a page. */
export const DISTRICTS_A_PAGE = 50

/** A district as a state sees it. */
export type DistrictLine = {
  name: string
  slug: string
  educators: number
  /** Null where the district has no yardstick. */
  atOrAbove: number | null
  /** In whole percent; null where they are too few, and likewise. */
  share: number | null
  /** The share a year before, likewise. */
  shareBefore: number | null
  minutes: number
  meanMinutes: number | null
  waiting: number
  late: number
}

export const SORTS = ['name', 'educators', 'share', 'minutes', 'waiting'] as const
export type DistrictSort = (typeof SORTS)[number] | `-${(typeof SORTS)[number]}`

export type StateRequest = {
  asOf?: string
  /** Part of a name. */
  name?: string
  size?: DistrictSize
  sort?: DistrictSort
  page?: number
}

/**
 * The districts of a state side by side at the end of a month, and what they come to together: all
 * reckoned from the published values of each, so that districts with few educators are left out of sums
 * as well. Where it is asked for a day that is not the last one of a month that is kept, it is the
 * newest such month.
 */
export async function compareDistricts(scope: StateScope, request: StateRequest) {
  const made = await listMade(scope)
  const asOf = chosenMonth(made, request)
  const districts = await scope.db.countDistricts()
  const choices = [...made.keys()].toReversed()
  if (asOf === null)
    return { ...scope.state, asOf, choices, districts, pageSize: DISTRICTS_A_PAGE, month: null }

  const [shown, before] = await Promise.all([
    openMonth(scope, made, asOf),
    openMonth(scope, made, monthEndBefore(asOf, 12)),
  ])
  const lines = narrowed(shown, before, request)
  const page = Math.max(1, Math.min(request.page ?? 1, Math.ceil(lines.length / DISTRICTS_A_PAGE)))
  return {
    ...scope.state,
    asOf,
    choices,
    districts,
    pageSize: DISTRICTS_A_PAGE,
    month: {
      reported: shown.reported,
      leftOut: shown.reported - shown.districts.length,
      ...summaryOf(shown),
      total: shown.total,
      totalBefore: before.districts.length > 0 ? before.total : null,
      trend: await trendUntil(scope, made, asOf),
      found: lines.length,
      page,
      lines: lines.slice((page - 1) * DISTRICTS_A_PAGE, page * DISTRICTS_A_PAGE),
    },
  }
}

export type StateComparison = Awaited<ReturnType<typeof compareDistricts>>

/** As `compareDistricts`, all districts that fit, for a file. @throws NotFound while no month is closed */
export async function listDistrictLines(scope: StateScope, request: StateRequest) {
  const made = await listMade(scope)
  const asOf = chosenMonth(made, request)
  if (asOf === null) throw new NotFound('No month is closed.')
  const [shown, before] = await Promise.all([
    openMonth(scope, made, asOf),
    openMonth(scope, made, monthEndBefore(asOf, 12)),
  ])
  return { asOf, lines: narrowed(shown, before, request) }
}

/** By month, something that differs as soon as the figures of any district in it do. */
type Made = Map<Day, { districts: number; stamp: string }>

async function listMade({ db, now }: StateScope): Promise<Made> {
  const since = closedMonths(now.toISOString().slice(0, 10), MONTHS_KEPT + 1).at(-1)!
  const rows = await db.listMade(since)
  return new Map(
    [...groupBy(rows, ({ asOf }) => asOf)].map(([asOf, months]) => [
      asOf,
      {
        districts: months.length,
        stamp: `${months.length} ${Math.max(...months.map(({ madeAt }) => madeAt.getTime()))}`,
      },
    ]),
  )
}

const chosenMonth = (made: Made, { asOf }: StateRequest) =>
  asOf !== undefined && made.has(asOf) ? asOf : usualMonth(made)

/** The newest month that most districts have closed; while a month is being closed, the one before. */
function usualMonth(made: Made): Day | null {
  const most = Math.max(0, ...[...made.values()].map(({ districts }) => districts))
  const complete = [...made].filter(([, { districts }]) => districts === most)
  return complete.at(-1)?.[0] ?? null
}

type Month = {
  /** How many districts have closed the month. */
  reported: number
  districts: { name: string; slug: string; month: PublishedMonth }[]
  total: PublishedMonth
  /** What those with a yardstick come to: of these are the shares at or above it. */
  measured: PublishedMonth
}

const openMonth = (scope: StateScope, made: Made, asOf: Day) =>
  scope.db.keep(`${asOf} ${made.get(asOf)?.stamp}`, () => loadMonth(scope, asOf))

async function loadMonth({ db }: StateScope, asOf: Day): Promise<Month> {
  const rows = await db.listFigures(asOf)
  const districts = rows.flatMap(({ name, slug, figures }) => {
    const month = publish(figures)
    return month ? [{ name, slug, month }] : []
  })
  const months = districts.map(({ month }) => month)
  const [total, measured] = [addUp(months), addUp(measuredOnes(months))]
  return { reported: rows.length, districts, total, measured }
}

function trendUntil(scope: StateScope, made: Made, asOf: Day) {
  const months = [...made.keys()].filter((month) => month <= asOf).slice(-TREND_MONTHS)
  const stamps = months.map((month) => made.get(month)!.stamp)
  return scope.db.keep(`trend ${asOf} ${stamps.join()}`, async () => {
    const trend = []
    for (const month of months) {
      const { total, measured } = await loadMonth(scope, month)
      trend.push({ asOf: month, share: shareOf(measured), educators: total.educators })
    }
    return trend
  })
}

/** What the sum of some districts says, ready to be shown. */
const summaryOf = ({ total, measured }: Pick<Month, 'total' | 'measured'>) => ({
  share: shareOf(measured),
  minutes: total.minutes,
  meanMinutes: meanMinutesOf(total),
  groups: measured.groups.map((group) => ({ ...group, share: shareOf(group) })),
  kinds: Object.entries(total.minutesByKind)
    .map(([kind, minutes]) => ({ kind, minutes }))
    .toSorted((a, b) => b.minutes - a.minutes || a.kind.localeCompare(b.kind)),
})

function narrowed(shown: Month, before: Month, { name, size, sort = 'name' }: StateRequest) {
  const earlier = new Map(before.districts.map(({ slug, month }) => [slug, month]))
  const wanted = name?.trim().toLowerCase() ?? ''
  const { from, below } = size ? SIZES[size] : { from: 0, below: Infinity }
  return shown.districts
    .map(({ name: district, slug, month }): DistrictLine => {
      const then = earlier.get(slug)
      return {
        name: district,
        slug,
        educators: month.educators,
        atOrAbove: month.atOrAbove,
        share: shareOf(month),
        shareBefore: then ? shareOf(then) : null,
        minutes: month.minutes,
        meanMinutes: meanMinutesOf(month),
        waiting: month.approvals.waiting,
        late: month.approvals.late,
      }
    })
    .filter(
      (line) =>
        line.name.toLowerCase().includes(wanted) &&
        line.educators >= from &&
        line.educators < below,
    )
    .toSorted(by(sort))
}

/** Where nothing is known stands last, whichever way it is sorted. */
function by(sort: DistrictSort) {
  const isDown = sort.startsWith('-')
  const key = sort.replace('-', '') as (typeof SORTS)[number]
  return (one: DistrictLine, other: DistrictLine) => {
    const [a, b] = [one[key], other[key]]
    if (a === b) return one.name.localeCompare(other.name)
    if (a === null) return 1
    if (b === null) return -1
    const order = typeof a === 'string' ? a.localeCompare(String(b)) : a - Number(b)
    return isDown ? -order : order
  }
}
