import type { Store } from '#db/client.server'
import { keepMandate } from '~/domain/mandates/keeping.server'
import { listDistrictsToReach, listToReach, settleMandate } from '~/domain/mandates/reaching.server'
import { type District, scopeOf, SYSTEM, writeScopeOf } from '~/domain/scope.server'
import { type DaysDone, inEachDistrict, inTurns, onNewDays, untilDone } from './districts.server'
import { repeat, type Repeating } from './repeat'

type Options = {
  /** Milliseconds between looks. */
  pause?: number
  report?: (error: unknown) => void
  now?: () => Date
}

const FIFTEEN_SECONDS = 15 * 1000
/** How many members one transaction asks about, so that others write in between. */
const MEMBERS_A_TURN = 200

/** Soon after a training was switched on or changed for very many people, brings it to all of them. */
export function startObligationKeeper(
  store: Store,
  { pause = FIFTEEN_SECONDS, report = () => {}, now = () => new Date() }: Options = {},
): Repeating {
  return repeat(() => keepUnsettledObligations(store, now(), report), pause, report)
}

/**
 * Reaches everybody whom a training is for, or was for, that was switched on or changed and is not settled
 * yet. A district where it fails does not keep the others from it, and has its turn again at the next look.
 *
 * @returns how many turns were opened
 */
export const keepUnsettledObligations = (
  store: Store,
  now: Date,
  report: (error: unknown) => void,
) =>
  inEachDistrict(
    store,
    report,
    (district) => keepDistrict(store, district, now, 'unsettled'),
    listDistrictsToReach,
  )

/**
 * Once a day in each district, brings all trainings up to date for what a day alone changes: turns that
 * open, and people whose affiliation begins or has ended. A district where it fails does not keep the
 * others from it, and has its turn again at the next look.
 *
 * @param kept the last day on which it was done, by the id of the district; it is kept up
 * @returns how many turns were opened
 */
export const keepObligationsOnNewDays = (
  store: Store,
  kept: DaysDone,
  now: Date,
  report: (error: unknown) => void,
) => onNewDays(store, kept, now, report, (district) => keepDistrict(store, district, now, 'all'))

async function keepDistrict(
  store: Store,
  district: District,
  now: Date,
  which: 'unsettled' | 'all',
) {
  const ids = await listToReach(scopeOf(store.read, district, SYSTEM, now), which)
  return inTurns(ids, (id) => reachEverybody(store, district, now, id))
}

/** Goes through all members of a training in turns; then it is settled. */
async function reachEverybody(store: Store, district: District, now: Date, id: string) {
  let opened = 0
  let after: string | null = null
  await untilDone(async () => {
    const turn = await store.write(async (tx) => {
      const scope = writeScopeOf(tx, district, SYSTEM, now)
      const reached = await keepMandate(scope, id, after, MEMBERS_A_TURN)
      if (reached.next === null) await settleMandate(scope, id)
      return reached
    })
    opened += turn.kept.opened
    after = turn.next
    return after !== null
  })
  return opened
}
