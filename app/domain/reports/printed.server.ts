import { dayIn, dayInWords, schoolYearName } from '../calendar'
import { hoursTyped } from '../duration'
import { batchesOf, groupBy } from '../grouping'
import { type ReportToSave, sectionsToSave } from './files.server'
import { FEW, FOR_READERS, roundedInWords } from './rounding'
import type { Unit } from './section'

type SavedSection = ReturnType<typeof sectionsToSave>[number]
type SavedFigure = SavedSection['figures'][number]

/** With more schools than this, their figures are in the other files: setting so much type holds up others. */
const MOST_SCHOOLS = 60
/** How many columns of figures fit beside the name of a school. */
const COLUMNS = 8

/**
 * A report as it is printed, from top to bottom: what it is, then each section with its rule, its figures
 * with what each of them counts, and the figures of the schools, a row for each.
 *
 * @param timeZone of the district, for the day on which it was made
 */
export function printedReport({ report, made }: ReportToSave, timeZone: string) {
  const { district, organization, asOf, schoolYear, yardstick, schools } = report
  const about = organization?.name ?? district.name
  const madeOn = dayInWords(dayIn(timeZone, made.at))
  const isTooMany = !organization && schools.length > MOST_SCHOOLS
  const showsSchools = !organization && !isTooMany
  return {
    title: `Professional learning: ${about}, as of ${dayInWords(asOf)}`,
    lang: 'en-US',
    madeAt: made.at,
    footer: `${about} · as of ${dayInWords(asOf)} · ${made.snapshot?.name ?? `made on ${madeOn}`}`,
    blocks: [
      {
        facts: [
          { term: 'District', value: district.name },
          { term: 'About', value: organization?.name ?? 'The whole district' },
          { term: 'As of', value: dayInWords(asOf) },
          { term: 'School year', value: schoolYearName(schoolYear) },
          {
            term: 'Yardstick',
            value: yardstick > 0 ? `${hoursTyped(yardstick)} hours a school year` : 'None',
          },
          ...(made.snapshot ? [{ term: 'Snapshot', value: made.snapshot.name }] : []),
          {
            term: made.snapshot ? 'Frozen by' : 'Made by',
            value: `${made.by} on ${madeOn}`,
          },
          ...(made.snapshot?.sha256 ? [{ term: 'SHA-256', value: made.snapshot.sha256 }] : []),
        ],
      },
      ...(isTooMany
        ? [
            {
              paragraph: `The figures of each of the ${schools.length.toLocaleString('en-US')} schools are in the spreadsheet of this report.`,
            },
          ]
        : []),
      ...(report.rounded ? [{ paragraph: roundedInWords(report.rounded, FOR_READERS) }] : []),
      ...sectionsToSave(report).flatMap((section) => printedSection(section, showsSchools)),
    ],
  }
}

function printedSection(section: SavedSection, showsSchools: boolean) {
  const { title, rule, figures } = section
  return [
    { heading: title },
    { paragraph: rule },
    { table: totalsTable(figures.filter(({ place }) => place === null)) },
    ...(showsSchools ? schoolTables(section) : []),
  ]
}

const totalsTable = (figures: SavedFigure[]) => ({
  columns: [
    { head: 'Figure', share: 3 },
    { head: 'Value', share: 1, numeric: true },
    { head: 'Unit', share: 0.9 },
    { head: 'What it counts', share: 5 },
  ],
  rows: figures.map((figure) => [
    figure.item ? `${figure.item.name} · ${figure.name}` : figure.name,
    written(figure),
    inWords(figure.unit),
    figure.rule,
  ]),
})

/** The figures of the schools: a table for all of one subject, cut where it has too many columns. */
function schoolTables({ title, figures }: SavedSection) {
  const ofSchools = figures.filter(({ place }) => place !== null)
  return subjectsOf(ofSchools).flatMap(({ name, columns }) => [
    { subheading: name ? `${title} by school: ${name}` : `${title} by school` },
    ...batchesOf(columns, COLUMNS).map((some) => ({ table: schoolTable(ofSchools, some) })),
  ])
}

type ColumnOf = { key: string; head: string }

/** Several measures are a table for each item; a single one is a table with a column for each item. */
function subjectsOf(figures: SavedFigure[]): { name: string | null; columns: ColumnOf[] }[] {
  const columns = new Map(figures.map((figure) => [columnOf(figure), figure]))
  const measures = new Set(figures.map(({ measure }) => measure))
  if (columns.size === 0) return []
  if (measures.size === 1) {
    const all = [...columns].map(([key, { item, name, unit }]) => ({
      key,
      head: withUnit(item?.name ?? `${name}, all`, unit),
    }))
    return [{ name: null, columns: all }]
  }
  const byItem = groupBy(columns, ([, { item }]) => item?.key)
  return [...byItem.values()].map((own) => ({
    name: own[0]![1].item?.name ?? null,
    columns: own.map(([key, { name, unit }]) => ({ key, head: withUnit(name, unit) })),
  }))
}

function schoolTable(figures: SavedFigure[], columns: ColumnOf[]) {
  const asked = new Set(columns.map(({ key }) => key))
  const own = figures.filter((figure) => asked.has(columnOf(figure)))
  return {
    columns: [
      { head: 'School', share: 3 },
      ...columns.map(({ head }) => ({ head, share: 1, numeric: true })),
    ],
    rows: [...groupBy(own, ({ place }) => place!.id).values()].map((row) => {
      const values = new Map(row.map((figure) => [columnOf(figure), figure]))
      return [row[0]!.place!.name, ...columns.map(({ key }) => cellOf(values.get(key)))]
    }),
  }
}

const columnOf = ({ item, measure }: SavedFigure) => `${item?.key ?? ''}\n${measure}`

const cellOf = (figure?: SavedFigure) => (figure ? written(figure) : '–')

function written({ unit, value, isFew }: SavedFigure) {
  if (isFew) return FEW
  return unit === 'minutes' ? hoursTyped(value) : value.toLocaleString('en-US')
}

const inWords = (unit: Unit) => (unit === 'minutes' ? 'hours' : unit)

const withUnit = (head: string, unit: Unit) =>
  unit === 'minutes' || unit === 'days' ? `${head}, ${inWords(unit)}` : head

export type PrintedReport = ReturnType<typeof printedReport>
