import { newId } from '#db/id'
import { alias, and, eq, isNull } from '#db/query.server'
import { activityCompetencies, bookedCompetencies, ledgerEntries } from '#db/schema'
import type { ActivityKind, Strength } from '#db/words'
import { type Day, schoolYearOf } from '../calendar'
import type { WriteScope } from '../scope.server'

/** The row that minutes come from. */
export type BookingSource =
  { activityId: string; completionId?: never } | { completionId: string; activityId?: never }

export type Booking = {
  memberId: string
  organizationId: string
  kind: ActivityKind
  minutes: number
  earnedOn: Day
  strength: Strength
} & BookingSource

/** Books minutes for one person, from one source row; the entry keeps where and when they were earned. */
export async function bookMinutes(scope: WriteScope, booking: Booking) {
  await scope.db.insert(ledgerEntries).values({
    id: newId(),
    ...booking,
    bookedOn: scope.today,
    schoolYear: schoolYearOf(booking.earnedOn, scope.district.schoolYearStartsOn),
  })
}

/**
 * Books the opposite of what stands for a source row, so that it counts 0 minutes from today. Both
 * entries stay; a report as of an earlier day does not change.
 */
export async function reverseMinutes(scope: WriteScope, source: BookingSource) {
  for (const { id, minutes, ...same } of await standingEntries(scope, source)) {
    const correctionId = newId()
    await scope.db.insert(ledgerEntries).values({
      ...same,
      id: correctionId,
      minutes: -minutes,
      bookedOn: scope.today,
      correctsId: id,
    })
    if (source.activityId) await keepCompetencies(scope, source.activityId, [id, correctionId])
  }
}

/** What the activity names may change from now on; what was booked counts to what it named. */
async function keepCompetencies(scope: WriteScope, activityId: string, entryIds: string[]) {
  const named = await scope.db
    .select({ competency: activityCompetencies.competency })
    .from(activityCompetencies)
    .where(eq(activityCompetencies.activityId, activityId))
  const rows = entryIds.flatMap((entryId) => named.map((row) => ({ entryId, ...row })))
  if (rows.length > 0) await scope.db.insert(bookedCompetencies).values(rows)
}

const correction = alias(ledgerEntries, 'correction')

/** The entries of a source row that are no corrections and have none. */
async function standingEntries(scope: WriteScope, source: BookingSource) {
  return scope.db
    .select({
      id: ledgerEntries.id,
      memberId: ledgerEntries.memberId,
      organizationId: ledgerEntries.organizationId,
      kind: ledgerEntries.kind,
      minutes: ledgerEntries.minutes,
      earnedOn: ledgerEntries.earnedOn,
      schoolYear: ledgerEntries.schoolYear,
      strength: ledgerEntries.strength,
      activityId: ledgerEntries.activityId,
      completionId: ledgerEntries.completionId,
    })
    .from(ledgerEntries)
    .leftJoin(correction, eq(correction.correctsId, ledgerEntries.id))
    .where(
      and(
        source.activityId
          ? eq(ledgerEntries.activityId, source.activityId)
          : eq(ledgerEntries.completionId, source.completionId!),
        isNull(ledgerEntries.correctsId),
        isNull(correction.id),
      ),
    )
}
