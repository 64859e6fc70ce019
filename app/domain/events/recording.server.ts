import { events } from '#db/schema'
import type { WriteScope } from '../scope.server'
import type { EventType } from './event'

/** Appends an event of one type for each subject, in few statements. */
export async function recordMany(
  scope: WriteScope,
  type: EventType,
  subjects: { subjectId: string; details?: Record<string, unknown> }[],
) {
  await scope.db.insertMany(
    events,
    subjects.map(({ subjectId, details = {} }) => ({
      actorId: scope.actor.id || null,
      type,
      subjectId,
      details,
      happenedAt: scope.now,
    })),
  )
}
