import { kit } from '../dialect'
import { activities } from './activities'
import { awards } from './badges'
import { completions } from './completions'
import { belongsTo, exactlyOne, inDistrict, tenantKey } from './keys'
import { members } from './people'

/** What an educator says of something they did with regard to license renewal; one for each thing. */
export const creditClaims = kit.table(
  'credit_claims',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    activityId: kit.id('activity_id'),
    completionId: kit.id('completion_id'),
    awardId: kit.id('award_id'),
    /** What it was about, such as “UDL”: several things on one topic add up. */
    topic: kit.word('topic'),
    /** What kind of provider offered it, as the rules tell them apart. */
    providerKind: kit.word('provider_kind'),
    /** Another credit than clock hours, such as `semester_hour`, how much in thousandths, at which level. */
    credit: kit.word('credit'),
    amountThousandths: kit.integer('amount_thousandths'),
    courseLevel: kit.word('course_level'),
    /** What shows that something was learned. */
    proof: kit.word('proof'),
    /** Whether it is in line with the approved plan; empty where nobody has said. */
    isAligned: kit.flag('is_aligned'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.activityId, activities),
    belongsTo(t, t.completionId, completions),
    belongsTo(t, t.awardId, awards),
    exactlyOne('credit_claims_subject', [t.activityId, t.completionId, t.awardId]),
    kit.index('credit_claims_member').on(t.districtId, t.memberId),
    kit.uniqueIndex('credit_claims_activity').on(t.districtId, t.activityId),
    kit.uniqueIndex('credit_claims_completion').on(t.districtId, t.completionId),
    kit.uniqueIndex('credit_claims_award').on(t.districtId, t.awardId),
  ],
)

/** The categories of a jurisdiction's rules that a claim is for. */
export const creditShares = kit.table(
  'credit_shares',
  {
    districtId: tenantKey().districtId,
    claimId: kit.id('claim_id').notNull(),
    jurisdiction: kit.word('jurisdiction').notNull(),
    category: kit.word('category').notNull(),
    /**
     * How much of it, in minutes, or in thousandths of the claim's credit; empty where it fits and the
     * evaluation may place it.
     */
    share: kit.integer('share'),
  },
  (t) => [
    kit.primaryKey({ columns: [t.districtId, t.claimId, t.jurisdiction, t.category] }),
    belongsTo(t, t.claimId, creditClaims),
    kit.check('credit_shares_share', kit.sql`${t.share} is null or ${t.share} > 0`),
  ],
)
