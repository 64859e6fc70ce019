import type { Store } from '#db/client.server'
import { newLongId } from '#db/id'
import { eq } from '#db/query.server'
import { districts, licenses } from '#db/schema'
import { nameWorld } from '#db/seed/names'
import { addDays, dayIn, endOfDay, schoolYearOf, schoolYearSpan } from '~/domain/calendar'
import { findActorOfMember } from '~/domain/people/actor.server'
import { writeScopeOf } from '~/domain/scope.server'
import { draw } from '~/domain/state-files/drawing.server'
import { makeStateFile } from '~/domain/state-files/making.server'

const DAYS_UNTIL_SENT = 12

/**
 * Sends the hours of the larger district of the demonstration to the state: those of last year in July,
 * and those of this year now. Who is not ready stays behind; one of them has got the missing number since.
 */
export async function tellState(store: Store, now: Date) {
  const { northside } = nameWorld()
  const [district] = await store.read.select().from(districts).where(eq(districts.id, northside.id))
  const { timeZone, schoolYearStartsOn } = district!
  const year = schoolYearOf(dayIn(timeZone, now), schoolYearStartsOn)
  const { first } = schoolYearSpan(year, schoolYearStartsOn)
  const inJuly = endOfDay(addDays(first, DAYS_UNTIL_SENT), timeZone)
  await tell(year - 1, inJuly < now ? inJuly : now)
  await tell(year, now)
  await mendOne(year)

  async function tell(schoolYear: number, at: Date) {
    const actor = await findActorOfMember(store.read, district!, northside.rosa.id, at)
    const period = schoolYearSpan(schoolYear, schoolYearStartsOn)
    await store.write((tx) =>
      makeStateFile(writeScopeOf(tx, district!, actor!, at), { id: newLongId(), ...period }),
    )
  }
  async function mendOne(schoolYear: number) {
    const actor = await findActorOfMember(store.read, district!, northside.rosa.id, now)
    const period = schoolYearSpan(schoolYear, schoolYearStartsOn)
    await store.write(async (tx) => {
      const scope = writeScopeOf(tx, district!, actor!, now)
      const { rows } = await draw(scope, period)
      const [reason] = rows.flatMap(({ reasons }) => reasons)
      if (reason?.kind !== 'no_number' || reason.licenseId === null) return
      const { licenseId } = reason
      await scope.db.update(licenses).set({ number: '519001' }).where(eq(licenses.id, licenseId))
      await scope.record('license.edited', licenseId, { before: { number: null } })
    })
  }
}
