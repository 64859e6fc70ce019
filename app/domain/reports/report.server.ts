import { addMonths } from '../calendar'
import { yardstickOn } from '../credit/hours.server'
import type { Scope } from '../scope.server'
import { frameReport, type ReportFrame, type ReportRequest } from './frame.server'
import type { Figure } from './section'
import { countMinutes } from './sections/hours.server'
import { SECTIONS, type SectionKey } from './sections/index.server'
import { countParticipation } from './sections/participation.server'

export type Report = Awaited<ReturnType<typeof openReport>>

/** The figures of each section, by its key. */
export type Figures = {
  [Key in SectionKey]: Awaited<ReturnType<(typeof SECTIONS)[Key]['make']>>
}

/**
 * The report of the district, or of one school, as of a day: counts and minutes, never persons. Once
 * made it is kept until anything is written; whoever asks is asked for their permission each time.
 *
 * @throws Forbidden, Invalid, NotFound
 */
export async function openReport(scope: Scope, request: ReportRequest) {
  const frame = await frameReport(scope, request)
  const { asOf, organization = '' } = request
  return scope.db.keepUntilWritten(`report/${asOf}/${organization}`, () =>
    makeReport(scope, request, frame),
  )
}

async function makeReport(scope: Scope, request: ReportRequest, frame: ReportFrame) {
  const figures = await makeSections(scope, frame)
  const lastYear = await reportYearBefore(scope, frame)
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

async function makeSections(scope: Scope, frame: ReportFrame): Promise<Figures> {
  const made = await Promise.all(
    Object.entries(SECTIONS).map(async ([key, { make }]) => [key, await make(scope, frame)]),
  )
  return Object.fromEntries(made) as Figures
}

/**
 * Every figure of a report, with the section it is of, in the order of the page. A report that was
 * frozen has the sections of its time.
 */
export function figuresOf(report: Partial<Figures>): (Figure & { section: SectionKey })[] {
  return (Object.keys(SECTIONS) as SectionKey[]).flatMap((section) => {
    if (!report[section]) return []
    const figuresIn = SECTIONS[section].figuresOf as (figures: unknown) => Figure[]
    return figuresIn(report[section]).map((figure) => ({ section, ...figure }))
  })
}

/** Every figure of a report, after the yardstick it is measured by. */
export const figuresWithYardstick = (report: Partial<Figures> & { yardstick: number }) => [
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
