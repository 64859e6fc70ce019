import type { EventType } from '../codes'
import type { Stage } from './stage'

/** Adds a line to the audit trail. */
export function recordEvent(
  { rows, now }: Stage,
  type: EventType,
  subjectId: string,
  actorId: string | null,
  moment: Date,
  details: Record<string, unknown> = {},
) {
  const happenedAt = moment < now ? moment : now
  rows.events.push({ actorId, type, subjectId, details, happenedAt })
}
