import { dayInWords, schoolYearName } from '../../calendar'
import { minutesByPlace } from '../../credit/sums.server'
import type { Scope } from '../../scope.server'
import { kindName } from '../../activities/activity'
import { byPlace, type Place, type ReportFrame } from '../frame.server'
import type { Figure, Section } from '../section'
import type { Teller } from '../telling'

/** The minutes of the school year by kind and by the school they were earned under, as of the day. */
async function sumHours(scope: Scope, frame: ReportFrame) {
  const rows = await countedIn(scope, frame)
  const kinds = new Map<string, number>()
  for (const { kind, minutes } of rows) kinds.set(kind, (kinds.get(kind) ?? 0) + minutes)
  return {
    minutes: rows.reduce((sum, row) => sum + row.minutes, 0),
    byKind: [...kinds].map(([kind, minutes]) => ({ kind, minutes })).sort(mostFirst),
    bySchool: byPlace(
      frame,
      rows,
      () => ({ minutes: 0, byKind: {} as Record<string, number> }),
      (sum, { kind, minutes }) => {
        sum.minutes += minutes
        sum.byKind[kind] = (sum.byKind[kind] ?? 0) + minutes
      },
    ),
  }
}

type ByKind = { kind: string; minutes: number }

const mostFirst = (a: ByKind, b: ByKind) => b.minutes - a.minutes || a.kind.localeCompare(b.kind)

/** The minutes of the school year in all, as of the day. */
export async function countMinutes(scope: Scope, frame: ReportFrame) {
  const rows = await countedIn(scope, frame)
  return rows.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** The minutes of the school year that the report counts, as of the day. */
export async function countedIn(scope: Scope, { schoolYear, asOf, organizationIds }: ReportFrame) {
  const rows = await minutesByPlace(scope, schoolYear, asOf)
  if (!organizationIds) return rows
  const counted = new Set(organizationIds)
  return rows.filter(({ organizationId }) => counted.has(organizationId))
}

export const hours: Section<Awaited<ReturnType<typeof sumHours>>> = {
  key: 'hours',
  title: 'Hours',
  make: sumHours,
  figuresOf: ({ minutes, byKind, bySchool }) => [
    figure(null, null, minutes),
    ...byKind.map((row) => figure(null, row.kind, row.minutes)),
    ...bySchool.flatMap(({ id, name, sourceId, minutes: all, byKind: own }) => [
      figure({ id, name, sourceId }, null, all),
      ...Object.entries(own).map(([kind, value]) => figure({ id, name, sourceId }, kind, value)),
    ]),
  ],
  told: ({ minutes, byKind, bySchool }, teller) => ({
    minutes: teller.minutes(minutes),
    byKind: toldKinds(byKind, teller),
    bySchool: bySchool.filter(teller.tellsOf).map((row) => {
      const kinds = Object.entries(row.byKind).map(([kind, own]) => ({ kind, minutes: own }))
      const told = toldKinds(kinds, teller).map((own): [string, number] => [own.kind, own.minutes])
      return { ...row, minutes: teller.minutes(row.minutes), byKind: Object.fromEntries(told) }
    }),
  }),
  rule: ({ schoolYear }) =>
    `Each approved activity and each confirmed course books its hours once, on the day of the decision, for the school where the educator was affiliated on the day of the learning in ${schoolYearName(schoolYear)}. A later transfer does not move them.`,
  measures: {
    minutes: {
      name: 'Hours',
      rule: ({ asOf, schoolYear }) =>
        `Hours of learning in ${schoolYearName(schoolYear)} that were booked by ${dayInWords(asOf)}, less those that were taken back by then.`,
      ofAllItems: true,
    },
  },
}

/** In an order that follows from what is told, and without the kinds of which next to nothing is. */
const toldKinds = (kinds: ByKind[], teller: Teller) =>
  kinds
    .map(({ kind, minutes }) => ({ kind, minutes: teller.minutes(minutes) }))
    .filter(({ minutes }) => minutes !== 0)
    .toSorted(mostFirst)

const figure = (place: Place | null, kind: string | null, value: number): Figure => ({
  place,
  item: kind === null ? null : { key: kind, name: kindName(kind) },
  measure: 'minutes',
  unit: 'minutes',
  value,
})
