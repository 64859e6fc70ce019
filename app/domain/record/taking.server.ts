import type { Scope } from '../scope.server'
import { exportRecord } from './export'
import { getRecord } from './record.server'

/** The actor's own record, ready to be taken away. */
export async function takeRecord(scope: Scope) {
  const record = await getRecord(scope, scope.actor.id)
  return exportRecord(record, scope.district, scope.now)
}
