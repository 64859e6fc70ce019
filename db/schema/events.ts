import { eventTypes } from '../codes'
import { kit } from '../dialect'
import { belongsTo, ofDistrict, tenantKey } from './keys'
import { members } from './people'

/**
 * What happened, by whom: appended in the transaction that did it. Nothing points to an event and the
 * product looks only for invitations, so it has neither a key nor any other index.
 */
export const events = kit.table(
  'events',
  {
    districtId: tenantKey().districtId,
    /** Nobody when the product itself or an operator did it. */
    actorId: kit.id('actor_id'),
    type: kit.code('type', eventTypes).notNull(),
    subjectId: kit.id('subject_id'),
    details: kit.json<Record<string, unknown>>('details').notNull(),
    happenedAt: kit.instant('happened_at').notNull(),
  },
  (t) => [
    ofDistrict(t),
    belongsTo(t, t.actorId, members),
    kit
      .index('events_invitations')
      .on(t.districtId, t.subjectId)
      .where(kit.sql.raw(`type = ${eventTypes['member.invited']}`)),
  ],
)
