import type { EvaluatedLicense } from '../evaluation/input'
import { withOverlay } from '../rule-sets/overlay'
import type { Cycle } from './cycles.server'

/** A license of a cycle as the rules see it. */
export function judgedLicense(license: Cycle['licenses'][number]): EvaluatedLicense {
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
