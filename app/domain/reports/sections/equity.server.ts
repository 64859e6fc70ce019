import { inArray } from '#db/query.server'
import { members } from '#db/schema'
import type { GradeBand, PovertyBand } from '#db/words'
import { type Day, dayInWords, daysBetween, schoolYearName } from '../../calendar'
import { minutesByMember } from '../../credit/sums.server'
import { hoursTyped } from '../../duration'
import { GRADE_BAND_NAMES, POVERTY_BAND_NAMES } from '../../organizations/organization'
import type { Scope } from '../../scope.server'
import type { ReportFrame } from '../frame.server'
import type { Figure, Section } from '../section'
import { hiddenGroups, SMALLEST_SHOWN } from '../suppression'
import { listStaff } from './participation.server'

/** A group of educators, and what they reached: null where the group is too small to be shown. */
export type EquityGroup = {
  key: string
  name: string
  reached: {
    educators: number
    atOrAbove: number
    /** The mean of each educator's minutes in the school year, to the whole minute. */
    meanMinutes: number
  } | null
}
export type EquityLine = { key: string; name: string; groups: EquityGroup[] }

type Person = {
  memberId: string
  role: string
  gradeBand: GradeBand | null
  povertyBand: PovertyBand | null
  service: string
}

const NOT_SAID = { key: 'not_said', name: 'Not said' }
const DAYS_IN_A_YEAR = 365.25
/** Years of service, from and names. */
const SERVICE = [
  [20, { key: '20_and_more', name: '20 years and more' }],
  [10, { key: '10_to_19', name: '10 to 19 years' }],
  [3, { key: '3_to_9', name: '3 to 9 years' }],
  [-Infinity, { key: 'under_3', name: 'Under 3 years' }],
] as const

const entriesOf = <K extends string>(names: Record<K, string>) =>
  Object.entries<string>(names).map(([key, name]) => ({ key, name }))

/** What the lines are drawn by, and the groups of each in their order. */
const LINES: {
  key: string
  name: string
  of(person: Person): string
  groups: { key: string; name: string }[]
}[] = [
  {
    key: 'poverty',
    name: 'By the poverty of the school',
    of: ({ povertyBand }) => povertyBand ?? NOT_SAID.key,
    groups: [...entriesOf(POVERTY_BAND_NAMES), NOT_SAID],
  },
  {
    key: 'level',
    name: 'By the level of the school',
    of: ({ gradeBand }) => gradeBand ?? NOT_SAID.key,
    groups: [...entriesOf(GRADE_BAND_NAMES), NOT_SAID],
  },
  {
    key: 'role',
    name: 'By role',
    of: ({ role }) => role,
    groups: [
      { key: 'educator', name: 'Educators' },
      { key: 'coach', name: 'Coaches' },
    ],
  },
  {
    key: 'service',
    name: 'By years of service',
    of: ({ service }) => service,
    groups: [...SERVICE.map(([, group]) => group).toReversed(), NOT_SAID],
  },
]

/**
 * Participation by what the district may not leave unequal: the poverty and the level of the school, the
 * role, and the years of service; a line where fewer than two groups can be shown is left out. Who belongs to two groups of a line counts in both; groups of fewer than
 * five are hidden, with another one where they could be found by subtraction.
 */
async function compareGroups(scope: Scope, frame: ReportFrame): Promise<EquityLine[]> {
  const [people, minutes] = await Promise.all([
    listPeople(scope, frame),
    minutesByMember(scope, frame.schoolYear, frame.asOf),
  ])
  return LINES.map(({ key, name, of, groups }) => {
    const idsOf = new Map(groups.map((group) => [group.key, new Set<string>()]))
    for (const person of people) idsOf.get(of(person))?.add(person.memberId)
    const hidden = hiddenGroups(groups.map((group) => idsOf.get(group.key)!.size))
    const present = groups.flatMap((group, at): EquityGroup[] => {
      const ids = [...idsOf.get(group.key)!]
      if (ids.length === 0) return []
      return [{ ...group, reached: hidden[at] ? null : reachedBy(ids, minutes, frame.yardstick) }]
    })
    return { key, name, groups: present }
  }).filter(({ groups }) => groups.filter(({ reached }) => reached !== null).length > 1)
}

function reachedBy(ids: string[], minutes: ReadonlyMap<string, number>, yardstick: number) {
  const all = ids.map((id) => minutes.get(id) ?? 0)
  return {
    educators: ids.length,
    atOrAbove: all.filter((own) => own >= yardstick).length,
    meanMinutes: Math.round(all.reduce((sum, own) => sum + own, 0) / ids.length),
  }
}

async function listPeople(scope: Scope, frame: ReportFrame): Promise<Person[]> {
  const staff = await listStaff(scope, frame)
  const ids = [...new Set(staff.map(({ memberId }) => memberId))]
  const hired = await scope.db
    .select({ id: members.id, hiredOn: members.hiredOn })
    .from(members)
    .where(inArray(members.id, ids))
  const hiredOn = new Map(hired.map((row) => [row.id, row.hiredOn]))
  return staff.map(({ memberId, organizationId, role }) => {
    const traits = frame.traitsOf.get(frame.placeOf.get(organizationId) ?? '')
    return {
      memberId,
      role,
      gradeBand: traits?.gradeBand ?? null,
      povertyBand: traits?.povertyBand ?? null,
      service: serviceOn(frame.asOf, hiredOn.get(memberId) ?? null),
    }
  })
}

function serviceOn(day: Day, hiredOn: Day | null) {
  if (hiredOn === null) return NOT_SAID.key
  const years = daysBetween(hiredOn, day) / DAYS_IN_A_YEAR
  return SERVICE.find(([from]) => years >= from)![1].key
}

const MEASURES = [
  ['educators', 'people'],
  ['atOrAbove', 'people'],
  ['meanMinutes', 'minutes'],
] as const

export const equity: Section<EquityLine[]> = {
  key: 'equity',
  title: 'Equity',
  make: compareGroups,
  figuresOf: (lines) =>
    lines.flatMap((line) =>
      line.groups.flatMap((group) =>
        MEASURES.flatMap(([measure, unit]): Figure[] => {
          const item = { key: `${line.key}/${group.key}`, name: `${line.name}: ${group.name}` }
          return group.reached
            ? [{ place: null, item, measure, unit, value: group.reached[measure] }]
            : []
        }),
      ),
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
        `Of the group, those with at least ${hoursTyped(yardstick)} hours approved by ${dayInWords(asOf)}.`,
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
