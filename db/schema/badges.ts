import type { Verification } from '../words'
import { kit } from '../dialect'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { members, organizations } from './people'

/** Badge definitions (Open Badges 3.0 `Achievement`) that the district knows. */
export const achievements = kit.table(
  'achievements',
  {
    ...tenantKey(),
    title: kit.word('title').notNull(),
    issuer: kit.word('issuer').notNull(),
    createdAt: kit.instant('created_at').notNull(),
    retiredAt: kit.instant('retired_at'),
  },
  (t) => [...inDistrict(t), kit.index('achievements_title').on(t.districtId, t.title)],
)

export const awards = kit.table(
  'awards',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    organizationId: kit.id('organization_id').notNull(),
    achievementId: kit.id('achievement_id'),
    title: kit.word('title').notNull(),
    issuer: kit.word('issuer').notNull(),
    awardedOn: kit.day('awarded_on').notNull(),
    expiresOn: kit.day('expires_on'),
    url: kit.word('url'),
    verification: kit.word<Verification>('verification').notNull(),
    /** The day the verification became what it is; empty while nobody has decided. */
    decidedOn: kit.day('decided_on'),
    createdAt: kit.instant('created_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.organizationId, organizations),
    belongsTo(t, t.achievementId, achievements),
    kit.index('awards_member').on(t.districtId, t.memberId, t.awardedOn, t.id),
    kit.index('awards_achievement').on(t.districtId, t.achievementId, t.memberId),
    kit
      .index('awards_organization')
      .on(
        t.districtId,
        t.organizationId,
        t.awardedOn,
        t.createdAt,
        t.verification,
        t.decidedOn,
        t.expiresOn,
        t.id,
      ),
  ],
)

/** What an award said until it was corrected, one row for each correction. */
export const formerAwards = kit.table(
  'former_awards',
  {
    ...tenantKey(),
    awardId: kit.id('award_id').notNull(),
    organizationId: kit.id('organization_id').notNull(),
    achievementId: kit.id('achievement_id'),
    title: kit.word('title').notNull(),
    issuer: kit.word('issuer').notNull(),
    awardedOn: kit.day('awarded_on').notNull(),
    expiresOn: kit.day('expires_on'),
    verification: kit.word<Verification>('verification').notNull(),
    decidedOn: kit.day('decided_on'),
    /** When it was recorded or corrected so. */
    startedAt: kit.instant('started_at').notNull(),
    replacedAt: kit.instant('replaced_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.awardId, awards),
    belongsTo(t, t.organizationId, organizations),
    belongsTo(t, t.achievementId, achievements),
    kit.index('former_awards_award').on(t.districtId, t.awardId, t.replacedAt),
  ],
)
