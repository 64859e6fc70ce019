import type { GradeBand, PovertyBand, Role } from '#db/words'
import { type Day, daysBetween } from '../calendar'
import { GRADE_BAND_NAMES, POVERTY_BAND_NAMES } from '../organizations/organization'

/** What somebody is grouped by in the equity lines. */
export type EquityPerson = {
  memberId: string
  role: Role
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

/** What the equity lines are drawn by, and the groups of each in their order. */
export const EQUITY_LINES: {
  key: string
  name: string
  of(person: EquityPerson): string
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

/** The group of years of service on a day of who was hired on another; null is not known. */
export function serviceOn(day: Day, hiredOn: Day | null) {
  if (hiredOn === null) return NOT_SAID.key
  const years = daysBetween(hiredOn, day) / DAYS_IN_A_YEAR
  return SERVICE.find(([from]) => years >= from)![1].key
}

/** What a group of an equity line is called. */
export const equityGroupName = (line: string, group: string) =>
  EQUITY_LINES.find(({ key }) => key === line)?.groups.find(({ key }) => key === group)?.name ??
  group
