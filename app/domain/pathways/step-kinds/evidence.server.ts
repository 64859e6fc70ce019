import { and, desc, eq, inArray } from '#db/query.server'
import { evidence as pieces, members, reviews, submissions } from '#db/schema'
import { z } from 'zod'
import { dayIn } from '../../calendar'
import { fullName } from '../../people/name'
import { isLastReview } from '../../reviews/standing-then.server'
import type { Pending } from '../pending'
import { MAX_CRITERIA, MAX_CRITERION_LENGTH } from './evidence'
import { emptyAsk } from './index'
import { type Asked, heldBy, type KindOnServer, plain, sent, undecided } from './kind.server'

const rubric = z
  .string()
  .optional()
  .transform((typed = '', context) => {
    const lines = typed.split('\n').flatMap((line) => line.trim() || [])
    if (lines.length > MAX_CRITERIA) {
      context.addIssue({ code: 'custom', message: `Write at most ${MAX_CRITERIA} lines.` })
    }
    if (lines.some((line) => line.length > MAX_CRITERION_LENGTH)) {
      const message = `Keep each line under ${MAX_CRITERION_LENGTH} letters.`
      context.addIssue({ code: 'custom', message })
    }
    return [...new Set(lines)]
  })

const fields = z.object({ kind: z.literal('evidence'), rubric })

/** Evidence for the step itself, approved. */
export const evidence: KindOnServer<typeof fields> = {
  fields,
  async read(_, input) {
    return {
      ask: { ...emptyAsk('evidence'), rubric: input.rubric },
      title: 'Evidence',
    }
  },
  async facts(scope, memberIds, asked) {
    const rows = await scope.db
      .select({
        memberId: pieces.memberId,
        id: pieces.id,
        about: pieces.stepKey,
        submittedAt: submissions.submittedAt,
      })
      .from(pieces)
      .innerJoin(submissions, eq(submissions.evidenceId, pieces.id))
      .where(
        and(
          heldBy(memberIds, pieces.memberId, pieces.stepKey, keysOf(asked)),
          eq(submissions.status, 'approved'),
        ),
      )
    return rows.map(({ submittedAt, ...row }) => ({
      ...plain,
      ...row,
      kind: 'evidence',
      on: dayIn(scope.district.timeZone, submittedAt),
    }))
  },
  holders: (scope, asked, memberIds) =>
    scope.db
      .selectDistinct({ memberId: pieces.memberId })
      .from(pieces)
      .where(heldBy(memberIds, pieces.memberId, pieces.stepKey, keysOf(asked))),
  /** Evidence that waits, and what came back of it: the newest word on each piece. */
  async pending(scope, asked) {
    const rows = await scope.db
      .select({
        ...sent,
        id: pieces.id,
        title: pieces.name,
        stepKey: pieces.stepKey,
        reason: reviews.reason,
        found: reviews.rubric,
        givenName: members.givenName,
        familyName: members.familyName,
      })
      .from(submissions)
      .innerJoin(pieces, eq(pieces.id, submissions.evidenceId))
      .leftJoin(reviews, and(eq(reviews.submissionId, submissions.id), isLastReview(scope))!)
      .leftJoin(members, eq(members.id, reviews.reviewerId))
      .where(and(eq(pieces.memberId, scope.actor.id), inArray(pieces.stepKey, keysOf(asked))))
      .orderBy(
        desc(eq(submissions.status, 'waiting')),
        desc(submissions.submittedAt),
        desc(submissions.id),
      )
    const newest = new Map(rows.toReversed().map((row) => [row.id, row]))
    return [...newest.values()].flatMap(
      ({ stepKey, status, givenName, familyName, found, ...row }): [string, Pending][] => {
        if (status === 'approved' || status === 'withdrawn') return []
        if (status === 'waiting') return [[stepKey!, { ...row, ...undecided, kind: 'evidence' }]]
        const by = givenName === null ? null : fullName({ givenName, familyName: familyName ?? '' })
        return [[stepKey!, { ...row, status, by, found: found ?? [], kind: 'evidence' }]]
      },
    )
  },
  counting: (scope, ids) =>
    scope.db
      .selectDistinct({ id: pieces.id })
      .from(pieces)
      .innerJoin(submissions, eq(submissions.evidenceId, pieces.id))
      .where(and(inArray(pieces.id, ids), eq(submissions.status, 'approved'))),
  proofs: (scope, ids) =>
    scope.db
      .select({ id: pieces.id, strength: pieces.strength })
      .from(pieces)
      .where(inArray(pieces.id, ids)),
  titles: (scope, ids) =>
    scope.db
      .select({ id: pieces.id, title: pieces.name })
      .from(pieces)
      .where(inArray(pieces.id, ids)),
}

const keysOf = (asked: Asked[]) => [...new Set(asked.map(({ stepKey }) => stepKey))]
