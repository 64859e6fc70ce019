import type { Store } from '#db/client.server'
import { listDistrictsEnrolling, listEnrolling, takeTurn } from '~/domain/pathways/applying.server'
import {
  listDistrictsFollowing,
  listFollowing,
  takeFollowingTurn,
} from '~/domain/pathways/following.server'
import {
  type District,
  type Scope,
  scopeOf,
  SYSTEM,
  type WriteScope,
  writeScopeOf,
} from '~/domain/scope.server'
import { inEachDistrict, inTurns, untilDone } from './districts.server'
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
  const followed = await inEachDistrict(
    store,
    report,
    (district) => takeTurns(store, district, now, listFollowing, takeFollowingTurn),
    listDistrictsFollowing,
  )
  const enrolled = await inEachDistrict(
    store,
    report,
    (district) => takeTurns(store, district, now, listEnrolling, takeTurn),
    listDistrictsEnrolling,
  )
  return followed + enrolled
}

type Take = (scope: WriteScope, id: string) => Promise<boolean>

/** Takes turns for one after the other, until none has more. @returns how many turns it took */
async function takeTurns(
  store: Store,
  district: District,
  now: () => Date,
  list: (scope: Scope) => Promise<string[]>,
  take: Take,
) {
  const ids = await list(scopeOf(store.read, district, SYSTEM, now()))
  return inTurns(ids, async (id) => {
    let turns = 0
    await untilDone(async () => {
      turns++
      return store.write((tx) => take(writeScopeOf(tx, district, SYSTEM, now()), id))
    })
    return turns
  })
}
