import type { districts } from '#db/schema'
import { events } from '#db/schema'
import type { Db } from '#db/client.server'
import { forDistrict, type TenantDb } from '#db/tenant.server'
import { type Day, dayIn } from './calendar'
import type { EventType } from './events/event'
import type { Actor } from './policy'

export type District = typeof districts.$inferSelect

/** What every query begins with: who asks, where, when, and the data of that district alone. */
export type Scope = {
  district: District
  actor: Actor
  now: Date
  /** The day it is in the district. */
  today: Day
  db: TenantDb
}

declare const inTransaction: unique symbol

/** What every command begins with; there is one only inside a transaction. */
export type WriteScope = Scope & {
  [inTransaction]: true
  /** Appends an event to the audit trail, in the same transaction. */
  record(
    type: EventType,
    subjectId: string | null,
    details?: Record<string, unknown>,
  ): Promise<void>
}

/** Who acts where no member does: the product itself, or an operator at the command line. */
export const SYSTEM: Actor = { id: '', name: 'Cairn', hats: [], supervises: [] }

/** A scope for reading. */
export function scopeOf(db: Db, district: District, actor: Actor, now: Date): Scope {
  const today = dayIn(district.timeZone, now)
  return { district, actor, now, today, db: forDistrict(db, district.id) }
}

/** A scope for a command; `tx` is the handle that `store.write` gives. */
export function writeScopeOf(tx: Db, district: District, actor: Actor, now: Date): WriteScope {
  const scope = scopeOf(tx, district, actor, now)
  const record: WriteScope['record'] = async (type, subjectId, details = {}) => {
    await scope.db.insert(events).values({
      actorId: actor.id || null,
      type,
      subjectId,
      details,
      happenedAt: now,
    })
  }
  return { ...scope, record } as WriteScope
}
