import { Invalid } from '../errors'
import { valuesOf } from '../licenses/changing.server'
import { factChoices } from '../licenses/choices'
import { checkAttestation, checkDays, checkExtension } from '../licenses/cycle-checks'
import { keyOf } from '../licenses/pinning.server'
import { isJurisdiction } from '../rule-sets/jurisdictions'
import type { RuleSet } from '../rule-sets/rule-set'
import type { Scope } from '../scope.server'
import type { ComingCycle, ComingLicense, ComingRow } from './coming'

/** Why a row cannot have been earned; null where it can. */
export function wrongInRow({ today }: Scope, row: ComingRow) {
  if (row.endedOn < row.startedOn) return 'It ends before it begins.'
  if (row.endedOn > today) return 'Its last day is still to come.'
  if (row.decidedOn !== null && row.decidedOn > today) return 'It was decided on a day to come.'
  if (row.countedMinutes > (row.minutes ?? 0)) return 'More of it was counted than it took.'
  return null
}

/** What is wrong with a license, as the form for one would say; null where nothing is. */
export function wrongInLicense(scope: Scope, license: ComingLicense) {
  if (!isJurisdiction(license.jurisdiction)) return `There is no state “${license.jurisdiction}”.`
  const { kind, area, number, issuedOn, expiresOn, endorsements } = license
  return refusalOf(() =>
    valuesOf(scope, license.jurisdiction, {
      kind,
      class: license.class ?? undefined,
      area: area ?? '',
      number: number ?? undefined,
      issuedOn: issuedOn ?? undefined,
      expiresOn: expiresOn ?? undefined,
      endorsements,
    }),
  )
}

/** What a cycle of a package meets here. */
export type Here = {
  /** The jurisdictions of the licenses that come along, by id. */
  brought: ReadonlyMap<string, string>
  /** Ids of cycles of the district. */
  cycles: ReadonlySet<string>
  /** By `keyOf`. */
  rules: ReadonlyMap<string, RuleSet>
  /** The jurisdictions of the open cycles that come along. */
  open: ReadonlySet<string>
}

/** Why a cycle cannot be brought; null where nothing is wrong with it. */
export function wrongInCycle(
  scope: Scope,
  cycle: ComingCycle,
  { brought, cycles, rules, open }: Here,
) {
  const { ruleSet, judgedLicenses, closedOn } = cycle
  const jurisdiction = brought.get(cycle.licenseId)
  if (!jurisdiction || judgedLicenses?.some(({ id }) => brought.get(id) !== jurisdiction)) {
    return 'Its license is not brought.'
  }
  if (cycles.has(cycle.id)) return 'It is here already.'
  if (rules.get(keyOf(ruleSet))?.jurisdiction !== jurisdiction) {
    return `Its rules, ${ruleSet.id} in revision ${ruleSet.revision}, are not known here.`
  }
  if ((closedOn === null) !== (judgedLicenses === null)) {
    return 'A closed cycle has the licenses that were judged in it, and no other has.'
  }
  if (closedOn === null && open.has(jurisdiction)) {
    return 'Another open cycle of the same state comes along.'
  }
  return wrongDays(scope, cycle)
}

function wrongDays(scope: Scope, cycle: ComingCycle) {
  const { startsOn, endsOn, earnUntilOn, extendedToOn, renewedOn, closedOn } = cycle
  const refusal = refusalOf(() => {
    checkDays(scope, cycle)
    if (extendedToOn !== null) checkExtension(cycle, extendedToOn)
  })
  if (refusal) return refusal
  if (earnUntilOn < startsOn || earnUntilOn.slice(0, 4) !== endsOn.slice(0, 4)) {
    return 'The last day to earn credit is in its last year.'
  }
  if (closedOn !== null && closedOn > scope.today) return 'It was closed on a day to come.'
  if (renewedOn !== null && (renewedOn < startsOn || renewedOn > (closedOn ?? ''))) {
    return 'It was renewed before it began, or after it was closed.'
  }
  return null
}

/** The facts of a cycle that its rules know, once each, and what is wrong with the others. */
export function knownFacts(scope: Scope, cycle: ComingCycle, rules: RuleSet) {
  const choices = factChoices(rules)
  const wrong: string[] = []
  const seen = new Set<string>()
  const facts = cycle.facts.filter((fact) => {
    const { kind, code, heldOn } = fact
    const key = `${kind} ${code} ${heldOn}`
    if (seen.has(key)) return false
    seen.add(key)
    const known = kind === 'fact' ? choices.facts : choices.metOnce
    const reason =
      kind === 'attestation'
        ? refusalOf(() => checkAttestation(scope, cycle, rules, fact))
        : !known.some((it) => it.code === code)
          ? 'The rules of this cycle do not ask for that.'
          : heldOn > scope.today
            ? 'That day is still to come.'
            : null
    if (reason) wrong.push(`“${code}” of ${heldOn} stays behind: ${reason}`)
    return !reason
  })
  return { facts, wrong }
}

/** What the check of a form refuses; null where it refuses nothing. */
function refusalOf(check: () => void) {
  try {
    check()
    return null
  } catch (error) {
    if (error instanceof Invalid) return error.message
    throw error
  }
}
