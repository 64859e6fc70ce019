import { strongest } from '../evidence/evidence'
import { groupBy } from '../grouping'
import { can } from '../policy'
import type { Scope } from '../scope.server'
import type { RecordEvidence } from './record'
import { listBookings, listEvidence } from './rows.server'

type Placed = {
  id: string
  organizationId: string | null
  organization: string | null
  /** An address that the row itself keeps. */
  url?: string | null
}
type Booking = Awaited<ReturnType<typeof listBookings>>[number]

export type Backing = Awaited<ReturnType<typeof readBacking>>

/** What stands behind the rows of a member's record: the evidence and the minutes booked. */
export async function readBacking(scope: Scope, memberId: string) {
  const [evidence, bookings] = await Promise.all([
    listEvidence(scope, memberId),
    listBookings(scope, memberId),
  ])
  const evidenceOf = groupBy(
    evidence,
    ({ activityId, completionId, awardId, goalId, broughtId }) =>
      activityId ?? completionId ?? awardId ?? goalId ?? broughtId,
  )
  const bookingsOf = groupBy(bookings, ({ activityId, completionId }) => activityId ?? completionId)

  return {
    bookings,

    /** Where a row was earned, what backs it as far as the actor may see it, and how strong that is. */
    of({ id, organizationId, organization, url }: Placed) {
      const proofs = evidenceOf.get(id) ?? []
      const seen = proofs.filter(({ mayShowStudents }) =>
        can(scope.actor, 'evidence.view', { memberId, organizationId, mayShowStudents }),
      )
      return {
        organization:
          organizationId && organization ? { id: organizationId, name: organization } : null,
        evidence: seen.map((proof): RecordEvidence => ({
          id: proof.id,
          kind: proof.kind,
          name: proof.name,
          content: proof.content,
          mediaType: proof.mediaType,
          bytes: proof.bytes,
          sha256: proof.sha256,
          destroyedOn: proof.destroyedOn,
        })),
        strength: strongest([
          ...(url ? (['document'] as const) : []),
          ...proofs.map(({ strength }) => strength),
        ]),
      }
    },

    /** The minutes booked for an activity or a course, and how strong its proof was when it was booked. */
    countedFor(id: string) {
      const entries: Booking[] = bookingsOf.get(id) ?? []
      const last = entries.at(-1)
      return {
        countedMinutes: entries.reduce((sum, { minutes }) => sum + minutes, 0),
        ...(last && last.minutes > 0 && { strength: last.strength }),
      }
    },
  }
}
