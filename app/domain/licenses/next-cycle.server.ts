import { shippedRuleSets } from '../rule-sets/shipped.server'
import type { Scope } from '../scope.server'
import type { Cycle } from './cycles.server'
import type { RenewalInput } from './inputs.server'
import { lastDayOfCycle } from './license'
import { planNextCycle } from './planning'

/** The cycle that follows on one once it is renewed; null where there are no rules for it. */
export function planAfter(cycle: Cycle, { renewedOn, expiresOn }: Omit<RenewalInput, 'version'>) {
  const { jurisdiction } = cycle
  const kind = cycle.licenses.find(({ id }) => id === cycle.licenseId)?.kind ?? ''
  const last = { lastEndsOn: lastDayOfCycle(cycle), renewedOn, expiresOn }
  return planNextCycle(shippedRuleSets(), { jurisdiction, kind }, last)
}

/** The days the next cycle would have if the license were renewed today, for the form. */
export const nextDays = (scope: Scope, cycle: Cycle) =>
  planAfter(cycle, { renewedOn: scope.today })?.days ?? null
