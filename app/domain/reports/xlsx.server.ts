import writeWorkbook, { type Row } from 'write-excel-file/node'
import { dayIn, dayInWords, schoolYearName } from '../calendar'
import { hoursTyped } from '../duration'
import { type Made, type ReportToSave, sectionsToSave } from './files.server'
import type { Report } from './report.server'
import { FEW, FOR_READERS, roundedInWords } from './rounding'

/**
 * A report as an XLSX workbook: a sheet that says what it is, then a sheet for each section with a figure a
 * row. Minutes are whole minutes, and texts never run as formulas, also where they are saved as CSV later.
 *
 * @param timeZone of the district, for the day on which it was made
 */
export function reportXlsx({ report, made }: ReportToSave, timeZone: string): Promise<Buffer> {
  return writeWorkbook([
    {
      sheet: 'About',
      columns: [{ width: 24 }, { width: 80 }],
      data: aboutOf(report, made, timeZone),
    },
    ...sectionsToSave(report).map(({ title, rule, figures }) => ({
      sheet: title,
      columns: WIDTHS,
      data: [
        [text(rule)],
        (report.rounded ? [...HEADS, 'Rounding'] : HEADS).map(head),
        ...figures.map(({ place, item, name, value, unit, rule: counts, isFew, rounding }) => [
          text(place?.name ?? 'All'),
          text(place?.sourceId ?? ''),
          text(item?.name ?? ''),
          text(name),
          isFew ? FEW : value,
          text(unit),
          text(counts),
          ...(report.rounded ? [text(rounding)] : []),
        ]),
      ],
      stickyRowsCount: 2,
    })),
  ]).toBuffer()
}

const HEADS = ['School', 'School’s roster id', 'Of', 'Figure', 'Value', 'Unit', 'What it counts']
const WIDTHS = [30, 18, 30, 28, 12, 14, 80, 24].map((width) => ({ width }))

function aboutOf(report: Report, { by, at, snapshot }: Made, timeZone: string): Row[] {
  const { district, organization, asOf, schoolYear, yardstick, rounded } = report
  const day = dayInWords(dayIn(timeZone, at))
  const lines: [string, string][] = [
    ['District', district.name],
    ['About', organization?.name ?? 'The whole district'],
    ['As of', dayInWords(asOf)],
    ['School year', schoolYearName(schoolYear)],
    ['Yardstick', yardstick > 0 ? `${hoursTyped(yardstick)} hours a school year` : 'None'],
    ...(rounded ? [['Numbers', roundedInWords(rounded, FOR_READERS)] as [string, string]] : []),
    ...(snapshot
      ? ([
          ['Snapshot', snapshot.name],
          ['Frozen by', by],
          ['Frozen on', day],
          ...(snapshot.sha256 ? [['SHA-256 of the text', snapshot.sha256]] : []),
        ] as [string, string][])
      : ([
          ['Made by', by],
          ['Made on', day],
        ] as [string, string][])),
  ]
  return lines.map(([name, value]) => [head(name), text(value)])
}

const head = (value: string) => ({ value, fontWeight: 'bold' as const })

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

const text = (value: string) => (FORMULA.test(value) ? `'${value}` : value)
