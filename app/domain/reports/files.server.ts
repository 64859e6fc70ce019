import type { Scope } from '../scope.server'
import type { ReportRequest } from './frame.server'
import { figuresWithYardstick, openReport, type Report } from './report.server'
import { FOR_READERS, isFew, roundedInWords, roundingOf } from './rounding'
import { measureOf, rulesOf } from './rules.server'
import { SECTIONS, type SectionKey } from './sections/index.server'
import { tellSnapshot } from './snapshots.server'

/**
 * Who made a file's figures and when; of a snapshot who froze it, under which name and hash. There is no
 * hash where the numbers are rounded.
 */
export type Made = {
  by: string
  at: Date
  snapshot: { name: string; sha256: string | null } | null
}

export type ReportToSave = { report: Report; made: Made }

/** A report to save as a file. @throws Forbidden, Invalid, NotFound */
export async function takeReport(scope: Scope, request: ReportRequest): Promise<ReportToSave> {
  const report = await openReport(scope, request)
  return { report, made: { by: scope.actor.name, at: scope.now, snapshot: null } }
}

/** A snapshot's figures to save as a file. @throws Forbidden · NotFound */
export async function takeSnapshot(scope: Scope, id: string): Promise<ReportToSave> {
  const { report, name, sha256, frozenBy, frozenAt } = await tellSnapshot(scope, id)
  return {
    report,
    made: { by: frozenBy, at: frozenAt, snapshot: { name, sha256 } },
  }
}

/** A section in a file: its rule in words, and its figures with the words of each. */
export function sectionsToSave(report: Report) {
  const figures = figuresWithYardstick(report)
  const rules = rulesOf(report)
  return (Object.keys(SECTIONS) as SectionKey[]).flatMap((key) => {
    const own = figures.filter(({ section }) => section === key)
    if (own.length === 0) return []
    const { rule, measures } = rules[key]
    const ruleOf = new Map(measures.map((measure) => [measure.key, measure.rule]))
    return {
      key,
      title: SECTIONS[key].title,
      rule,
      figures: own.map(({ section: _, isRounded, ...figure }) => ({
        ...figure,
        isFew: isFew({ ...figure, isRounded }),
        rounding: roundingOf({ ...figure, isRounded }, measureOf(key, figure.measure).isLevel),
        name: measureOf(key, figure.measure).name,
        rule: ruleOf.get(figure.measure)!,
      })),
    }
  })
}

/**
 * A report as JSON: what it is about, and each figure with its section, its school, what it counts and the
 * rule in words. Minutes are whole minutes; a figure of all that the report is about has no place. Where
 * numbers are rounded each says how, and fewer than five have no value.
 */
export function reportJson({ report, made }: ReportToSave) {
  const { district, organization, asOf, from, schoolYear, yardstick } = report
  const sections = sectionsToSave(report)
  return JSON.stringify(
    {
      district,
      school: organization,
      asOf,
      from,
      schoolYear,
      yardstickMinutes: yardstick,
      madeBy: made.by,
      madeAt: made.at.toISOString(),
      snapshot: made.snapshot,
      ...(report.rounded && { rounded: roundedInWords(report.rounded, FOR_READERS) }),
      sections: sections.map(({ key, title, rule }) => ({ key, title, rule })),
      figures: sections.flatMap(({ key, figures }) =>
        figures.map(({ place, item, measure, name, unit, value, rule, isFew: few, rounding }) => ({
          section: key,
          place,
          item,
          measure,
          name,
          unit,
          value: few ? null : value,
          ...(report.rounded && { rounding }),
          asOf,
          rule,
        })),
      ),
    },
    null,
    2,
  )
}
