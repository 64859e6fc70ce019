import { newId } from '#db/id'
import { asc, inArray, isNull } from '#db/query.server'
import { memberSubjects } from '#db/schema'
import { batchesOf } from '../grouping'
import type { Scope, WriteScope } from '../scope.server'
import type { SubjectState } from './diff/state'
import type { SubjectsDiff } from './diff/subjects'

const AT_ONCE = 400

/** All subjects that members teach now, as the roster had them or as somebody entered them. */
export const readSubjects = (scope: Scope): Promise<SubjectState[]> =>
  scope.db
    .select({
      id: memberSubjects.id,
      memberId: memberSubjects.memberId,
      subject: memberSubjects.subject,
      source: memberSubjects.source,
    })
    .from(memberSubjects)
    .where(isNull(memberSubjects.removedOn))
    .orderBy(asc(memberSubjects.memberId), asc(memberSubjects.id))

/**
 * Writes down what people teach by a roster and no longer teach.
 *
 * @returns the ids of the members whose subjects have changed
 */
export async function writeSubjects(
  scope: WriteScope,
  { added, gone }: Pick<SubjectsDiff, 'added' | 'gone'>,
) {
  for (const batch of batchesOf(gone, AT_ONCE)) {
    await scope.db
      .update(memberSubjects)
      .set({ removedOn: scope.today })
      .where(
        inArray(
          memberSubjects.id,
          batch.map(({ id }) => id),
        ),
      )
  }
  await scope.db.insertMany(
    memberSubjects,
    added.map((row) => ({
      id: newId(),
      ...row,
      source: 'roster' as const,
      addedOn: scope.today,
    })),
  )
  return [...new Set([...added, ...gone].map(({ memberId }) => memberId))]
}
