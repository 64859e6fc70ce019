import { idOf } from './id'
import type { Stage } from './stage'

/** Adds a line to the audit trail. */
export function recordEvent(
  { rows }: Stage,
  type: string,
  subjectId: string,
  actorId: string | null,
  happenedAt: Date,
  details: Record<string, unknown> = {},
) {
  const id = idOf(`${subjectId}/event/${rows.events.length}`, happenedAt)
  rows.events.push({ id, actorId, type, subjectId, details, happenedAt })
}
