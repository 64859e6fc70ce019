import { authorize } from '../policy'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import { shippedRuleSets } from '../rule-sets/shipped.server'
import type { Scope } from '../scope.server'
import { labelOf, licenseChoices } from './choices'
import { type CycleSummary, listCycles } from './cycles.server'
import { lastDayToEarn, standingOf } from './license'
import { whyNoCycle } from './planning'
import { type License, listLicenses } from './queries.server'
import { sharesHealth } from './sharing.server'

/**
 * The actor's licenses by state, each state with its open cycle and those that are closed, and whether
 * the principal may see that the renewal is on course.
 *
 * @throws Forbidden
 */
export async function listOwnRenewals(scope: Scope) {
  authorize(scope.actor, 'license.add')
  const [licenses, cycles, shares] = await Promise.all([
    listLicenses(scope, scope.actor.id),
    listCycles(scope, scope.actor.id),
    sharesHealth(scope),
  ])
  const known = [...new Set([...licenses, ...cycles].map(({ jurisdiction }) => jurisdiction))]
  return { states: known.map((code) => stateOf(scope, code, licenses, cycles)), shares }
}

export type StateOfRenewal = ReturnType<typeof stateOf>

function stateOf(scope: Scope, code: string, all: License[], allCycles: CycleSummary[]) {
  const choices = licenseChoices(shippedRuleSets(), code)
  const cycles = allCycles.filter(({ jurisdiction }) => jurisdiction === code)
  const open = cycles.find(({ closedOn }) => closedOn === null) ?? null
  const licenses = all
    .filter(({ jurisdiction }) => jurisdiction === code)
    .map((license) => {
      const isFollowed = open?.licenseId === license.id
      const extendedToOn = isFollowed ? open.extendedToOn : null
      const classLabel = license.class && labelOf(choices?.classes, license.class)
      return {
        id: license.id,
        title: license.area ?? labelOf(choices?.kinds, license.kind),
        details: [
          ...(license.area ? [labelOf(choices?.kinds, license.kind)] : []),
          ...(classLabel ? [classLabel] : []),
          ...license.endorsements.map((it) => labelOf(choices?.endorsements, it)),
        ],
        isPrimary: license.isPrimary,
        standing: standingOf({ ...license, extendedToOn }, scope.today),
      }
    })
  const primary = all.find(({ jurisdiction, isPrimary }) => jurisdiction === code && isPrimary)
  return {
    code,
    name: jurisdictionName(code),
    hasRules: choices !== null,
    licenses,
    /** Why no cycle is open and what to do about it; null where nothing is to be said of it. */
    whyNoCycle:
      primary && !open ? whyNoCycle(shippedRuleSets(), { ...primary, on: scope.today }) : null,
    cycle: open && { ...open, lastDayToEarn: lastDayToEarn(open) },
    closed: cycles.filter(({ closedOn }) => closedOn !== null),
  }
}
