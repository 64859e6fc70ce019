import { type Day, dayInWords } from '../calendar'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import type { SectionFigure } from './comparing'
import type { ReportRequest } from './frame.server'
import { figuresAt, type Pair, pairsBetween } from './pairs'
import { figuresWithYardstick, openReport, type Report } from './report.server'
import { figureName, measureOf } from './rules.server'
import { SECTIONS, type SectionKey } from './sections/index.server'
import { listSnapshotChoices, openSnapshot, tellSnapshot } from './snapshots.server'

/** What a report is laid beside: another day of the same, a snapshot, or the district beside its school. */
export type Against = 'district' | { day: Day } | { snapshot: string }

/** Of which sections the figures of single schools are compared, too: there may be thousands. */
type PlacesOf = (section: string) => boolean

export type NamedPair = Pair & { name: string }
export type ComparedSection = {
  key: SectionKey
  title: string
  /** Whether it has figures of single schools, compared or not. */
  hasPlaces: boolean
  pairs: NamedPair[]
}
export type Comparison = {
  /** What the two are called: days, places or snapshots. */
  mine: string
  compared: string
  sections: ComparedSection[]
}

/**
 * A report, what it is compared with where that is asked for, and the snapshots it could be compared
 * with. The district's is not laid beside itself.
 *
 * @throws Forbidden · Invalid
 * @throws NotFound when there is no such school or snapshot
 */
export async function openComparedReport(
  scope: Scope,
  { against, placesOf, ...request }: ReportRequest & { against?: Against; placesOf: PlacesOf },
) {
  authorize(scope.actor, 'report.view')
  const report = await openReport(scope, request)
  const other = against ? await openOther(scope, report, against) : null
  return {
    report,
    comparison: other && {
      mine: against === 'district' ? nameOf(report) : dayInWords(report.asOf),
      compared: other.name,
      sections: sectionsOf(comparable(report), other.figures, placesOf, against === 'district'),
    },
    snapshots: await listSnapshotChoices(scope),
  }
}

/**
 * A snapshot, what was corrected since, and another snapshot beside it where that is asked for.
 *
 * @throws Forbidden · NotFound
 */
export async function openComparedSnapshot(
  scope: Scope,
  { id, against, placesOf }: { id: string; against?: string; placesOf: PlacesOf },
) {
  const opened = await openSnapshot(scope, id)
  const other = against ? await openFrozen(scope, opened.report, against) : null
  const choices = await listSnapshotChoices(scope)
  return {
    ...opened,
    comparison: other && {
      mine: opened.snapshot.name,
      compared: other.name,
      sections: sectionsOf(comparable(opened.report), other.figures, placesOf),
    },
    snapshots: choices.filter((choice) => choice.id !== id),
  }
}

async function openOther(scope: Scope, report: Report, against: Against) {
  if (against === 'district') {
    if (!report.organization) return null
    const whole = await openReport(scope, { asOf: report.asOf })
    return { name: nameOf(whole), figures: totalsOf(whole) }
  }
  if ('snapshot' in against) return openFrozen(scope, report, against.snapshot)
  const request = { asOf: against.day, organization: report.organization?.id }
  const other = await openReport(scope, request)
  return { name: dayInWords(against.day), figures: comparable(other) }
}

/** The figures of a snapshot; beside a school's report those of the school in it. */
async function openFrozen(scope: Scope, { organization }: Report, id: string) {
  const { report, name } = await tellSnapshot(scope, id)
  const [yardstick, ...figures] = figuresWithYardstick(report)
  const own = organization ? figuresAt(figures, organization.id) : figures
  return { name, figures: [yardstick!, ...own] }
}

const nameOf = ({ organization, district }: Report) => organization?.name ?? district.name

/** What of a report is compared: all of the district's; a school's own place says its totals again. */
const comparable = (report: Report) =>
  report.organization ? totalsOf(report) : figuresWithYardstick(report)

/** The figures of all that a report is about. */
const totalsOf = (report: Report) =>
  figuresWithYardstick(report).filter(({ place }) => place === null)

function sectionsOf(
  mine: SectionFigure[],
  compared: SectionFigure[],
  placesOf: PlacesOf,
  isPart = false,
): ComparedSection[] {
  const asked = ({ place, section }: SectionFigure) => place === null || placesOf(section)
  const pairs = pairsBetween(mine.filter(asked), compared.filter(asked), measuredBy, { isPart })
  const withPlaces = new Set(mine.filter(({ place }) => place).map(({ section }) => section))
  return (Object.keys(SECTIONS) as SectionKey[]).flatMap((key) => {
    const own = pairs.filter(({ section }) => section === key)
    if (own.length === 0) return []
    const { title } = SECTIONS[key]
    return [{ key, title, hasPlaces: withPlaces.has(key), pairs: own.map(named) }]
  })
}

const measuredBy = ({ section, measure }: Pick<Pair, 'section' | 'measure'>) =>
  measureOf(section as SectionKey, measure)

const named = (pair: Pair): NamedPair => ({ ...pair, name: figureName(pair) })
