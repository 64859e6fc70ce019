import { csvOf } from '../csv.server'
import type { Report } from './report.server'

const COLUMNS = [
  'as_of',
  'section',
  'school',
  'school_source_id',
  'item',
  'measure',
  'value',
] as const
type Row = Record<(typeof COLUMNS)[number], string | number>

/**
 * A report as CSV, one figure a row, so that a spreadsheet can turn it any way: UTF-8 with a byte
 * order mark, CRLF; the rows of the whole district have no school. Minutes are whole minutes.
 */
export function reportCsv(report: Report) {
  const rows = [
    ...participation(report),
    ...hours(report),
    ...pathways(report),
    ...counts('goals', report.goals),
    ...counts('badges', report.badges),
  ].map((row) => ({ as_of: report.asOf, ...row }))
  return csvOf(COLUMNS, rows)
}

type Line = Omit<Row, 'as_of'>
type School = { name: string; sourceId: string | null }
const WHOLE = { school: '', school_source_id: '' }
const at = ({ name, sourceId }: School) => ({ school: name, school_source_id: sourceId ?? '' })

function participation({ participation, yardstick }: Report): Line[] {
  const of = (place: typeof WHOLE, sum: { educators: number; atOrAbove: number }): Line[] => [
    { section: 'participation', ...place, item: '', measure: 'educators', value: sum.educators },
    { section: 'participation', ...place, item: '', measure: 'at_or_above', value: sum.atOrAbove },
  ]
  return [
    {
      section: 'participation',
      ...WHOLE,
      item: '',
      measure: 'yardstick_minutes',
      value: yardstick,
    },
    ...of(WHOLE, participation),
    ...participation.bySchool.flatMap((school) => of(at(school), school)),
  ]
}

function hours({ hours }: Report): Line[] {
  const line = (place: typeof WHOLE, item: string, value: number): Line => ({
    section: 'hours',
    ...place,
    item,
    measure: 'minutes',
    value,
  })
  return [
    line(WHOLE, '', hours.minutes),
    ...hours.byKind.map(({ kind, minutes }) => line(WHOLE, kind, minutes)),
    ...hours.bySchool.flatMap((school) =>
      Object.entries(school.byKind).map(([kind, minutes]) => line(at(school), kind, minutes)),
    ),
  ]
}

const READINESS = ['audience', 'assigned', 'engaged', 'demonstrated', 'current'] as const

function pathways({ pathways }: Report): Line[] {
  return pathways.flatMap((pathway) => {
    const of = (place: typeof WHOLE, sum: Record<(typeof READINESS)[number], number>): Line[] =>
      READINESS.map((measure) => ({
        section: 'pathways',
        ...place,
        item: pathway.title,
        measure,
        value: sum[measure],
      }))
    return [...of(WHOLE, pathway), ...pathway.bySchool.flatMap((school) => of(at(school), school))]
  })
}

function counts(
  section: string,
  { bySchool, ...total }: Record<string, unknown> & { bySchool: (School & { id: string })[] },
): Line[] {
  const of = (place: typeof WHOLE, sum: object): Line[] =>
    Object.entries(sum)
      .filter((entry): entry is [string, number] => typeof entry[1] === 'number')
      .map(([measure, value]) => ({ section, ...place, item: '', measure, value }))
  return [...of(WHOLE, total), ...bySchool.flatMap((school) => of(at(school), school))]
}
