import { NotFound } from '../errors'
import type { Scope } from '../scope.server'
import { jurisdictionName } from './jurisdictions'
import type { ActivityNames } from './rule-words'
import { shippedRuleSets } from './shipped.server'
import { shownRuleSet, summaryOf } from './showing'

/**
 * The rule sets that come with the product, and the states that have some. Everybody may read them.
 *
 * @param jurisdiction only those of this one, such as `US-NC`
 */
export async function listRuleSets({ today }: Scope, jurisdiction?: string) {
  const all = shippedRuleSets()
  const codes = [...new Set(all.map((it) => it.jurisdiction))]
  const states = codes
    .map((code) => ({ code, name: jurisdictionName(code) }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const known = codes.includes(jurisdiction ?? '') ? jurisdiction : undefined
  const chosen = all.filter((it) => known === undefined || it.jurisdiction === known)
  return {
    states,
    state: known ?? null,
    ruleSets: chosen
      .map((ruleSet) => summaryOf(ruleSet, today))
      .toSorted((a, b) => a.state.localeCompare(b.state) || b.id.localeCompare(a.id)),
  }
}

/** A rule set in plain words. Everybody may read it. @throws NotFound */
export async function showRuleSet({ today }: Scope, id: string, names: ActivityNames) {
  const ruleSet = shippedRuleSets().find((it) => it.id === id)
  if (!ruleSet) throw new NotFound()
  return shownRuleSet(ruleSet, today, names)
}
