import type { Store } from '#db/client.server'
import { districts } from '#db/schema'
import { eq } from '#db/query.server'
import { addDays, dayIn, endOfDay, schoolYearName, schoolYearOf, schoolYearSpan } from '../calendar'
import { findActorOfMember } from '../people/actor.server'
import { writeScopeOf } from '../scope.server'
import { freezeReport } from './snapshots.server'

/** What is known of a district of the demonstration. */
type Known = { id: number; ming: { id: string }; snapshots: { june: string } }

const DAYS_UNTIL_PRESENTED = 43

/** Freezes the report of the last school year in a district of the demonstration. */
export const freezeLastYear = (now: Date) => async (store: Store, names: Known) => {
  const [district] = await store.read.select().from(districts).where(eq(districts.id, names.id))
  const { timeZone, schoolYearStartsOn: startsOn } = district!
  const year = schoolYearOf(dayIn(timeZone, now), startsOn)
  const asOf = addDays(schoolYearSpan(year, startsOn).first, -1)
  const inAugust = endOfDay(addDays(asOf, DAYS_UNTIL_PRESENTED), timeZone)
  const actor = await findActorOfMember(store.read, district!, names.ming.id, inAugust)
  await store.write((tx) =>
    freezeReport(writeScopeOf(tx, district!, actor!, inAugust), {
      id: names.snapshots.june,
      name: `School year ${schoolYearName(year - 1)}, for the board`,
      asOf,
      note: 'As it was presented in August.',
    }),
  )
}
