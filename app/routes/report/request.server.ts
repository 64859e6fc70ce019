import { addMonths, dayIn, isDay } from '~/domain/calendar'
import { can, decidesForWholeDistrict } from '~/domain/policy'
import type { Against } from '~/domain/reports/comparison.server'
import type { Report } from '~/domain/reports/report.server'
import { rulesOf } from '~/domain/reports/rules.server'
import type { Member } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { areMany, spreadOf } from '~/parts/spread'
import { ANOTHER_DAY } from './against'
import { cellsOf } from './cells'
import { comparedTable, isOpen, type TableName } from './tables'

/** What report the query string asks for; today's where it names no day, or one that is still to come. */
export function reportRequestOf(request: Request, { district, now }: Member) {
  const query = queryOf(request)
  const today = dayIn(district.timeZone, now)
  const asked = query.text('asOf')
  return {
    asOf: asked && isDay(asked) && asked <= today ? asked : today,
    organization: query.id('organization'),
  }
}

/** What the query string lays the report beside; nothing where it names no such thing. */
export function againstOf(request: Request, member: Member): Against | undefined {
  const query = queryOf(request)
  const { asOf, organization } = reportRequestOf(request, member)
  const { district, now } = member
  const named = query.text('compare') ?? ANOTHER_DAY
  if (named === 'year-before') return { day: addMonths(asOf, -12) }
  if (named === 'district') return organization ? 'district' : undefined
  const day = named === ANOTHER_DAY ? query.text('on') : named
  if (day && isDay(day)) return day <= dayIn(district.timeZone, now) ? { day } : undefined
  const snapshot = query.id('compare')
  return snapshot ? { snapshot } : undefined
}

/** What the query string lays beside the report, as a saved report keeps it. */
export function compareWordOf(request: Request, member: Member) {
  if (queryOf(request).text('compare') === 'year-before') return 'year-before'
  const against = againstOf(request, member)
  if (!against || against === 'district') return against
  return 'day' in against ? against.day : against.snapshot
}

/** Of which sections the query string asks to compare the schools, too. */
export function placesOf(request: Request) {
  const table = queryOf(request).text('table')
  return (section: string) => isOpen(table, comparedTable(section))
}

/** A report as the page shows it. */
export type ReportPage = ReturnType<typeof pageOfReport>

/**
 * The report with its rules in words, and with the rows of those tables that the query string opens. Its
 * figures lead to those they count, of any day, where the actor may see staff by name; else to those on a
 * pathway today where the report is of today; and
 * to educators, credit, goals, badges and decisions of any day, but not from a frozen report, which may say what was corrected since.
 */
export function pageOfReport(
  report: Report,
  request: Request,
  { actor, district, now }: Member,
  { isFrozen = false } = {},
) {
  const table = queryOf(request).text('table')
  const isOfToday = report.asOf === dayIn(district.timeZone, now)
  const { participation, hours, approvals } = report
  const { shareIn } = cellsOf(report)
  /* Of many schools, those of a table that is folded away are charted by what they are together. */
  const areTogether = (name: TableName, schools: readonly unknown[]) =>
    areMany(schools.length) && !isOpen(table, name)
  const withSpread = <School>(
    name: TableName,
    schools: School[],
    percentOf: (school: School) => number | null,
  ) =>
    areTogether(name, schools)
      ? { bySchool: [], spread: spreadOf(schools.map(percentOf)) }
      : { bySchool: schools, spread: null }
  const earning = hours.bySchool.filter(({ minutes }) => minutes !== 0)
  const isByKind = areTogether('hours', earning)
  return {
    ...report,
    participation: {
      ...participation,
      ...withSpread(
        'participation',
        participation.bySchool.filter(({ educators }) => educators > 0),
        ({ atOrAbove, educators }) => shareIn(atOrAbove, educators),
      ),
    },
    hours: { ...hours, bySchool: isByKind ? [] : earning, isByKind },
    approvals: approvals && {
      ...approvals,
      ...withSpread(
        'approvals',
        approvals.bySchool.filter(({ decided, waiting }) => decided + waiting > 0),
        ({ inTime, decided }) => shareIn(inTime, decided),
      ),
    },
    can: {
      openCounted: !isFrozen && can(actor, 'staff.list'),
      openEnrolled: isOfToday && !isFrozen && can(actor, 'pathway.view'),
      openLists: !isFrozen && can(actor, 'record.list'),
      openApprovals: isOfToday && !isFrozen && decidesForWholeDistrict(actor),
    },
    why: rulesOf(report),
    pathways: report.pathways.map((pathway) => ({
      ...pathway,
      bySchool: isOpen(table, pathway.id) ? pathway.bySchool : [],
    })),
    goals: {
      ...report.goals,
      bySchool: isOpen(table, 'goals') ? report.goals.bySchool : [],
      byPriority: report.goals.byPriority?.map((row) => ({ ...row, bySchool: [] })),
    },
    badges: { ...report.badges, bySchool: isOpen(table, 'badges') ? report.badges.bySchool : [] },
    evidence: report.evidence && {
      ...report.evidence,
      bySchool: isOpen(table, 'evidence') ? report.evidence.bySchool : [],
    },
  }
}
