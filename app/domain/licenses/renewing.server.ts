import { eq } from '#db/query.server'
import { licenses } from '#db/schema'
import { addMonths } from '../calendar'
import { Invalid } from '../errors'
import { shippedRuleSets } from '../rule-sets/shipped.server'
import type { Scope, WriteScope } from '../scope.server'
import { requireOpenCycle, save } from './cycle-editing.server'
import type { Cycle } from './cycles.server'
import type { RenewalInput } from './inputs.server'
import { lastDayOfCycle, MAX_YEARS_VALID } from './license'
import { insertCycle, takeAlongFacts } from './opening.server'
import { planNextCycle } from './planning'

/**
 * Notes that a license was renewed: closes its cycle, dates the license anew, and opens the next cycle
 * under the rules that apply then, with what still holds of the educator.
 *
 * @returns the id of the next cycle, or null where there are no rules for it
 * @throws Invalid when the days cannot be right
 * @throws Conflict when the cycle was changed elsewhere, or is closed already
 * @throws Forbidden · NotFound
 */
export async function recordRenewal(scope: WriteScope, id: string, input: RenewalInput) {
  const cycle = await requireOpenCycle(scope, id)
  checkDays(scope, cycle, input)
  const plan = planAfter(cycle, input)

  const { renewedOn } = input
  await save(scope, id, input.version, { renewedOn, closedOn: scope.today })
  await scope.record('cycle.renewed', id, { renewedOn })
  const isYearly = cycle.ruleSet.cycle.kind === 'school_year'
  const expiresOn = input.expiresOn ?? (isYearly ? undefined : plan?.days.endsOn)
  if (expiresOn) await dateAnew(scope, cycle, expiresOn)
  if (!plan) return null
  const { isEmployed, fteThousandths } = cycle
  const profile = { isEmployed, fteThousandths, leaveThousandths: 0 }
  const license = { id: cycle.licenseId, memberId: cycle.memberId }
  const nextId = await insertCycle(scope, license, plan, profile)
  await takeAlongFacts(scope, cycle, nextId)
  return nextId
}

/** The days the next cycle would have if the license were renewed today, for the form. */
export const nextDays = (scope: Scope, cycle: Cycle) =>
  planAfter(cycle, { renewedOn: scope.today })?.days ?? null

function planAfter(cycle: Cycle, { renewedOn, expiresOn }: Omit<RenewalInput, 'version'>) {
  const { jurisdiction } = cycle
  const kind = cycle.licenses.find(({ id }) => id === cycle.licenseId)?.kind ?? ''
  const last = { lastEndsOn: lastDayOfCycle(cycle), renewedOn, expiresOn }
  return planNextCycle(shippedRuleSets(), { jurisdiction, kind }, last)
}

function checkDays(scope: Scope, cycle: Cycle, { renewedOn, expiresOn }: RenewalInput) {
  if (renewedOn > scope.today) {
    throw new Invalid('renewedOn', 'That day is still to come. Record it once it has happened.')
  }
  if (renewedOn < cycle.startsOn) {
    throw new Invalid('renewedOn', 'That was before this cycle began. Check the year.')
  }
  if (!expiresOn) return
  if (expiresOn <= lastDayOfCycle(cycle) || expiresOn <= renewedOn) {
    throw new Invalid('expiresOn', 'A renewed license expires after this cycle. Check the year.')
  }
  if (expiresOn > addMonths(scope.today, 12 * MAX_YEARS_VALID)) {
    throw new Invalid('expiresOn', `Choose a day within ${MAX_YEARS_VALID} years. Check the year.`)
  }
}

async function dateAnew(scope: WriteScope, cycle: Cycle, expiresOn: string) {
  const license = cycle.licenses.find(({ id }) => id === cycle.licenseId)!
  await scope.db
    .update(licenses)
    .set({ expiresOn, version: license.version + 1, updatedAt: scope.now })
    .where(eq(licenses.id, license.id))
  await scope.record('license.edited', license.id, { before: { expiresOn: license.expiresOn } })
}
