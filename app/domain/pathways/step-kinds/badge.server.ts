import { and, asc, eq, inArray, isNotNull } from '#db/query.server'
import { achievements, awards, submissions } from '#db/schema'
import { z } from 'zod'
import { strengthsAttached } from '../../evidence/queries.server'
import { Invalid } from '../../errors'
import { choiceField } from './fields.server'
import { emptyAsk } from './index'
import {
  type Asked,
  heldBy,
  type KindOnServer,
  plain,
  sent,
  toSteps,
  undecided,
  valuesOf,
  waitingOf,
} from './kind.server'

const fields = z.object({
  kind: z.literal('badge'),
  achievementId: choiceField('Choose a badge from the catalog.'),
})

/** A badge: its awards, verified by a person. */
export const badge: KindOnServer<typeof fields> = {
  fields,
  async read(scope, { achievementId }) {
    const [row] = await scope.db
      .select({ title: achievements.title, retiredAt: achievements.retiredAt })
      .from(achievements)
      .where(eq(achievements.id, achievementId))
    if (!row || row.retiredAt) {
      throw new Invalid(
        'achievementId',
        'That badge is not in the catalog any more. Choose another.',
      )
    }
    return { ask: { ...emptyAsk('badge'), achievementId }, title: row.title }
  },
  async facts(scope, memberIds, asked) {
    const rows = await scope.db
      .select({
        memberId: awards.memberId,
        id: awards.id,
        about: awards.achievementId,
        on: awards.awardedOn,
        until: awards.expiresOn,
      })
      .from(awards)
      .where(isHeld(memberIds, asked))
    return rows.map((row) => ({ ...plain, ...row, kind: 'award' }))
  },
  holders: (scope, asked, memberIds) =>
    scope.db
      .selectDistinct({ memberId: awards.memberId })
      .from(awards)
      .where(isHeld(memberIds, asked)),
  async pending(scope, asked) {
    const rows = await scope.db
      .select({
        ...sent,
        id: awards.id,
        title: awards.title,
        achievementId: awards.achievementId,
      })
      .from(submissions)
      .innerJoin(awards, eq(awards.id, submissions.awardId))
      .where(
        and(
          waitingOf(scope),
          inArray(
            awards.achievementId,
            valuesOf(asked, ({ achievementId }) => achievementId),
          ),
        ),
      )
      .orderBy(asc(submissions.submittedAt), asc(submissions.id))
    const waiting = rows.map((row) => ({ ...row, ...undecided, kind: 'award' as const }))
    return toSteps(asked, waiting, (ask, row) => ask.achievementId === row.achievementId)
  },
  counting: (scope, ids) =>
    scope.db
      .select({ id: awards.id })
      .from(awards)
      .where(and(inArray(awards.id, ids), eq(awards.verification, 'verified_by_person'))),
  /** What is attached, and the address where it was issued, which stands for it as a link does. */
  async proofs(scope, ids) {
    const [attached, issued] = await Promise.all([
      strengthsAttached(scope, 'awardId', ids),
      scope.db
        .select({ id: awards.id })
        .from(awards)
        .where(and(inArray(awards.id, ids), isNotNull(awards.url))),
    ])
    return [...attached, ...issued.map(({ id }) => ({ id, strength: 'document' as const }))]
  },
  titles: (scope, ids) =>
    scope.db
      .select({ id: awards.id, title: awards.title })
      .from(awards)
      .where(inArray(awards.id, ids)),
}

const isHeld = (memberIds: string[] | null, asked: Asked[]) =>
  and(
    heldBy(
      memberIds,
      awards.memberId,
      awards.achievementId,
      valuesOf(asked, ({ achievementId }) => achievementId),
    ),
    eq(awards.verification, 'verified_by_person'),
  )
