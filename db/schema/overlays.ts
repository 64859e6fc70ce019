import { kit } from '../dialect'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { members } from './people'

/** What the district asks beyond a state, as it was saved each time; a new revision follows, none changes. */
export const overlays = kit.table(
  'overlays',
  {
    ...tenantKey(),
    ruleSetId: kit.word('rule_set_id').notNull(),
    /** 1, 2, 3 … of the rule set. */
    revision: kit.integer('revision').notNull(),
    startsOn: kit.day('starts_on').notNull(),
    /** The overlay as JSON. */
    content: kit.word('content').notNull(),
    savedById: kit.id('saved_by_id').notNull(),
    savedAt: kit.instant('saved_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.savedById, members),
    kit.uniqueIndex('overlays_revision').on(t.districtId, t.ruleSetId, t.revision),
    kit.index('overlays_saver').on(t.districtId, t.savedById),
  ],
)
