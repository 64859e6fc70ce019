import { Invalid } from '../errors'
import { readJson } from '../json-reading.server'
import { ruleSetFaults } from './checking'
import { ruleSet } from './format.server'
import type { RuleSet } from './rule-set'
import { SHIPPED } from './shipped'

/** The rule sets that come with the product, by jurisdiction and the day they took effect. */
export function shippedRuleSets(): readonly RuleSet[] {
  shipped ??= SHIPPED.map(readRuleSet).toSorted(
    (a, b) =>
      a.jurisdiction.localeCompare(b.jurisdiction) ||
      (a.effective.from ?? '').localeCompare(b.effective.from ?? ''),
  )
  return shipped
}

let shipped: readonly RuleSet[] | undefined

/**
 * A rule set from a JSON value.
 *
 * @throws Invalid with every fault, one a line, when it may not be used
 */
export function readRuleSet(json: unknown): RuleSet {
  const read = readJson(ruleSet, json)
  const faults = ruleSetFaults(read)
  if (faults.length > 0) throw new Invalid(null, faults.join('\n'))
  return read
}
