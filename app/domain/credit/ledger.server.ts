import { newId } from '#db/id'
import { ledgerEntries } from '#db/schema'
import type { Strength } from '#db/words'
import { type Day, schoolYearOf } from '../calendar'
import type { WriteScope } from '../scope.server'

export type Booking = {
  memberId: string
  organizationId: string
  kind: string
  minutes: number
  earnedOn: Day
  strength: Strength
} & ({ activityId: string; completionId?: never } | { completionId: string; activityId?: never })

/** Books minutes for one person, from one source row; the entry keeps where and when they were earned. */
export async function bookMinutes(scope: WriteScope, booking: Booking) {
  await scope.db.insert(ledgerEntries).values({
    id: newId(scope.now),
    ...booking,
    bookedOn: scope.today,
    schoolYear: schoolYearOf(booking.earnedOn, scope.district.schoolYearStartsOn),
  })
}
