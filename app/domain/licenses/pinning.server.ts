import { createHash } from 'node:crypto'
import { newId } from '#db/id'
import { and, asc, eq, or } from '#db/query.server'
import { pinnedRuleSets } from '#db/schema'
import { NotFound } from '../errors'
import type { RuleSet } from '../rule-sets/rule-set'
import { readRuleSet, shippedRuleSets } from '../rule-sets/shipped.server'
import type { Scope, WriteScope } from '../scope.server'

/** A version of the rules to the letter. */
export type Pin = { id: string; revision: number }

/**
 * The rules a cycle is pinned to: the ones that come with the product while their revision is the same,
 * else the copy that was kept when a cycle was first pinned to it.
 *
 * @throws NotFound when there is neither
 */
export async function ruleSetOf(scope: Scope, pin: Pin): Promise<RuleSet> {
  const ruleSet = (await ruleSetsOf(scope, [pin])).get(keyOf(pin))
  if (!ruleSet) throw new NotFound('No rule set.')
  return ruleSet
}

/** Like `ruleSetOf` for many, by `keyOf`; one that is nowhere is not in it. */
export async function ruleSetsOf(scope: Scope, pins: readonly Pin[]) {
  const shipped = new Map(shippedRuleSets().map((ruleSet) => [keyOf(ruleSet), ruleSet]))
  const found = new Map<string, RuleSet>()
  const kept = new Map<string, Pin>()
  for (const pin of pins) {
    const ruleSet = shipped.get(keyOf(pin))
    if (ruleSet) found.set(keyOf(pin), ruleSet)
    else kept.set(keyOf(pin), pin)
  }
  for (const row of await listPinned(scope, [...kept.values()])) {
    found.set(keyOf(row), readRuleSet(JSON.parse(row.content)))
  }
  return found
}

/** What a version of the rules is looked up by. */
export const keyOf = ({ id, revision }: Pin) => `${id}@${revision}`

/** Keeps a version of the rules to the letter, unless it is kept already. */
export async function keepRuleSet(scope: WriteScope, ruleSet: RuleSet) {
  const pin = { id: ruleSet.id, revision: ruleSet.revision }
  if ((await listPinned(scope, [pin])).length > 0) return
  const content = JSON.stringify(ruleSet)
  await scope.db.insert(pinnedRuleSets).values({
    id: newId(),
    ruleSetId: pin.id,
    revision: pin.revision,
    content,
    digest: createHash('sha256').update(content).digest('hex'),
    createdAt: scope.now,
  })
}

async function listPinned(scope: Scope, pins: readonly Pin[]) {
  if (pins.length === 0) return []
  return scope.db
    .select({
      id: pinnedRuleSets.ruleSetId,
      revision: pinnedRuleSets.revision,
      content: pinnedRuleSets.content,
    })
    .from(pinnedRuleSets)
    .where(
      or(
        ...pins.map(({ id, revision }) =>
          and(eq(pinnedRuleSets.ruleSetId, id), eq(pinnedRuleSets.revision, revision)),
        ),
      ),
    )
    .orderBy(asc(pinnedRuleSets.ruleSetId), asc(pinnedRuleSets.revision))
}
