import type { Store } from '#db/client.server'
import { keepMandate } from '~/domain/mandates/keeping.server'
import { listToReach, settleMandate } from '~/domain/mandates/reaching.server'
import { type District, scopeOf, SYSTEM, writeScopeOf } from '~/domain/scope.server'
import { type DaysDone, inEachDistrict } from './new-days.server'
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

/**
 * Brings the required trainings of each district up to date: those that were switched on or changed, as
 * soon as it sees them, and once a day all of them, for what a day alone changes: turns that open, and
 * people whose affiliation begins or has ended. A day that began while the server was down is made up for.
 */
export function startObligationKeeper(
  store: Store,
  { pause = FIFTEEN_SECONDS, report = () => {}, now = () => new Date() }: Options = {},
): Repeating {
  const kept: DaysDone = new Map()
  return repeat(() => keepObligationsOfDay(store, kept, now(), report), pause, report)
}

/**
 * Reaches everybody whom the trainings of each district are for or were for: of all trainings where a day
 * has begun since the last time, of those not settled otherwise. A district where it fails does not keep
 * the others from it, and has its turn again at the next look.
 *
 * @param kept the last day on which all were reached, by the id of the district; it is kept up
 * @returns how many turns were opened
 */
export async function keepObligationsOfDay(
  store: Store,
  kept: DaysDone,
  now: Date,
  report: (error: unknown) => void,
) {
  return inEachDistrict(store, kept, now, report, (district, isNewDay) =>
    keepDistrict(store, district, now, isNewDay ? 'all' : 'unsettled'),
  )
}

async function keepDistrict(
  store: Store,
  district: District,
  now: Date,
  which: 'unsettled' | 'all',
) {
  let opened = 0
  for (const id of await listToReach(scopeOf(store.read, district, SYSTEM, now), which)) {
    opened += await reachEverybody(store, district, now, id)
  }
  return opened
}

/** Goes through all members of a training in turns; then it is settled. */
async function reachEverybody(store: Store, district: District, now: Date, id: string) {
  let opened = 0
  let after: string | null = null
  do {
    const from: string | null = after
    const turn = await store.write(async (tx) => {
      const scope = writeScopeOf(tx, district, SYSTEM, now)
      const reached = await keepMandate(scope, id, from, MEMBERS_A_TURN)
      if (reached.next === null) await settleMandate(scope, id)
      return reached
    })
    opened += turn.kept.opened
    after = turn.next
  } while (after !== null)
  return opened
}
