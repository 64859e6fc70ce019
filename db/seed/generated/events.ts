import type { Ground } from './ground'

/** Adds a line to the audit trail. */
export function recordEvent(
  { rows, newId }: Ground,
  type: string,
  subjectId: string,
  actorId: string | null,
  happenedAt: Date,
) {
  rows.events.push({ id: newId(happenedAt), actorId, type, subjectId, details: {}, happenedAt })
}
