import { newLongId } from '#db/id'
import { Forbidden } from '../errors'
import { nameOf } from '../people/named.server'
import { authorize } from '../policy'
import { isJurisdiction, jurisdictionName } from '../rule-sets/jurisdictions'
import { shippedRuleSets } from '../rule-sets/shipped.server'
import type { Scope } from '../scope.server'
import { listCurrent } from './changing.server'
import { factChoices, jurisdictionChoices, licenseChoices } from './choices'
import { versionsFor } from './cycle-editing.server'
import { findOpenCycle, getCycle } from './cycles.server'
import { rulesOfCycle } from './judged'
import { getLicense } from './queries.server'
import { nextDays } from './next-cycle.server'

/**
 * What the form of a new license begins with: the states to choose from, and what can be said of a
 * license of the one that was chosen.
 *
 * @param jurisdiction as it stands in the address; null when none, or none that there is
 * @throws Forbidden
 */
export async function openNewLicense(scope: Scope, jurisdiction: string | undefined) {
  authorize(scope.actor, 'license.add')
  const own = `US-${scope.district.state}`
  const state = jurisdiction && isJurisdiction(jurisdiction) ? jurisdiction : null
  return {
    id: newLongId(),
    states: jurisdictionChoices(shippedRuleSets()),
    likely: isJurisdiction(own) ? own : null,
    state: state && { code: state, name: jurisdictionName(state) },
    choices: state && licenseChoices(shippedRuleSets(), state),
  }
}

/**
 * What the form for changing a license begins with.
 *
 * @throws NotFound when there is none that the actor may see
 * @throws Forbidden when it is not theirs to change, or was removed
 */
export async function openLicenseForm(scope: Scope, id: string) {
  const { can: _, ...license } = await getLicense(scope, id)
  authorize(scope.actor, 'license.edit', license)
  if (license.withdrawnOn) throw new Forbidden('This license was removed.')
  const [siblings, open, owner] = await Promise.all([
    listCurrent(scope, license),
    findOpenCycle(scope, license.memberId, license.jurisdiction),
    nameOf(scope, license.memberId),
  ])
  return {
    license,
    owner,
    isOwn: license.memberId === scope.actor.id,
    state: { code: license.jurisdiction, name: jurisdictionName(license.jurisdiction) },
    choices: licenseChoices(shippedRuleSets(), license.jurisdiction),
    others: siblings.length - 1,
    cycleId: open?.licenseId === id ? open.id : null,
  }
}

/**
 * What the forms about a cycle begin with.
 *
 * @throws NotFound when there is none that the actor may see
 * @throws Forbidden when it is not theirs to change, or is closed
 */
export async function openCycleForm(scope: Scope, id: string) {
  const cycle = await getCycle(scope, id)
  authorize(scope.actor, 'license.edit', cycle)
  if (cycle.closedOn) throw new Forbidden('This cycle is closed.')
  const { ruleSet, overlay: _asked, can: _can, licenses: _judged, ...rest } = cycle
  return {
    ...rest,
    owner: await nameOf(scope, cycle.memberId),
    isOwn: cycle.memberId === scope.actor.id,
    state: jurisdictionName(cycle.jurisdiction),
    rules: { id: ruleSet.id, revision: ruleSet.revision, name: ruleSet.name },
    choices: factChoices(rulesOfCycle(cycle)),
    isYearly: ruleSet.cycle.kind === 'school_year',
    next: nextDays(scope, cycle),
    versions: versionsFor(cycle).map((it) => ({
      id: it.id,
      revision: it.revision,
      name: it.name,
      checkedOn: it.checkedOn,
      from: it.effective.from,
      to: it.effective.to,
      keyedOn: it.effective.keyedOn,
    })),
  }
}

export type CycleForm = Awaited<ReturnType<typeof openCycleForm>>
