import { kit } from '../dialect'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { members } from './people'

/** What happened, by whom: appended in the transaction that did it. */
export const events = kit.table(
  'events',
  {
    ...tenantKey(),
    /** Nobody when the product itself or an operator did it. */
    actorId: kit.id('actor_id'),
    type: kit.word('type').notNull(),
    subjectId: kit.id('subject_id'),
    details: kit.json<Record<string, unknown>>('details').notNull(),
    happenedAt: kit.instant('happened_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.actorId, members),
    kit.index('events_subject').on(t.districtId, t.subjectId),
    kit.index('events_actor').on(t.districtId, t.actorId),
  ],
)
