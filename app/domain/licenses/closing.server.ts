import type { Day } from '../calendar'
import type { WriteScope } from '../scope.server'
import { save } from './cycle-editing.server'
import type { Cycle } from './cycles.server'

/**
 * Closes an open cycle: what is judged in it stays as it is today, whatever becomes of its licenses. The
 * caller has authorized it.
 *
 * @throws Conflict when it was changed elsewhere
 */
export async function closeCycle(
  scope: WriteScope,
  { id, licenses }: Cycle,
  { version, renewedOn }: { version: number; renewedOn?: Day },
) {
  const closed = { closedOn: scope.today, judgedLicenses: licenses }
  await save(scope, id, version, { ...closed, renewedOn })
  if (renewedOn) await scope.record('cycle.renewed', id, { renewedOn })
  else await scope.record('cycle.closed', id)
}
