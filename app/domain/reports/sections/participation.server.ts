import { and, gte, inArray, isNull, lte, or } from '#db/query.server'
import { affiliations } from '#db/schema'
import type { Role } from '#db/words'
import { minutesByMember } from '../../credit/sums.server'
import type { Scope } from '../../scope.server'
import { byPlace, type ReportFrame } from '../frame.server'
import { figuresByPlace, type Section } from '../section'

/** Whom participation counts: those who are asked for hours. */
const COUNTED: Role[] = ['educator', 'coach']
/** School years that the longer form looks at. */
const YEARS = 3

/**
 * Participation: of the educators and coaches with an affiliation on the day, how many have, in the
 * school year up to the day, at least the yardstick's minutes; and how many have three times as much in
 * this school year and the two before, as Massachusetts asks of its technology plans (45 hours in three
 * years). Who works at two schools counts at both, and once in the district.
 */
export async function countParticipation(scope: Scope, frame: ReportFrame) {
  const { schoolYear, asOf, yardstick } = frame
  const years = Array.from({ length: YEARS }, (_, back) => schoolYear - back)
  const [staff, ...minutes] = await Promise.all([
    listStaff(scope, frame),
    ...years.map((year) => minutesByMember(scope, year, asOf)),
  ])
  const inYears = (memberId: string, count: number) =>
    minutes.slice(0, count).reduce((sum, year) => sum + (year.get(memberId) ?? 0), 0)
  const reaches = (memberId: string) => inYears(memberId, 1) >= yardstick
  const reachesInYears = (memberId: string) => inYears(memberId, YEARS) >= YEARS * yardstick
  const all = new Set(staff.map(({ memberId }) => memberId))
  const schools = byPlace(
    frame,
    staff,
    () => ({ educators: 0, atOrAbove: 0, inThreeYears: 0, seen: new Set<string>() }),
    (sum, { memberId }) => {
      if (sum.seen.has(memberId)) return
      sum.seen.add(memberId)
      sum.educators += 1
      if (reaches(memberId)) sum.atOrAbove += 1
      if (reachesInYears(memberId)) sum.inThreeYears += 1
    },
  )
  return {
    educators: all.size,
    atOrAbove: [...all].filter(reaches).length,
    inThreeYears: [...all].filter(reachesInYears).length,
    bySchool: schools.map(({ seen: _, ...school }) => school),
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

export const participation: Section<Awaited<ReturnType<typeof countParticipation>>> = {
  key: 'participation',
  title: 'Participation',
  make: countParticipation,
  figuresOf: (all) =>
    figuresByPlace(['educators', 'atOrAbove', 'inThreeYears'], 'people', all, all.bySchool),
}
