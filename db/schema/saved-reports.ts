import { kit } from '../dialect'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { organizations, members } from './people'

/** Reports that somebody keeps under a name: what the address of the report asks for. */
export const savedReports = kit.table(
  'saved_reports',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    name: kit.word('name').notNull(),
    /** Null: whichever day it is opened on. */
    asOf: kit.day('as_of'),
    /** Null: the whole district. */
    organizationId: kit.id('organization_id'),
    /** What it is laid beside, as the address has it: a word, a day, or the id of a snapshot. */
    compare: kit.word('compare'),
    /** Everybody who may see the report sees it, too. */
    isShared: kit.flag('is_shared').notNull(),
    savedAt: kit.instant('saved_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.organizationId, organizations),
    kit.index('saved_reports_member').on(t.districtId, t.memberId),
    kit.index('saved_reports_organization').on(t.districtId, t.organizationId),
  ],
)
