import { batchesOf, groupBy } from '../grouping'
import type { Scope } from '../scope.server'
import { asksForProof, factsFor } from './assessing.server'
import { listAsking } from './asking.server'
import { type Short, shortOf } from './turns'

type OpenTurn = {
  id: string
  mandateId: string
  memberId: string
  topicId: string
  opensOn: string
}

/** How many people one round of queries takes. */
const BATCH = 400

/**
 * For which of some open turns there is something that would meet them if its proof were stronger, by their
 * ids; in as many queries for every 400 people however many turns there are, and none where no training asks
 * for proof.
 */
export async function findShort(scope: Scope, turns: OpenTurn[]) {
  const asking = (await listAsking(scope)).filter(asksForProof)
  const mandates = new Map(asking.map((mandate) => [mandate.id, mandate]))
  const open = turns.filter(
    ({ mandateId, opensOn }) => mandates.has(mandateId) && opensOn <= scope.today,
  )
  const named = [...groupBy(open, ({ mandateId }) => mandateId).keys()].map((id) =>
    mandates.get(id)!,
  )
  const found = new Map<string, Short>()
  for (const batch of batchesOf([...groupBy(open, ({ memberId }) => memberId)], BATCH)) {
    const factsOf = await factsFor(
      scope,
      named,
      batch.map(([memberId]) => memberId),
    )
    for (const turn of batch.flatMap(([, own]) => own)) {
      const short = shortOf(mandates.get(turn.mandateId)!, turn, factsOf(turn.memberId))
      if (short) found.set(turn.id, short)
    }
  }
  return found
}
