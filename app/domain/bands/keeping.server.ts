import { newId } from '#db/id'
import {
  and,
  asc,
  eq,
  gt,
  inArray,
  isNull,
  lte,
  maxOf,
  notInArray,
  or,
  type SQL,
} from '#db/query.server'
import { formerBands, organizations } from '#db/schema'
import type { GradeBand, PovertyBand } from '#db/words'
import type { Day } from '../calendar'
import type { Scope, WriteScope } from '../scope.server'

/** The bands of an organization. */
export type Bands = { gradeBand: GradeBand | null; povertyBand: PovertyBand | null }

/**
 * Keeps the bands that organizations had until today, so that an earlier day is told as it was.
 *
 * @param next the bands that are about to be written; those that stay as they are need not be kept
 */
export async function keepBands(
  scope: WriteScope,
  next: readonly ({ id: string } & Partial<Bands>)[],
) {
  const byId = new Map(next.map((row) => [row.id, row]))
  const rows = await scope.db
    .select({
      organizationId: organizations.id,
      gradeBand: organizations.gradeBand,
      povertyBand: organizations.povertyBand,
      startedOn: maxOf(formerBands.replacedOn),
    })
    .from(organizations)
    .leftJoin(formerBands, eq(formerBands.organizationId, organizations.id))
    .where(inArray(organizations.id, [...byId.keys()]))
    .groupBy(organizations.id, organizations.gradeBand, organizations.povertyBand)
  const changing = rows.filter((row) => {
    const { gradeBand = row.gradeBand, povertyBand = row.povertyBand } = byId.get(
      row.organizationId,
    )!
    const isSame = gradeBand === row.gradeBand && povertyBand === row.povertyBand
    return !isSame && row.startedOn !== scope.today
  })
  await scope.db.insertMany(
    formerBands,
    changing.map((row) => ({ id: newId(), ...row, replacedOn: scope.today })),
  )
}

/**
 * The bands of a day of those organizations that have others since, by their ids. Where nothing was said
 * of one yet, what was said first is true of the day too: null where that is what is said today.
 */
export async function listFormerBands(scope: Scope, day: Day): Promise<ReadonlyMap<string, Bands>> {
  const rows = await scope.db
    .select({
      id: formerBands.organizationId,
      gradeBand: formerBands.gradeBand,
      povertyBand: formerBands.povertyBand,
    })
    .from(formerBands)
    .where(gt(formerBands.replacedOn, day))
    .orderBy(asc(formerBands.replacedOn))
  const found = new Map<string, Bands>()
  for (const { id, gradeBand, povertyBand } of rows) {
    const earlier = found.get(id)
    found.set(id, {
      gradeBand: earlier?.gradeBand ?? gradeBand,
      povertyBand: earlier?.povertyBand ?? povertyBand,
    })
  }
  return found
}

/** The condition that picks the organizations that were of one of some grade bands on a day. */
export function wasOfGradeBand(scope: Scope, day: Day, gradeBands: GradeBand[]): SQL {
  const hadOthers = scope.db
    .select({ id: formerBands.organizationId })
    .from(formerBands)
    .where(wereOn(day))
  const hadThese = scope.db
    .select({ id: formerBands.organizationId })
    .from(formerBands)
    .where(and(wereOn(day), inArray(formerBands.gradeBand, gradeBands)))
  return or(
    and(inArray(organizations.gradeBand, gradeBands), notInArray(organizations.id, hadOthers)),
    inArray(organizations.id, hadThese),
  )!
}

const wereOn = (day: Day) =>
  and(
    gt(formerBands.replacedOn, day),
    or(isNull(formerBands.startedOn), lte(formerBands.startedOn, day)),
  )
