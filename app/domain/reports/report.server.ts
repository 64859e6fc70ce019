import { addMonths } from '../calendar'
import { yardstickOn } from '../credit/hours.server'
import { authorize, can } from '../policy'
import type { Scope } from '../scope.server'
import { placeReport, type ReportFrame, type ReportRequest } from './frame.server'
import { roundedFigures } from './rounding'
import type { Figure } from './section'
import { countMinutes } from './sections/hours.server'
import { SECTIONS, type SectionKey } from './sections/index.server'
import { countParticipation } from './sections/participation.server'
import { placesHiddenOn, tellReport, tellWhole } from './telling.server'

/** A report to the last person and the last minute. Its JSON is what a snapshot keeps. */
export type ExactReport = Awaited<ReturnType<typeof makeReport>>

/** A report as somebody may see it. */
export type Report = Omit<ExactReport, 'lastYear'> & {
  /** Null where it is not told. */
  lastYear: ExactReport['lastYear'] | null
  /** Its numbers are rounded, for who may not open persons' records. */
  rounded?: {
    /** It is about too few people: nothing but what everybody may see exactly is told. */
    isWithheld: boolean
    /** The schools of which nothing else is told. */
    places: { id: string; name: string }[]
  }
}

/** A report of which the numbers are rounded. */
export type ToldReport = Report & Required<Pick<Report, 'rounded'>>

/** The figures of each section, by its key. */
export type Figures = {
  [Key in SectionKey]: Awaited<ReturnType<(typeof SECTIONS)[Key]['make']>>
}

/**
 * The report of the district, or of one school, as of a day: counts and minutes, never persons; rounded
 * for who may not see it exactly. Whoever asks is asked for their permission each time.
 *
 * @throws Forbidden, Invalid, NotFound
 */
export async function openReport(scope: Scope, request: ReportRequest): Promise<Report> {
  const exact = await openExactReport(scope, request)
  if (can(scope.actor, 'report.exact')) return exact
  return keepPart(scope, request, 'told', async () => tell(scope, await keepWhole(scope, request)))
}

async function tell(scope: Scope, exact: ExactReport) {
  if (exact.organization === null) return tellWhole(exact)
  return tellReport(exact, {
    hidden: await placesHiddenOn(scope, exact.asOf),
    hiddenBefore: await placesHiddenOn(scope, exact.lastYear.asOf),
  })
}

/** A snapshot's report, as `openReport` tells it. */
export const tellFrozen = ({ actor }: Scope, frozen: ExactReport): Report =>
  can(actor, 'report.exact') ? frozen : tellWhole(frozen)

/**
 * The report to the last person, also for who may only see it rounded: to freeze it, not to show it. Each
 * section is kept until something is written that it was made from.
 *
 * @throws Forbidden, Invalid, NotFound
 */
export async function openExactReport(scope: Scope, request: ReportRequest) {
  authorize(scope.actor, 'report.view')
  return keepWhole(scope, request)
}

const keepWhole = (scope: Scope, request: ReportRequest) =>
  keepPart(scope, request, 'whole', () => makeReport(scope, request))

async function makeReport(scope: Scope, request: ReportRequest) {
  const [frame, figures, lastYear] = await Promise.all([
    keepFrame(scope, request),
    makeSections(scope, request),
    keepPart(scope, request, 'last year', async () =>
      reportYearBefore(scope, await keepFrame(scope, request)),
    ),
  ])
  const { asOf, schoolYear, from, yardstick, schools } = frame
  return {
    district: { slug: scope.district.slug, name: scope.district.name },
    organization: request.organization === undefined ? null : frame.places[0]!,
    asOf,
    schoolYear,
    from,
    yardstick,
    schools,
    lastYear,
    ...figures,
  }
}

async function makeSections(scope: Scope, request: ReportRequest): Promise<Figures> {
  const made = await Promise.all(
    Object.entries(SECTIONS).map(async ([key, { make }]) => [
      key,
      await keepPart(scope, request, key, async () => make(scope, await keepFrame(scope, request))),
    ]),
  )
  return Object.fromEntries(made) as Figures
}

/* Each part asks for the frame itself: so it is made anew when what the frame was read from is written. */
const keepFrame = (scope: Scope, request: ReportRequest) =>
  keepPart(scope, request, 'frame', () => placeReport(scope, request))

const keepPart = <T>(
  { db }: Scope,
  { asOf, organization = '' }: ReportRequest,
  part: string,
  make: () => Promise<T>,
) => db.keepUntilWritten(`report/${asOf}/${organization}/${part}`, make)

/**
 * Every figure of a report, with the section it is of, in the order of the page. A report that was
 * frozen has the sections of its time.
 */
export function figuresOf(report: Told): (Figure & { section: SectionKey })[] {
  const { rounded } = report
  return (Object.keys(SECTIONS) as SectionKey[]).flatMap((section) => {
    if (!report[section]) return []
    const isExact = !rounded || SECTIONS[section].told === 'exact'
    if (rounded?.isWithheld && !isExact) return []
    const figuresIn = SECTIONS[section].figuresOf as (figures: unknown) => Figure[]
    const figures = figuresIn(report[section]).map((figure) => ({ section, ...figure }))
    return isExact ? figures : roundedFigures(figures, SECTIONS[section].measures)
  })
}

type Told = Partial<Figures> & Pick<Report, 'rounded'>

/** Every figure of a report, after the yardstick it is measured by. */
export const figuresWithYardstick = (report: Told & { yardstick: number }) => [
  {
    section: 'participation' as const,
    place: null,
    item: null,
    measure: 'yardstick',
    unit: 'minutes' as const,
    value: report.yardstick,
  },
  ...figuresOf(report),
]

/** The same day a year before, for the trend: participation, and minutes. */
async function reportYearBefore(scope: Scope, frame: ReportFrame) {
  const before = {
    ...frame,
    asOf: addMonths(frame.asOf, -12),
    schoolYear: frame.schoolYear - 1,
    yardstick: await yardstickOn(scope, addMonths(frame.asOf, -12)),
  }
  const [{ educators, atOrAbove }, minutes] = await Promise.all([
    countParticipation(scope, before),
    countMinutes(scope, before),
  ])
  return { asOf: before.asOf, yardstick: before.yardstick, educators, atOrAbove, minutes }
}
