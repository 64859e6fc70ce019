import { eq } from '#db/query.server'
import { licenses } from '#db/schema'
import { addMonths, dayInWords } from '../calendar'
import { bookUses, type NewUse } from '../credit/uses.server'
import { sourceColumns } from '../credit/use'
import { Invalid } from '../errors'
import { unitsOf } from '../evaluation/amount'
import { unspent } from '../evaluation/crediting'
import type { Evaluation } from '../evaluation/evaluation'
import { followUpLicenses } from '../follow-up/licensed.server'
import { closeCycle } from '../licenses/closing.server'
import { requireOpenCycle } from '../licenses/cycle-editing.server'
import type { Cycle } from '../licenses/cycles.server'
import type { RenewalInput } from '../licenses/inputs.server'
import { lastDayOfCycle, MAX_YEARS_VALID } from '../licenses/license'
import { planAfter } from '../licenses/next-cycle.server'
import { insertCycle, takeAlongFacts } from '../licenses/opening.server'
import { getLicense } from '../licenses/queries.server'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import type { Scope, WriteScope } from '../scope.server'
import { evaluateCycle } from './cycle-evaluation'
import { readCycleRows } from './reading.server'
import type { RowSource } from './row'

/**
 * Notes that a license was renewed: closes its cycle, dates the license anew, and opens the next cycle
 * under the rules that apply then, with what still holds of the educator. What counts in the cycle is used
 * by it; what the rules let be carried over is used by the next one.
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
  const renewed = { ...cycle, renewedOn }
  const { sources, rows } = await readCycleRows(scope, renewed)
  const evaluation = evaluateCycle(renewed, { rows, asOf: scope.today })
  const renewal = { cycle, sources, evaluation, renewedOn }

  await closeCycle(scope, cycle, input)
  const isYearly = cycle.ruleSet.cycle.kind === 'school_year'
  const expiresOn = input.expiresOn ?? (isYearly ? undefined : plan?.days.endsOn)
  if (expiresOn) await dateAnew(scope, cycle, expiresOn)
  if (!plan) {
    await bookUses(scope, usesOf(renewal, null), id)
    return null
  }
  const { isEmployed, fteThousandths } = cycle
  const profile = { isEmployed, fteThousandths, leaveThousandths: 0 }
  const license = { id: cycle.licenseId, memberId: cycle.memberId }
  const nextId = await insertCycle(scope, license, plan, profile)
  await takeAlongFacts(scope, cycle, nextId)
  await bookUses(scope, usesOf(renewal, nextId), id)
  return nextId
}

type Renewal = {
  cycle: Cycle
  sources: readonly RowSource[]
  evaluation: Evaluation
  renewedOn: string
}

/** What the renewal uses of each row, and what of it is carried over into the next cycle. */
function usesOf({ cycle, sources, evaluation, renewedOn }: Renewal, nextId: string | null) {
  const sourceOf = new Map(sources.map((source) => [source.id, source]))
  const parts = nextId === null ? [] : (evaluation.carryOver?.parts ?? [])
  const carriedOf = new Map(parts.map(({ row, amount }) => [row.id, amount]))
  return evaluation.rows.flatMap(({ row, counted, amount }): NewUse[] => {
    const source = sourceOf.get(row.id)
    if (!source || counted === 0) return []
    const carried = carriedOf.get(row.id) ?? 0
    const { minutes } = unspent(row)
    const use = (part: number): NewUse => ({
      memberId: cycle.memberId,
      ...sourceColumns(source),
      purpose: 'renewal',
      jurisdiction: cycle.jurisdiction,
      ruleSetId: cycle.ruleSetId,
      ruleSetRevision: cycle.ruleSetRevision,
      unit: cycle.ruleSet.unit.code,
      milliUnits: Math.round(unitsOf(part) * 1000),
      minutes: minutes === undefined ? null : Math.round((minutes * part) / amount),
      usedOn: renewedOn,
      cycleId: cycle.id,
      label: `${jurisdictionName(cycle.jurisdiction)}, renewed in ${renewedOn.slice(0, 4)}`,
    })
    const over = {
      cycleId: nextId!,
      carriedFromId: cycle.id,
      label: `Carried over from the cycle that ended on ${dayInWords(lastDayOfCycle(cycle))}`,
    }
    return [use(counted - carried), { ...use(carried), ...over }].filter(
      ({ milliUnits }) => milliUnits > 0,
    )
  })
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
  const license = await getLicense(scope, cycle.licenseId)
  await scope.db
    .update(licenses)
    .set({ expiresOn, version: license.version + 1, updatedAt: scope.now })
    .where(eq(licenses.id, license.id))
  await scope.record('license.edited', license.id, { before: { expiresOn: license.expiresOn } })
  await followUpLicenses(scope, [license.memberId])
}
