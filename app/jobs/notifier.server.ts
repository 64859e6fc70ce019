import type { Store } from '#db/client.server'
import {
  listDueForTrainingNotice,
  sendTrainingNotices,
  tellPrincipals,
} from '~/domain/mandates/notifying.server'
import { listDueForNotice } from '~/domain/reminders/due.server'
import { escalate } from '~/domain/reminders/escalating.server'
import { sendNotices } from '~/domain/reminders/notices.server'
import { type District, scopeOf, SYSTEM, writeScopeOf } from '~/domain/scope.server'
import { type DaysDone, inTurns, inTurnsOf, onNewDays } from './districts.server'

/** How many letters one transaction writes, so that others write in between. */
const LETTERS_A_TURN = 200

/**
 * Once a day in each district, writes the letters about what is mandated and about required trainings:
 * to educators before its due day and after it, then to principals. Rows remember each of them, so that
 * a day that was missed, or a server that starts anew, writes none twice, and only the newest of those
 * missed. One district where it fails does not keep the others from it, and has its turn again at the
 * next look.
 *
 * @param origin the address of this server, as people type it
 * @param notified the last day on which it was done, by the id of the district; it is kept up
 * @returns how many letters were written
 */
export async function notifyOnNewDays(
  store: Store,
  origin: string,
  notified: DaysDone,
  now: Date,
  report: (error: unknown) => void,
) {
  return onNewDays(store, notified, now, report, (district) =>
    notifyDistrict(store, origin, district, now),
  )
}

async function notifyDistrict(store: Store, origin: string, district: District, now: Date) {
  const due = await listDueForNotice(scopeOf(store.read, district, SYSTEM, now))
  const noticed = await inTurnsOf(LETTERS_A_TURN, due, (some) =>
    store.write((tx) => sendNotices(writeScopeOf(tx, district, SYSTEM, now), some, origin)),
  )
  const trainings = await listDueForTrainingNotice(scopeOf(store.read, district, SYSTEM, now))
  const trained = await inTurnsOf(LETTERS_A_TURN, trainings, (some) =>
    store.write((tx) => sendTrainingNotices(writeScopeOf(tx, district, SYSTEM, now), some, origin)),
  )
  const told = await inTurns([escalate, tellPrincipals], (tell) =>
    store.write((tx) => tell(writeScopeOf(tx, district, SYSTEM, now), origin)),
  )
  return noticed + trained + told
}
