import { and, desc, eq } from '#db/query.server'
import { enrollments, members, reminders } from '#db/schema'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'

/** The last letter about one of the actor's own enrollments, and who sent it; nobody where Cairn did. */
export async function findOwnReminder(scope: Scope, enrollmentId: string) {
  const [row] = await scope.db
    .select({
      sentOn: reminders.sentOn,
      givenName: members.givenName,
      familyName: members.familyName,
    })
    .from(reminders)
    .innerJoin(enrollments, eq(enrollments.id, reminders.enrollmentId))
    .leftJoin(members, eq(members.id, reminders.sentById))
    .where(and(eq(reminders.enrollmentId, enrollmentId), eq(enrollments.memberId, scope.actor.id)))
    .orderBy(desc(reminders.sentOn), desc(reminders.id))
    .limit(1)
  if (!row) return null
  const { sentOn, givenName, familyName } = row
  return {
    sentOn,
    by: givenName === null ? null : fullName({ givenName, familyName: familyName ?? '' }),
  }
}
