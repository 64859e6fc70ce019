import { idOf } from './id'
import type { Stage } from './stage'

/** Adds a line to the audit trail. */
export function recordEvent(
  { rows, now }: Stage,
  type: string,
  subjectId: string,
  actorId: string | null,
  moment: Date,
  details: Record<string, unknown> = {},
) {
  const happenedAt = moment < now ? moment : now
  const id = idOf(`${subjectId}/event/${rows.events.length}`, happenedAt)
  rows.events.push({ id, actorId, type, subjectId, details, happenedAt })
}
