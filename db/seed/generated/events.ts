import type { EventType } from '../../codes'
import type { Ground } from './ground'

/** Adds a line to the audit trail. */
export function recordEvent(
  { rows }: Ground,
  type: EventType,
  subjectId: string,
  actorId: string | null,
  happenedAt: Date,
) {
  rows.events.push({ actorId, type, subjectId, details: {}, happenedAt })
}
