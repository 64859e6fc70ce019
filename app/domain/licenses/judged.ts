import type { EvaluatedLicense } from '../evaluation/input'
import type { Judged } from '../evaluation/situation'
import { withOverlay } from '../rule-sets/overlay'
import type { Cycle } from './cycles.server'
import { lastDayToEarn } from './license'

/** A license of a cycle as the rules see it. */
function judgedLicense(license: Cycle['licenses'][number]): EvaluatedLicense {
  const { id, kind, area, endorsements, isPrimary, issuedOn, expiresOn } = license
  return {
    id,
    kind,
    class: license.class ?? undefined,
    area: area ?? undefined,
    endorsements,
    isPrimary,
    issuedOn: issuedOn ?? undefined,
    expiresOn: expiresOn ?? undefined,
  }
}

/** The rules of a cycle with what the district asks beyond them. */
export const rulesOfCycle = ({ ruleSet, overlay }: Pick<Cycle, 'ruleSet' | 'overlay'>) =>
  overlay ? withOverlay(ruleSet, overlay) : ruleSet

/**
 * Who is judged in a cycle, with what is known about them.
 *
 * @param ruleSet another version to be judged by, instead of what the cycle is pinned to and the district adds
 */
export function judgedIn(cycle: Cycle, ruleSet = rulesOfCycle(cycle)): Judged {
  const codes = (kind: Cycle['facts'][number]['kind']) =>
    cycle.facts.filter((fact) => fact.kind === kind).map(({ code }) => code)
  return {
    ruleSet,
    licenses: cycle.licenses.map(judgedLicense),
    cycle: {
      startsOn: cycle.startsOn,
      endsOn: cycle.endsOn,
      earnUntil: lastDayToEarn(cycle),
      renewedOn: cycle.renewedOn ?? undefined,
      closedOn: cycle.closedOn ?? undefined,
    },
    educator: {
      employed: cycle.isEmployed,
      fte: cycle.fteThousandths / 1000,
      leave: cycle.leaveThousandths / 1000,
      facts: codes('fact'),
      metOnce: codes('met_once'),
      attestations: cycle.facts
        .filter(({ kind }) => kind === 'attestation')
        .map(({ code, heldOn }) => ({ code, on: heldOn })),
    },
  }
}
