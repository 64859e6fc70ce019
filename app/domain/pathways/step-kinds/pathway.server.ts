import { and, eq, inArray, isNotNull } from '#db/query.server'
import { enrollments, pathways, stepCompletions } from '#db/schema'
import { z } from 'zod'
import { addDays } from '../../calendar'
import { Invalid } from '../../errors'
import { groupBy } from '../../grouping'
import { choiceField } from './fields.server'
import { emptyAsk } from './index'
import { type Asked, heldBy, type KindOnServer, plain, valuesOf } from './kind.server'

const fields = z.object({
  kind: z.literal('pathway'),
  pathwayId: choiceField('Choose a pathway of the district.'),
})

/** Another pathway: its completions, as long as they are current. */
export const pathway: KindOnServer<typeof fields> = {
  fields,
  async read(scope, { pathwayId }) {
    const [row] = await scope.db
      .select({ title: pathways.title, status: pathways.status })
      .from(pathways)
      .where(eq(pathways.id, pathwayId))
    if (row?.status !== 'published') {
      throw new Invalid('pathwayId', 'That pathway is not published. Choose another.')
    }
    return { ask: { ...emptyAsk('pathway'), pathwayId }, title: row.title }
  },
  async facts(scope, memberIds, asked) {
    const rows = await scope.db
      .select({
        memberId: enrollments.memberId,
        id: enrollments.id,
        about: enrollments.pathwayId,
        completedOn: enrollments.completedOn,
        expiresOn: enrollments.expiresOn,
      })
      .from(enrollments)
      .where(isHeld(memberIds, asked))
    return rows.map(({ completedOn, expiresOn, ...row }) => ({
      ...plain,
      ...row,
      kind: 'enrollment',
      on: completedOn!,
      until: expiresOn && addDays(expiresOn, -1),
    }))
  },
  holders: (scope, asked, memberIds) =>
    scope.db
      .selectDistinct({ memberId: enrollments.memberId })
      .from(enrollments)
      .where(isHeld(memberIds, asked)),
  pending: async () => [],
  counting: (scope, ids) =>
    scope.db
      .select({ id: enrollments.id })
      .from(enrollments)
      .where(and(inArray(enrollments.id, ids), isNotNull(enrollments.completedOn))),
  /** All that its steps were done with. */
  async proofs(scope, ids) {
    const rows = await scope.db
      .select({ id: stepCompletions.enrollmentId, sources: stepCompletions.sources })
      .from(stepCompletions)
      .where(inArray(stepCompletions.enrollmentId, ids))
    return [...groupBy(rows, ({ id }) => id)].map(([id, steps]) => ({
      id,
      rests: steps.flatMap(({ sources }) => sources),
    }))
  },
  titles: (scope, ids) =>
    scope.db
      .select({ id: enrollments.id, title: pathways.title })
      .from(enrollments)
      .innerJoin(pathways, eq(pathways.id, enrollments.pathwayId))
      .where(inArray(enrollments.id, ids)),
}

const isHeld = (memberIds: string[] | null, asked: Asked[]) =>
  and(
    heldBy(
      memberIds,
      enrollments.memberId,
      enrollments.pathwayId,
      valuesOf(asked, ({ pathwayId }) => pathwayId),
    ),
    isNotNull(enrollments.completedOn),
  )
