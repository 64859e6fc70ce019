import { type Rule, type RuleOf, rulesOf } from '../rule-sets/rule-set'
import { type Amount, amountOf, percentOf } from './amount'
import { earnedOn } from './admitting'
import type { CreditRow } from './input'

/** Rows that together may bring only so much. */
export type CapGroup = { key: string; rule: RuleOf<'cap'>; limit: Amount; size: number }

/**
 * The groups that each row is capped in, the widest first (K5). A group lies wholly within the one before
 * it, which `ruleSetFaults` makes sure of.
 *
 * @param required the total, of which percentages are taken
 */
export function capGroupsOf(
  rows: readonly CreditRow[],
  rules: readonly Rule[],
  required: Amount,
): (row: CreditRow) => CapGroup[] {
  const groups = new Map<string, CapGroup>()
  const ofRow = new Map<CreditRow, CapGroup[]>()
  for (const rule of rulesOf(rules, 'cap')) {
    const limit = limitOf(rule, required)
    if (limit === null) continue
    for (const row of rows) {
      if (!isCapped(row, rule)) continue
      const key = `${rule.id} ${partOf(row, rule)}`
      const group = groups.get(key) ?? { key, rule, limit, size: 0 }
      group.size += 1
      groups.set(key, group)
      const ofOne = ofRow.get(row)
      if (ofOne) ofOne.push(group)
      else ofRow.set(row, [group])
    }
  }
  for (const list of ofRow.values()) list.sort(widestFirst)
  return (row) => ofRow.get(row) ?? UNCAPPED
}

const UNCAPPED: CapGroup[] = []

function limitOf({ amount, percent }: RuleOf<'cap'>, required: Amount) {
  if (percent !== undefined) return percentOf(required, percent)
  return amount == null ? null : amountOf(amount)
}

function isCapped(row: CreditRow, { activityKinds, credits }: RuleOf<'cap'>) {
  if (row.units !== undefined) return false
  const ofKind = row.activityKind !== undefined && activityKinds?.includes(row.activityKind)
  return ofKind || (credits?.includes(row.credit ?? 'clock_hour') ?? false)
}

function partOf(row: CreditRow, { per }: RuleOf<'cap'>) {
  if (per === 'item') return row.item ?? `row ${row.id}`
  return per === 'year' ? (earnedOn(row)?.slice(0, 4) ?? 'no year') : 'cycle'
}

const widestFirst = (a: CapGroup, b: CapGroup) =>
  b.size - a.size || scopeOf(a) - scopeOf(b) || a.key.localeCompare(b.key)

const scopeOf = ({ rule }: CapGroup) => (rule.per === 'cycle' ? 0 : 1)
