import { and, asc, eq, inArray } from '#db/query.server'
import { reviews } from '#db/schema'
import type { Day } from '../calendar'
import type { Scope } from '../scope.server'

/** A submission as it is now: its last day is that of the clock that was started last. */
type Clocked = { id: string; dueOn: Day; reopenedAt: Date | null }

/**
 * Finds out which last day for a decision each of some submissions had at a moment. Taking a decision
 * back starts a fresh clock, and keeps the last day of the one that it ends.
 *
 * @returns the last day of a submission at a moment, which `asked` named with it
 */
export async function clocksThen(scope: Scope, asked: readonly (Clocked & { moment: Date })[]) {
  const startedAnew = asked.filter(({ reopenedAt, moment }) => reopenedAt && reopenedAt > moment)
  const reopenings = await listReopenings(scope, [...new Set(startedAnew.map(({ id }) => id))])
  return ({ id, dueOn, reopenedAt }: Clocked, moment: Date): Day => {
    if (!reopenedAt || reopenedAt <= moment) return dueOn
    return reopenings.find((each) => each.id === id && each.at > moment)!.dueOn
  }
}

const AT_ONCE = 500

async function listReopenings(scope: Scope, ids: string[]) {
  const found = []
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    found.push(
      ...(await scope.db
        .select({ id: reviews.submissionId, at: reviews.decidedAt, dueOn: reviews.dueOn })
        .from(reviews)
        .where(
          and(
            inArray(reviews.submissionId, ids.slice(start, start + AT_ONCE)),
            eq(reviews.decision, 'reopened'),
          ),
        )
        .orderBy(asc(reviews.decidedAt))),
    )
  }
  return found.map((row) => ({ ...row, dueOn: row.dueOn! }))
}
