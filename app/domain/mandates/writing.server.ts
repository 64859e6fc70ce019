import { newId } from '#db/id'
import { eq, inArray } from '#db/query.server'
import { obligations } from '#db/schema'
import { recordMany } from '../events/recording.server'
import { batchesOf, groupBy } from '../grouping'
import type { WriteScope } from '../scope.server'
import type { Changes } from './assessing.server'

/** How many rows one statement names. */
const BATCH = 400

/** Writes down what has become of the turns of some members. */
export async function writeChanges(scope: WriteScope, changes: Changes) {
  const { opened, moved, met, missed, ended } = changes
  for (const alike of groupBy(moved, datesOf).values()) {
    const { opensOn, dueOn, lateOn, periodOn, because } = alike[0]!
    await update(scope, alike, { opensOn, dueOn, lateOn, periodOn, because, noticed: null })
  }
  for (const { id, metOn, sources } of met) {
    await update(scope, [{ id }], { metOn, sources, missedOn: null })
  }
  for (const [missedOn, those] of groupBy(missed, (each) => each.missedOn)) {
    await update(scope, those, { missedOn })
  }
  await update(
    scope,
    ended.map((id) => ({ id })),
    { endedOn: scope.today },
  )
  const rows = opened.map(({ turn: { proof, ...turn }, ...whose }) => ({
    ...whose,
    ...turn,
    id: newId(),
    metOn: proof?.metOn ?? null,
    sources: proof?.sources ?? [],
    createdAt: scope.now,
  }))
  await scope.db.insertMany(obligations, rows)
  const isMet = rows.filter(({ metOn }) => metOn !== null)
  const isMissed = rows.filter(({ missedOn }) => missedOn !== null)
  await recordMany(scope, 'obligation.met', [...met, ...isMet].map(toSubject))
  await recordMany(scope, 'obligation.missed', [...missed, ...isMissed].map(toSubject))
  await recordMany(
    scope,
    'obligation.ended',
    ended.map((id) => toSubject({ id })),
  )
}

const toSubject = ({ id }: { id: string }) => ({ subjectId: id })

const datesOf = (dates: Changes['moved'][number]) =>
  [dates.opensOn, dates.dueOn, dates.lateOn, dates.periodOn, dates.because].join()

async function update(
  scope: WriteScope,
  rows: { id: string }[],
  values: Partial<typeof obligations.$inferInsert>,
) {
  for (const batch of batchesOf(rows, BATCH)) {
    const ids = batch.map(({ id }) => id)
    const which = ids.length === 1 ? eq(obligations.id, ids[0]!) : inArray(obligations.id, ids)
    await scope.db.update(obligations).set(values).where(which)
  }
}
