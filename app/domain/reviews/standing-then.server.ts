import { alias, and, eq, gt, gte, isNotNull, isNull, lt, ne, notExists, or } from '#db/query.server'
import { reviews, submissions } from '#db/schema'
import type { Decision } from '#db/words'
import type { Scope } from '../scope.server'

const later = alias(reviews, 'later_reviews')

/**
 * The condition that picks the submissions that waited right before a moment, such as the end of a day: also those that were decided since,
 * and without those that wait again since.
 */
export const waitedAt = (scope: Scope, moment: Date) =>
  and(
    lt(submissions.submittedAt, moment),
    or(isNull(submissions.closedAt), gte(submissions.closedAt, moment)),
    or(
      isNull(submissions.reopenedAt),
      notExists(
        scope.db
          .select({ submissionId: reviews.submissionId })
          .from(reviews)
          .where(
            and(
              eq(reviews.submissionId, submissions.id),
              ne(reviews.decision, 'reopened'),
              stoodAt(scope, moment),
            ),
          ),
      ),
    ),
  )

/**
 * The ids of the awards on which a decision stood right before a moment that was taken back since, or that was
 * made anew since.
 */
export const awardsDecidedThen = (scope: Scope, decision: Decision, moment: Date) =>
  scope.db
    .select({ id: submissions.awardId })
    .from(submissions)
    .innerJoin(reviews, eq(reviews.submissionId, submissions.id))
    .where(
      and(
        isNotNull(submissions.reopenedAt),
        isNotNull(submissions.awardId),
        eq(reviews.decision, decision),
        stoodAt(scope, moment),
      ),
    )

/** The review was written before that moment, and not taken back by then. */
const stoodAt = (scope: Scope, moment: Date) =>
  and(
    lt(reviews.decidedAt, moment),
    notExists(
      scope.db
        .select({ submissionId: later.submissionId })
        .from(later)
        .where(
          and(
            eq(later.submissionId, reviews.submissionId),
            eq(later.decision, 'reopened'),
            gte(later.decidedAt, reviews.decidedAt),
            lt(later.decidedAt, moment),
          ),
        ),
    ),
  )

/** No review of the same submission was written after this one. */
export const isLastReview = (scope: Scope) =>
  notExists(
    scope.db
      .select({ submissionId: later.submissionId })
      .from(later)
      .where(
        and(eq(later.submissionId, reviews.submissionId), gt(later.decidedAt, reviews.decidedAt)),
      ),
  )
