import type { Store } from '#db/client.server'
import { districts } from '#db/schema'
import { listEnrolling, takeTurn } from '~/domain/pathways/applying.server'
import { listFollowing, takeFollowingTurn } from '~/domain/pathways/following.server'
import { type District, scopeOf, SYSTEM, writeScopeOf } from '~/domain/scope.server'
import { repeat, type Repeating } from './repeat'

type Options = {
  /** Milliseconds between looks for assignments that wait. */
  pause?: number
  report?: (error: unknown) => void
  now?: () => Date
}

const A_SECOND = 1000

/**
 * Enrolls the large audiences of assignments, and takes the many people of a pathway to a new version, in
 * turns, each a transaction of its own, so that others write in between. What a stop of the server
 * interrupts goes on where it was.
 */
export function startEnroller(
  store: Store,
  { pause = A_SECOND, report = () => {}, now = () => new Date() }: Options = {},
): Repeating {
  return repeat(() => enrollWaiting(store, now, report), pause, report)
}

/** Lets everybody who waits have their turn, district after district. @returns how many turns it took */
export async function enrollWaiting(
  store: Store,
  now: () => Date,
  report: (error: unknown) => void,
) {
  let turns = 0
  for (const district of await store.read.select().from(districts).orderBy(districts.id)) {
    try {
      turns += await followInDistrict(store, district, now)
      turns += await enrollDistrict(store, district, now)
    } catch (error) {
      report(error)
    }
  }
  return turns
}

async function followInDistrict(store: Store, district: District, now: () => Date) {
  let turns = 0
  for (const pathwayId of await listFollowing(scopeOf(store.read, district, SYSTEM, now()))) {
    let isMore = true
    while (isMore) {
      isMore = await store.write((tx) =>
        takeFollowingTurn(writeScopeOf(tx, district, SYSTEM, now()), pathwayId),
      )
      turns++
    }
  }
  return turns
}

async function enrollDistrict(store: Store, district: District, now: () => Date) {
  let turns = 0
  for (const { id, changeId } of await listEnrolling(
    scopeOf(store.read, district, SYSTEM, now()),
  )) {
    let isMore = true
    while (isMore) {
      isMore = await store.write((tx) =>
        takeTurn(writeScopeOf(tx, district, SYSTEM, now()), id, changeId),
      )
      turns++
    }
  }
  return turns
}
