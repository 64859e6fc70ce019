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

/** To whom a saved report comes by mail, and when. */
export const reportDeliveries = kit.table(
  'report_deliveries',
  {
    ...tenantKey(),
    savedReportId: kit.id('saved_report_id').notNull(),
    memberId: kit.id('member_id').notNull(),
    /** 1 is Monday, 7 Sunday; null: on the first of each month. */
    weekday: kit.integer('weekday'),
    /** Its figures come along as CSV. */
    withFigures: kit.flag('with_figures').notNull(),
    startedOn: kit.day('started_on').notNull(),
    /** The last day on which it was written; null: never yet. */
    sentOn: kit.day('sent_on'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.savedReportId, savedReports),
    belongsTo(t, t.memberId, members),
    kit.uniqueIndex('report_deliveries_once').on(t.districtId, t.savedReportId, t.memberId),
    kit.index('report_deliveries_member').on(t.districtId, t.memberId),
  ],
)
