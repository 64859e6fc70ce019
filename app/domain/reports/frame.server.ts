import { asc } from '#db/query.server'
import { organizations } from '#db/schema'
import { type Day, isDay, schoolYearOf, schoolYearSpan } from '../calendar'
import { yardstickOn } from '../credit/hours.server'
import { Invalid, NotFound } from '../errors'
import { type Bands, listFormerBands } from '../bands/keeping.server'
import { placesOf } from '../place'
import type { Scope } from '../scope.server'

/** A line of a report: a school with its departments, or the district's own offices. */
export type Place = { id: string; name: string; sourceId: string | null }

/** What every section of a report is computed from. */
export type ReportFrame = {
  asOf: Day
  schoolYear: number
  /** The first day of the school year. */
  from: Day
  /** Minutes the district asks of an educator in the school year, as of the day. */
  yardstick: number
  /** The schools, by name, and last the district itself; or the one school of a school's report. */
  places: Place[]
  /** All schools of the district, to choose from. */
  schools: { id: string; name: string }[]
  /** The place each organization counts to. */
  placeOf: Map<string, string>
  /** What was said of each school on the day, by its id. */
  traitsOf: Map<string, Bands>
  /** The organizations that count, when it is the report of one school. */
  organizationIds: string[] | undefined
}

/** What a report is about: the day, and a school by its id or its roster `sourcedId`. */
export type ReportRequest = { asOf: string; organization?: string }

/**
 * Places the organizations of the district for a report as of a day. The caller has decided who may read it.
 *
 * @throws Invalid when the day is not one, or is still to come
 * @throws NotFound when there is no such school
 */
export async function placeReport(scope: Scope, request: ReportRequest): Promise<ReportFrame> {
  const { asOf } = request
  if (!isDay(asOf)) throw new Invalid('asOf', 'Write the day like 2026-06-30.')
  if (asOf > scope.today)
    throw new Invalid('asOf', 'That day is still to come. Choose today or before.')

  const startsOn = scope.district.schoolYearStartsOn
  const schoolYear = schoolYearOf(asOf, startsOn)
  const [tree, yardstick, formerBands] = await Promise.all([
    listTree(scope),
    yardstickOn(scope, asOf),
    listFormerBands(scope, asOf),
  ])
  const placeOf = placesOf(tree)
  const places = tree.filter(({ id }) => placeOf.get(id) === id)
  const schools = places.filter(({ kind }) => kind !== 'district')
  const chosen =
    request.organization === undefined
      ? places
      : schools.filter(
          ({ id, sourceId }) => id === request.organization || sourceId === request.organization,
        )
  if (chosen.length === 0) throw new NotFound('No such school.')
  return {
    asOf,
    schoolYear,
    from: schoolYearSpan(schoolYear, startsOn).first,
    yardstick,
    places: [...chosen]
      .sort((a, b) => Number(a.kind === 'district') - Number(b.kind === 'district'))
      .map(({ id, name, sourceId }) => ({ id, name, sourceId })),
    schools: schools.map(({ id, name }) => ({ id, name })),
    placeOf,
    traitsOf: new Map(
      tree.map(({ id, gradeBand, povertyBand }) => {
        const former = formerBands.get(id)
        return [
          id,
          {
            gradeBand: former?.gradeBand ?? gradeBand,
            povertyBand: former?.povertyBand ?? povertyBand,
          },
        ]
      }),
    ),
    organizationIds:
      request.organization === undefined
        ? undefined
        : tree.map(({ id }) => id).filter((id) => placeOf.get(id) === chosen[0]!.id),
  }
}

const listTree = (scope: Scope) =>
  scope.db
    .select({
      id: organizations.id,
      name: organizations.name,
      kind: organizations.kind,
      path: organizations.path,
      sourceId: organizations.sourceId,
      gradeBand: organizations.gradeBand,
      povertyBand: organizations.povertyBand,
    })
    .from(organizations)
    .orderBy(asc(organizations.sortName), asc(organizations.id))

/** Adds figures up by place; a place without any has none. */
export function byPlace<Row extends { organizationId: string }, Sum>(
  { places, placeOf }: ReportFrame,
  rows: readonly Row[],
  none: () => Sum,
  add: (sum: Sum, row: Row) => void,
): (Place & Sum)[] {
  const sums = new Map(places.map((place) => [place.id, { ...place, ...none() }]))
  for (const row of rows) {
    const sum = sums.get(placeOf.get(row.organizationId) ?? '')
    if (sum) add(sum, row)
  }
  return [...sums.values()]
}
