import { newId } from '#db/id'
import { inArray } from '#db/query.server'
import { enrollmentChanges, enrollments } from '#db/schema'
import { recordMany } from '../events/recording.server'
import { batchesOf, groupBy } from '../grouping'
import type { WriteScope } from '../scope.server'
import type { Deed, Grounds, Held } from './deciding'
import { endEnrollments, openEnrollments } from './enrolling.server'
import { BATCH } from './progress.server'

/** How many enrollments were opened, rest on something else now, and were ended. */
export type Done = { opened: number; moved: number; ended: number }

/**
 * Does what was decided about people, on however many pathways.
 *
 * @param changeId the change of an assignment that it is part of; what was there before is kept with
 *   it, so that it can be undone
 */
export async function doDeeds(
  scope: WriteScope,
  deeds: Deed[],
  changeId: string | null = null,
): Promise<Done> {
  const opens = deeds.filter((deed) => deed.kind === 'open')
  const moves = deeds.filter((deed) => deed.kind === 'move')
  const ends = deeds.filter((deed) => deed.kind === 'end')
  if (changeId !== null) {
    await keepBefore(
      scope,
      changeId,
      [...moves, ...ends].map(({ held }) => held),
    )
  }
  const opened = await openEnrollments(scope, opens)
  await moveEnrollments(scope, moves)
  for (const [endedFor, some] of groupBy(ends, (deed) => deed.endedFor)) {
    await endEnrollments(
      scope,
      some.map(({ held }) => held.id),
      endedFor,
    )
  }
  return { opened, moved: moves.length, ended: ends.length }
}

/** Lets enrollments rest on other grounds, with their due dates. */
export async function moveEnrollments(
  scope: WriteScope,
  moves: { held: { id: string }; grounds: Grounds }[],
) {
  for (const group of groupBy(moves, ({ grounds }) => keyOf(grounds)).values()) {
    for (const batch of batchesOf(group, BATCH)) {
      await scope.db
        .update(enrollments)
        .set(batch[0]!.grounds)
        .where(
          inArray(
            enrollments.id,
            batch.map(({ held }) => held.id),
          ),
        )
    }
  }
  await recordMany(
    scope,
    'enrollment.moved',
    moves.map(({ held, grounds }) => ({ subjectId: held.id, details: grounds })),
  )
}

async function keepBefore(scope: WriteScope, changeId: string, before: Held[]) {
  await scope.db.insertMany(
    enrollmentChanges,
    before.map(({ id, assignmentId, assignedOn, dueOn, inheritedDueOn, lateOn }) => ({
      id: newId(),
      changeId,
      enrollmentId: id,
      assignmentId,
      assignedOn,
      dueOn,
      inheritedDueOn,
      lateOn,
    })),
  )
}

const keyOf = ({ assignmentId, assignedOn, dueOn, inheritedDueOn, lateOn }: Grounds) =>
  [assignmentId, assignedOn, dueOn, inheritedDueOn, lateOn].join()
