import { inArray } from '#db/query.server'
import { members } from '#db/schema'
import { dayInWords, schoolYearName } from '../../calendar'
import { hoursTyped } from '../../duration'
import type { Scope } from '../../scope.server'
import { EQUITY_LINES, type EquityPerson, serviceOn } from '../equity-lines'
import type { ReportFrame } from '../frame.server'
import type { Figure, Section } from '../section'
import { hiddenGroups, roundedMean, SMALLEST_SHOWN } from '../suppression'
import { type Teller, toldReached } from '../telling'
import { listStaff, notTold, readReached } from './participation.server'

/** A group of educators, and what they reached: null where the group is too small to be shown. */
export type EquityGroup = {
  key: string
  name: string
  reached: {
    educators: number
    /** Null where the district has no yardstick. */
    atOrAbove: number | null
    /** The mean of each educator's minutes in the school year, to the whole minute; null where it is not told. */
    meanMinutes: number | null
  } | null
}
export type EquityLine = { key: string; name: string; groups: EquityGroup[] }

/**
 * Participation by what the district may not leave unequal: the poverty and the level of the school, the
 * role, and the years of service; a line where fewer than two groups can be shown is left out. Who belongs to two groups of a line counts in both; groups of fewer than
 * five are hidden, with another one where they could be found by subtraction.
 */
async function compareGroups(scope: Scope, frame: ReportFrame): Promise<EquityLine[]> {
  const lines = await countGroups(scope, frame)
  return linesToShow(
    lines.map(({ groups, ...line }) => {
      const hidden = hiddenGroups(groups.map(({ reached }) => reached.educators))
      const present = groups.flatMap((group, at): EquityGroup[] =>
        group.reached.educators === 0 ? [] : [hidden[at] ? { ...group, reached: null } : group],
      )
      return { ...line, groups: present }
    }),
  )
}

/** Those that compare anything. */
const linesToShow = (lines: EquityLine[]) =>
  lines.filter(({ groups }) => groups.filter(({ reached }) => reached !== null).length > 1)

/** What each group of each line reached, the small ones too: not for anybody's eyes. */
async function countGroups(scope: Scope, frame: ReportFrame) {
  const [people, reached] = await Promise.all([
    listEquityPeople(scope, frame),
    readReached(scope, frame),
  ])
  return EQUITY_LINES.map(({ key, name, of, groups }) => {
    const idsOf = new Map(groups.map((group) => [group.key, new Set<string>()]))
    for (const person of people) idsOf.get(of(person))?.add(person.memberId)
    return {
      key,
      name,
      groups: groups.map((group) => ({
        ...group,
        reached: reachedBy([...idsOf.get(group.key)!], reached),
      })),
    }
  })
}

type Of = Awaited<ReturnType<typeof readReached>>

function reachedBy(ids: string[], { minutesOf, reaches, countIn }: Of) {
  const all = ids.reduce((sum, id) => sum + minutesOf(id), 0)
  return {
    educators: ids.length,
    atOrAbove: countIn(ids, reaches),
    meanMinutes: ids.length && Math.round(all / ids.length),
  }
}

/** Whom the equity lines group, a row for each affiliation on the day, and the place it counts to. */
export async function listEquityPeople(scope: Scope, frame: ReportFrame) {
  const staff = await listStaff(scope, frame)
  const ids = [...new Set(staff.map(({ memberId }) => memberId))]
  const hired = await scope.db
    .select({ id: members.id, hiredOn: members.hiredOn })
    .from(members)
    .where(inArray(members.id, ids))
  const hiredOn = new Map(hired.map((row) => [row.id, row.hiredOn]))
  return staff.map(({ memberId, organizationId, role }): EquityPerson & { placeId: string } => {
    const placeId = frame.placeOf.get(organizationId) ?? ''
    const traits = frame.traitsOf.get(placeId)
    return {
      memberId,
      placeId,
      role,
      gradeBand: traits?.gradeBand ?? null,
      povertyBand: traits?.povertyBand ?? null,
      service: serviceOn(frame.asOf, hiredOn.get(memberId) ?? null),
    }
  })
}

const MEASURES = [
  ['educators', 'people'],
  ['atOrAbove', 'people'],
  ['meanMinutes', 'minutes'],
] as const

type Reached = NonNullable<EquityGroup['reached']>

/** A mean is told to the whole hour; nothing where no educator is. */
function toldGroup(exact: Reached, teller: Teller): Reached | null {
  const told = toldReached(exact, teller)
  if (told.educators === 0) return null
  const meanMinutes = teller.level(exact.meanMinutes, exact.educators)
  return { ...told, meanMinutes: meanMinutes === null ? null : roundedMean(meanMinutes) }
}

export const equity: Section<EquityLine[]> = {
  key: 'equity',
  title: 'Equity',
  make: compareGroups,
  figuresOf: (lines) =>
    lines.flatMap((line) =>
      line.groups.flatMap((group) =>
        MEASURES.flatMap(([measure, unit]): Figure[] => {
          const item = { key: `${line.key}/${group.key}`, name: `${line.name}: ${group.name}` }
          const value = group.reached?.[measure] ?? null
          return value === null ? [] : [{ place: null, item, measure, unit, value }]
        }),
      ),
    ),
  told: (lines, teller) =>
    linesToShow(
      lines.map((line) => ({
        ...line,
        groups: line.groups.map((group) => ({
          ...group,
          reached: group.reached && toldGroup(group.reached, teller),
        })),
      })),
    ),
  rule: ({ asOf, schoolYear }) =>
    `The educators and coaches of ${dayInWords(asOf)} and their approved hours of ${schoolYearName(schoolYear)}, by the poverty and the level of their school, by role and by years of service since they were hired. Who belongs to two groups of a line counts in both. Groups of fewer than ${SMALLEST_SHOWN} are hidden, with another one where they could be found by subtraction.`,
  measures: {
    educators: {
      name: 'Educators',
      rule: ({ asOf }) => `Educators and coaches in the group on ${dayInWords(asOf)}, each once.`,
    },
    atOrAbove: {
      name: 'At or above the yardstick',
      rule: ({ asOf, yardstick }) =>
        yardstick === 0
          ? notTold(asOf)
          : `Of the group, those with at least ${hoursTyped(yardstick)} hours approved by ${dayInWords(asOf)}.`,
      of: ['educators'],
    },
    meanMinutes: {
      name: 'Mean hours',
      rule: ({ asOf }) =>
        `The hours of the group approved by ${dayInWords(asOf)}, divided by its educators; who has none counts with none.`,
      isLevel: true,
    },
  },
}
