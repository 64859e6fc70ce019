import { kit } from '../dialect'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { members } from './people'

/** Legal holds: while one stands, nothing of whom it is about is deleted. One is released, never deleted. */
export const legalHolds = kit.table(
  'legal_holds',
  {
    ...tenantKey(),
    /** Everybody in the district without. */
    memberId: kit.id('member_id'),
    /** What it is for, such as a claim, an audit or a request for records. */
    matter: kit.word('matter').notNull(),
    placedById: kit.id('placed_by_id').notNull(),
    placedOn: kit.day('placed_on').notNull(),
    releasedById: kit.id('released_by_id'),
    releasedOn: kit.day('released_on'),
    releaseReason: kit.word('release_reason'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.placedById, members),
    belongsTo(t, t.releasedById, members),
    kit.check(
      'legal_holds_release',
      kit.sql`(${t.releasedOn} is null) = (${t.releasedById} is null) and (${t.releasedOn} is null) = (${t.releaseReason} is null)`,
    ),
    kit.index('legal_holds_member').on(t.districtId, t.memberId, t.releasedOn),
    kit.index('legal_holds_placed').on(t.districtId, t.placedOn, t.id),
    kit.index('legal_holds_placer').on(t.districtId, t.placedById),
    kit.index('legal_holds_releaser').on(t.districtId, t.releasedById),
  ],
)
