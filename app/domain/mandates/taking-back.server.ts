import { eq } from '#db/query.server'
import { obligations } from '#db/schema'
import { recordMany } from '../events/recording.server'
import type { Source } from '../pathways/step-kinds/kind'
import type { WriteScope } from '../scope.server'
import { factsFor, turnsKey, turnsOf } from './assessing.server'
import { listAsking, type MandateInForce } from './asking.server'
import { keepObligations } from './keeping.server'
import { takeBack, type TakenBack } from './turns'

/**
 * Brings what a member is required to take up to date after a row of theirs counts no longer. A turn that
 * rests on it waits to be met again, unless something else meets it; only the newest that was met does:
 * those before it stay in the history as they were.
 */
export async function takeBackTurns(
  scope: WriteScope,
  memberId: string,
  taken: Pick<Source, 'kind' | 'id'>,
) {
  const asking = await listAsking(scope)
  if (asking.length === 0) return
  const turns = await turnsOf(
    scope,
    asking.map(({ id }) => id),
    [memberId],
  )
  const factsOf = await factsFor(scope, asking, [memberId])
  const outcomeFor = (mandate: MandateInForce) => {
    const own = turns.get(turnsKey({ mandateId: mandate.id, memberId })) ?? []
    return takeBack(mandate, own, taken, factsOf(memberId), scope.today)
  }
  for (const mandate of asking) await write(scope, outcomeFor(mandate))
  await keepObligations(scope, [memberId])
}

async function write(scope: WriteScope, { met, reopened, ended }: TakenBack) {
  const set = (id: string, values: Partial<typeof obligations.$inferInsert>) =>
    scope.db.update(obligations).set(values).where(eq(obligations.id, id))
  for (const { id, metOn, sources } of met) await set(id, { metOn, sources })
  if (reopened) {
    await set(reopened.id, { metOn: null, sources: [], missedOn: reopened.missedOn })
    await recordMany(scope, 'obligation.reopened', [{ subjectId: reopened.id }])
  }
  for (const id of ended) await set(id, { endedOn: scope.today })
  await recordMany(
    scope,
    'obligation.ended',
    ended.map((id) => ({ subjectId: id })),
  )
}
