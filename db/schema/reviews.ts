import { reviewWords, submissionKinds, submissionStatuses } from '../codes'
import { kit } from '../dialect'
import { activities } from './activities'
import { awards } from './badges'
import { completions } from './completions'
import { evidence } from './evidence'
import { belongsTo, exactlyOne, inDistrict, indexOfFilled, ofDistrict, tenantKey } from './keys'
import { members, organizations } from './people'

/** Something that waits, or waited, for somebody's decision: one row each time it is sent. */
export const submissions = kit.table(
  'submissions',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    organizationId: kit.id('organization_id').notNull(),
    kind: kit.code('kind', submissionKinds).notNull(),
    activityId: kit.id('activity_id'),
    completionId: kit.id('completion_id'),
    awardId: kit.id('award_id'),
    evidenceId: kit.id('evidence_id'),
    /** Of evidence for a step: what the step was called; anything else has a title of its own. */
    title: kit.word('title'),
    minutes: kit.integer('minutes'),
    status: kit.code('status', submissionStatuses).notNull(),
    submittedAt: kit.instant('submitted_at').notNull(),
    dueOn: kit.day('due_on').notNull(),
    closedAt: kit.instant('closed_at'),
    /** When a decision on it was taken back the last time. */
    reopenedAt: kit.instant('reopened_at'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.organizationId, organizations),
    belongsTo(t, t.activityId, activities),
    belongsTo(t, t.completionId, completions),
    belongsTo(t, t.awardId, awards),
    belongsTo(t, t.evidenceId, evidence),
    exactlyOne('submissions_subject', [t.activityId, t.completionId, t.awardId, t.evidenceId]),
    kit
      .index('submissions_queue')
      .on(t.districtId, t.organizationId, t.submittedAt, t.id)
      .where(kit.sql.raw(`status = ${submissionStatuses.waiting}`)),
    kit
      .index('submissions_waiting')
      .on(t.districtId, t.memberId)
      .where(kit.sql.raw(`status = ${submissionStatuses.waiting}`)),
    kit
      .index('submissions_returned')
      .on(t.districtId, t.memberId)
      .where(kit.sql.raw(`status = ${submissionStatuses.returned}`)),
    indexOfFilled('submissions_activity', t, t.activityId),
    indexOfFilled('submissions_completion', t, t.completionId),
    indexOfFilled('submissions_award', t, t.awardId),
    indexOfFilled('submissions_evidence', t, t.evidenceId),
    kit
      .index('submissions_reopened')
      .on(t.districtId, t.awardId)
      .where(kit.sql`reopened_at is not null`),
  ],
)

/**
 * Decisions, and that one was taken back: appended, never changed. Nothing points to them, so they have
 * no key; they are looked up by what they are about.
 */
export const reviews = kit.table(
  'reviews',
  {
    districtId: tenantKey().districtId,
    submissionId: kit.id('submission_id').notNull(),
    reviewerId: kit.id('reviewer_id').notNull(),
    decision: kit.code('decision', reviewWords).notNull(),
    reason: kit.word('reason'),
    /** What was looked for in the evidence and found there; empty where nothing was named. */
    rubric: kit.json<string[]>('rubric'),
    decidedAt: kit.instant('decided_at').notNull(),
    /** Where a decision was taken back: the last day of the clock that ended with it. */
    dueOn: kit.day('due_on'),
  },
  (t) => [
    ofDistrict(t),
    belongsTo(t, t.submissionId, submissions),
    belongsTo(t, t.reviewerId, members),
    kit.index('reviews_submission').on(t.districtId, t.submissionId),
    kit.index('reviews_day').on(t.districtId, t.decidedAt),
    kit
      .index('reviews_reasons')
      .on(t.districtId, t.reviewerId, t.decidedAt)
      .where(kit.sql`reason is not null`),
  ],
)
