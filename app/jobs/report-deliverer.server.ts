import type { Store } from '#db/client.server'
import { findActorOfMember } from '~/domain/people/actor.server'
import {
  type DueDelivery,
  listDueDeliveries,
  sendDelivery,
  writeDelivery,
} from '~/domain/reports/delivery.server'
import { type District, scopeOf, SYSTEM, writeScopeOf } from '~/domain/scope.server'
import { type DaysDone, inTurns, onNewDays } from './districts.server'

/**
 * Once a day in each district, writes the letters with the saved reports whose day it is. Rows remember the
 * last day each was written, so that a server that starts anew writes none twice and a day that was missed
 * is made up for once. Who may no longer see a report gets it no more. A letter or a
 * district where it fails does not keep the others from theirs; the letter is tried again the next day.
 *
 * @param origin the address of this server, as people type it
 * @param delivered the last day on which it was done, by the id of the district; it is kept up
 * @returns how many letters were written
 */
export const deliverReportsOnNewDays = (
  store: Store,
  origin: string,
  delivered: DaysDone,
  now: Date,
  report: (error: unknown) => void,
) =>
  onNewDays(store, delivered, now, report, async (district) => {
    const due = await listDueDeliveries(scopeOf(store.read, district, SYSTEM, now))
    return inTurns(due, async (each) => {
      try {
        return await deliver(store, origin, district, each, now)
      } catch (error) {
        report(error)
        return 0
      }
    })
  })

/** The report is read before the transaction, so that others write in the meantime. */
async function deliver(
  store: Store,
  origin: string,
  district: District,
  delivery: DueDelivery,
  now: Date,
) {
  const reader = await findActorOfMember(store.read, district, delivery.memberId, now)
  const mail =
    reader && (await writeDelivery(scopeOf(store.read, district, reader, now), delivery, origin))
  return store.write((tx) =>
    sendDelivery(writeScopeOf(tx, district, SYSTEM, now), delivery.id, mail),
  )
}
