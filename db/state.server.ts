import { and, asc, eq, gte, isNull } from 'drizzle-orm'
import type { Db } from './client.server'
import { keep } from './kept.server'
import { districtMonths, districts, stateViewers } from './schema'

/** The only handle of a state: closed months of its districts, and nothing about persons. */
export type StateDb = ReturnType<typeof forState>

/** Whether somebody may compare the districts of a state now. */
export async function isStateViewer(db: Db, userId: string, state: string) {
  const [row] = await db
    .select({ state: stateViewers.state })
    .from(stateViewers)
    .where(
      and(
        eq(stateViewers.userId, userId),
        eq(stateViewers.state, state),
        isNull(stateViewers.dismissedAt),
      ),
    )
  return row !== undefined
}

/** The states whose districts somebody may compare now, by code. */
export async function listStatesOf(db: Db, userId: string) {
  const rows = await db
    .select({ state: stateViewers.state })
    .from(stateViewers)
    .where(and(eq(stateViewers.userId, userId), isNull(stateViewers.dismissedAt)))
    .orderBy(asc(stateViewers.state))
  return rows.map(({ state }) => state)
}

/** Narrows a database to the closed months of a state's districts. */
export function forState(db: Db, state: string) {
  return {
    /** How many districts the state has here. */
    countDistricts: () => db.$count(districts, eq(districts.state, state)),

    /** Each closed month since a day: of which district it is, and when its figures were made. */
    listMade: (since: string) =>
      db
        .select({
          districtId: districtMonths.districtId,
          asOf: districtMonths.asOf,
          madeAt: districtMonths.madeAt,
        })
        .from(districts)
        .innerJoin(districtMonths, eq(districtMonths.districtId, districts.id))
        .where(and(eq(districts.state, state), gte(districtMonths.asOf, since)))
        .orderBy(asc(districtMonths.asOf), asc(districtMonths.districtId)),

    /** The figures of a closed month, district by district. */
    listFigures: (asOf: string) =>
      db
        .select({ name: districts.name, slug: districts.slug, figures: districtMonths.figures })
        .from(districts)
        .innerJoin(
          districtMonths,
          and(eq(districtMonths.districtId, districts.id), eq(districtMonths.asOf, asOf)),
        )
        .where(eq(districts.state, state))
        .orderBy(asc(districts.name), asc(districts.id)),

    /** Keeps what cannot change any more, as `keep` of a district does. */
    keep: <T>(key: string, make: () => Promise<T>): Promise<T> =>
      keep(db, `state ${state}/${key}`, make),
  }
}
