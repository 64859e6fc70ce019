import { and, asc, eq, inArray } from '#db/query.server'
import { completions, courses, submissions } from '#db/schema'
import { z } from 'zod'
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
  kind: z.literal('course'),
  courseId: choiceField('Choose a course from the catalog.'),
})

/** A course: its completions, approved. */
export const course: KindOnServer<typeof fields> = {
  fields,
  async read(scope, { courseId }) {
    const [row] = await scope.db
      .select({ title: courses.title, retiredAt: courses.retiredAt })
      .from(courses)
      .where(eq(courses.id, courseId))
    if (!row || row.retiredAt) {
      throw new Invalid('courseId', 'That course is not in the catalog any more. Choose another.')
    }
    return { ask: { ...emptyAsk('course'), courseId }, title: row.title }
  },
  async facts(scope, memberIds, asked) {
    const rows = await scope.db
      .select({
        memberId: completions.memberId,
        id: completions.id,
        about: completions.courseId,
        on: completions.completedOn,
      })
      .from(completions)
      .where(isHeld(memberIds, asked))
    return rows.map((row) => ({ ...plain, ...row, kind: 'completion' }))
  },
  holders: (scope, asked, memberIds) =>
    scope.db
      .selectDistinct({ memberId: completions.memberId })
      .from(completions)
      .where(isHeld(memberIds, asked)),
  async pending(scope, asked) {
    const rows = await scope.db
      .select({
        ...sent,
        id: completions.id,
        title: completions.title,
        courseId: completions.courseId,
      })
      .from(submissions)
      .innerJoin(completions, eq(completions.id, submissions.completionId))
      .where(
        and(
          waitingOf(scope),
          inArray(
            completions.courseId,
            valuesOf(asked, ({ courseId }) => courseId),
          ),
        ),
      )
      .orderBy(asc(submissions.submittedAt), asc(submissions.id))
    const waiting = rows.map((row) => ({ ...row, ...undecided, kind: 'completion' as const }))
    return toSteps(asked, waiting, (ask, row) => ask.courseId === row.courseId)
  },
  counting: (scope, ids) =>
    scope.db
      .select({ id: completions.id })
      .from(completions)
      .where(and(inArray(completions.id, ids), eq(completions.status, 'approved'))),
  proofs: (scope, ids) =>
    scope.db
      .select({ id: completions.id, strength: completions.strength })
      .from(completions)
      .where(inArray(completions.id, ids)),
  titles: (scope, ids) =>
    scope.db
      .select({ id: completions.id, title: completions.title })
      .from(completions)
      .where(inArray(completions.id, ids)),
}

const isHeld = (memberIds: string[] | null, asked: Asked[]) =>
  and(
    heldBy(
      memberIds,
      completions.memberId,
      completions.courseId,
      valuesOf(asked, ({ courseId }) => courseId),
    ),
    eq(completions.status, 'approved'),
  )
