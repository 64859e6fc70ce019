import { versionsFor } from '../licenses/cycle-editing.server'
import { getCycle } from '../licenses/cycles.server'
import { keyOf } from '../licenses/pinning.server'
import type { Scope } from '../scope.server'
import { evaluateCycle } from './cycle-evaluation'
import { changesOf } from './changes'
import { readCycleRows } from './reading.server'

/**
 * What the other versions of its state's rules would make of a cycle, each with what differs from the
 * version it is pinned to.
 *
 * @throws NotFound when there is no such cycle that the actor may see
 */
export async function compareVersions(scope: Scope, id: string) {
  const cycle = await getCycle(scope, id)
  const { rows } = await readCycleRows(scope, cycle)
  const asOf = cycle.closedOn ?? scope.today
  const now = evaluateCycle(cycle, { rows, asOf })
  return versionsFor(cycle)
    .filter((ruleSet) => keyOf(ruleSet) !== keyOf(cycle.ruleSet))
    .map((ruleSet) => {
      const other = evaluateCycle(cycle, { rows, asOf, ruleSet })
      return {
        key: keyOf(ruleSet),
        id: ruleSet.id,
        revision: ruleSet.revision,
        name: ruleSet.name,
        sentence: other.course.sentence,
        changes: changesOf(now, other),
      }
    })
}
