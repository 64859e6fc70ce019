import { dayInWords, schoolYearName } from '../../calendar'
import { minutesByCompetency } from '../../credit/sums.server'
import { competencyName } from '../../frameworks/competency'
import type { Scope } from '../../scope.server'
import type { ReportFrame } from '../frame.server'
import type { Section } from '../section'

/**
 * The minutes of the school year by the competencies that the activities name, most first, as of the day.
 * An activity that names two counts for each, so the sum may be more than the hours of the year.
 */
async function sumByCompetency(scope: Scope, { schoolYear, asOf, organizationIds }: ReportFrame) {
  const rows = await minutesByCompetency(scope, schoolYear, asOf)
  const counted = organizationIds && new Set(organizationIds)
  const sums = new Map<string, number>()
  for (const { organizationId, competency, minutes } of rows) {
    if (counted && !counted.has(organizationId)) continue
    sums.set(competency, (sums.get(competency) ?? 0) + minutes)
  }
  return inOrder([...sums].map(([key, minutes]) => ({ key, name: competencyName(key), minutes })))
}

const inOrder = <Row extends { name: string; minutes: number }>(rows: Row[]) =>
  rows
    .filter(({ minutes }) => minutes !== 0)
    .toSorted((a, b) => b.minutes - a.minutes || a.name.localeCompare(b.name, 'en'))

export const competencies: Section<Awaited<ReturnType<typeof sumByCompetency>>> = {
  key: 'competencies',
  title: 'Competencies',
  make: sumByCompetency,
  figuresOf: (all) =>
    all.map(({ key, name, minutes }) => ({
      place: null,
      item: { key, name },
      measure: 'minutes',
      unit: 'minutes',
      value: minutes,
    })),
  told: (all, { minutes: told }) =>
    inOrder(all.map((row) => ({ ...row, minutes: told(row.minutes) }))),
  rule: () =>
    'Counted are the hours of activities that name a competency. An activity that names two counts for each, so the sum may be more than the hours of the year; activities that name none are not among them.',
  measures: {
    minutes: {
      name: 'Hours',
      rule: ({ asOf, schoolYear }) =>
        `Hours of ${schoolYearName(schoolYear)} booked by ${dayInWords(asOf)} for activities that name the competency.`,
    },
  },
}
