import { strengths } from '../codes'
import { kit } from '../dialect'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { members } from './people'

/**
 * What educators have brought along from another district: it counts toward the renewal of their licenses
 * and in no sum of this district. The id is the one it had there.
 */
export const broughtRows = kit.table(
  'brought_rows',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    kind: kit.word<'activity' | 'completion' | 'award'>('kind').notNull(),
    /** Where it was earned: the district, and its school. */
    fromSlug: kit.word('from_slug').notNull(),
    fromDistrict: kit.word('from_district').notNull(),
    fromOrganization: kit.word('from_organization'),
    title: kit.word('title').notNull(),
    activityKind: kit.word('activity_kind'),
    startedOn: kit.day('started_on').notNull(),
    endedOn: kit.day('ended_on').notNull(),
    minutes: kit.integer('minutes'),
    /** As they were booked there. */
    countedMinutes: kit.integer('counted_minutes').notNull(),
    provider: kit.word('provider'),
    sponsorNumber: kit.word('sponsor_number'),
    location: kit.word('location'),
    reflection: kit.word('reflection'),
    expiresOn: kit.day('expires_on'),
    url: kit.word('url'),
    /** How far it was there when it was taken along. */
    standing: kit.word<'approved' | 'waiting' | 'returned'>('standing').notNull(),
    strength: kit.code('strength', strengths).notNull(),
    hasEvidence: kit.flag('has_evidence').notNull(),
    /** Who decided there, and on which day. */
    decidedBy: kit.word('decided_by'),
    decidedOn: kit.day('decided_on'),
    /** What its educator said of it with regard to license renewal. */
    claim: kit.json<unknown>('claim'),
    broughtOn: kit.day('brought_on').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    kit.check('brought_rows_minutes', kit.sql`${t.minutes} is null or ${t.minutes} > 0`),
    kit.check('brought_rows_counted', kit.sql`${t.countedMinutes} >= 0`),
    kit.index('brought_rows_member').on(t.districtId, t.memberId, t.endedOn, t.id),
  ],
)

/** Packages that educators have handed in: looked at first, then applied. */
export const recordImports = kit.table(
  'record_imports',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    fileName: kit.word('file_name').notNull(),
    /** What was read of the package, until it is applied or a day has passed. */
    content: kit.json<unknown>('content'),
    /** What came of it. */
    outcome: kit.json<unknown>('outcome'),
    createdAt: kit.instant('created_at').notNull(),
    appliedAt: kit.instant('applied_at'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    kit.index('record_imports_member').on(t.districtId, t.memberId, t.createdAt),
  ],
)
