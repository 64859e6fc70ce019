import { and, gte, inArray, isNull, lte, or } from '#db/query.server'
import { affiliations } from '#db/schema'
import type { Role } from '#db/words'
import { type Day, dayInWords, schoolYearName } from '../../calendar'
import { minutesByMember } from '../../credit/sums.server'
import { hoursTyped } from '../../duration'
import type { Scope } from '../../scope.server'
import { byPlace, type ReportFrame } from '../frame.server'
import { figuresByPlace, type Section } from '../section'
import { toldParticipation } from '../telling'

/** Whom participation counts: those who are asked for hours. */
const COUNTED: Role[] = ['educator', 'coach']
/** School years that the longer form looks at. */
const YEARS = 3

/**
 * Participation: of the educators and coaches with an affiliation on the day, how many have, in the
 * school year up to the day, at least the yardstick's minutes; and how many have three times as much in
 * this school year and the two before, as Massachusetts asks of its technology plans (45 hours in three
 * years). Who works at two schools counts at both, and once in the district. Where the district has no
 * yardstick, how many reached it is not told: it is null.
 */
export async function countParticipation(scope: Scope, frame: ReportFrame) {
  const [staff, reached] = await Promise.all([listStaff(scope, frame), readReached(scope, frame)])
  const countOf = (ids: ReadonlySet<string>) => ({
    educators: ids.size,
    atOrAbove: reached.countIn(ids, reached.reaches),
    inThreeYears: reached.countIn(ids, reached.reachesInYears),
  })
  const schools = byPlace(
    frame,
    staff,
    () => ({ ids: new Set<string>() }),
    ({ ids }, { memberId }) => ids.add(memberId),
  )
  return {
    ...countOf(new Set(staff.map(({ memberId }) => memberId))),
    bySchool: schools.map(({ ids, ...school }) => ({ ...school, ...countOf(ids) })),
  }
}

/**
 * What members reached by the day, in the school year and in the three that end with it. Without a yardstick
 * nobody is at or above it or below: whether somebody reaches it, and how many do, is null.
 */
export async function readReached(scope: Scope, { schoolYear, asOf, yardstick }: ReportFrame) {
  const years = Array.from({ length: YEARS }, (_, back) => schoolYear - back)
  const minutes = await Promise.all(years.map((year) => minutesByMember(scope, year, asOf)))
  const inYears = (memberId: string, count: number) =>
    minutes.slice(0, count).reduce((sum, year) => sum + (year.get(memberId) ?? 0), 0)
  const minutesOf = (memberId: string) => inYears(memberId, 1)
  const minutesInYears = (memberId: string) => inYears(memberId, YEARS)
  const reaches = (memberId: string) => (yardstick > 0 ? minutesOf(memberId) >= yardstick : null)
  const reachesInYears = (memberId: string) =>
    yardstick > 0 ? minutesInYears(memberId) >= YEARS * yardstick : null
  return {
    minutesOf,
    minutesInYears,
    reaches,
    reachesInYears,
    /** How many of some members do, by `reaches` or `reachesInYears`. */
    countIn: (memberIds: Iterable<string>, does: typeof reaches) =>
      yardstick > 0 ? [...memberIds].filter(does).length : null,
  }
}

/** The educators and coaches with an affiliation on the day, a row for each affiliation. */
export function listStaff(scope: Scope, { asOf, organizationIds }: ReportFrame) {
  return scope.db
    .select({
      memberId: affiliations.memberId,
      organizationId: affiliations.organizationId,
      role: affiliations.role,
    })
    .from(affiliations)
    .where(
      and(
        lte(affiliations.startedOn, asOf),
        or(isNull(affiliations.endedOn), gte(affiliations.endedOn, asOf)),
        inArray(affiliations.role, COUNTED),
        organizationIds && inArray(affiliations.organizationId, organizationIds),
      ),
    )
}

/** Why it is not told how many reached the yardstick where there is none. */
export const notTold = (asOf: Day) =>
  `Not told: the district had no yardstick on ${dayInWords(asOf)}, so nobody is at or above it.`

export const participation: Section<Awaited<ReturnType<typeof countParticipation>>> = {
  key: 'participation',
  title: 'Participation',
  make: countParticipation,
  figuresOf: (all) =>
    figuresByPlace(['educators', 'atOrAbove', 'inThreeYears'], 'people', all, all.bySchool),
  told: (all, teller) => ({
    ...toldParticipation(all, teller),
    bySchool: all.bySchool
      .filter(teller.tellsOf)
      .map((row) => ({ ...row, ...toldParticipation(row, teller) })),
  }),
  rule: ({ asOf, schoolYear }) =>
    `Counted are all educators and coaches whose affiliation held on ${dayInWords(asOf)}. Their hours are those earned in the school year ${schoolYearName(schoolYear)} and approved by that day. Who works at two schools counts at both, and once for the district.`,
  measures: {
    yardstick: {
      name: 'Yardstick',
      rule: ({ asOf }) =>
        `What the district asks of an educator in a school year, as it stood on ${dayInWords(asOf)}.`,
      isLevel: true,
    },
    educators: {
      name: 'Educators',
      rule: ({ asOf }) =>
        `Educators and coaches with an affiliation on ${dayInWords(asOf)}, each once.`,
    },
    atOrAbove: {
      name: 'At or above the yardstick',
      rule: ({ asOf, schoolYear, yardstick }) =>
        yardstick === 0
          ? notTold(asOf)
          : `Of the educators, those with at least ${hoursTyped(yardstick)} hours that were earned in ${schoolYearName(schoolYear)} and approved by ${dayInWords(asOf)}.`,
      of: ['educators'],
    },
    inThreeYears: {
      name: 'In three years',
      rule: ({ asOf, schoolYear, yardstick }) =>
        yardstick === 0
          ? notTold(asOf)
          : `Of the educators, those with at least ${hoursTyped(YEARS * yardstick)} hours that were earned in the school years ${schoolYearName(schoolYear - YEARS + 1)} to ${schoolYearName(schoolYear)} and approved by ${dayInWords(asOf)}: three times what a year asks.`,
      of: ['educators'],
    },
  },
}
