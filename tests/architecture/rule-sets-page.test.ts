import { readFileSync } from 'node:fs'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { overlayFaults } from '~/domain/rule-sets/overlay'
import { overlay } from '~/domain/rule-sets/overlay.server'
import { rule } from '~/domain/rule-sets/rules.server'
import { expect, test } from 'vitest'

const page = readFileSync('docs/rule-sets.md', 'utf8')
const inTables = [...page.matchAll(/^\| K\d+ .*`(\{.*\})` \|$/gm)].map((match) => match[1]!)
const blocks = [...page.matchAll(/^```json\n(.*?)^```/gms)].map((match) => match[1]!)

/** Whether `part` is the value, or a part of it: an object may have more, a list only other items. */
function isPartOf(part: unknown, value: unknown): boolean {
  if (typeof part !== 'object' || part === null) return part === value
  if (Array.isArray(part)) {
    return Array.isArray(value) && part.every((it) => value.some((other) => isPartOf(it, other)))
  }
  if (typeof value !== 'object' || value === null) return false
  const theirs = new Map<string, unknown>(Object.entries(value))
  return Object.entries(part).every(([key, it]) => theirs.has(key) && isPartOf(it, theirs.get(key)))
}

/** Whether it is a part of the value or of something within. */
const standsIn = (part: unknown, value: unknown): boolean =>
  isPartOf(part, value) ||
  (typeof value === 'object' &&
    value !== null &&
    Object.values(value).some((it) => standsIn(part, it)))

test('every snippet of the page stands in a shipped file', () => {
  const snippets = [...inTables, ...blocks.filter((block) => !block.includes('"ruleSet"'))]
  const strangers = snippets.filter((it) => !standsIn(JSON.parse(it), shippedRuleSets()))

  expect(inTables).toHaveLength(23)
  expect(strangers).toEqual([])
})

test('the overlay on the page may be used', () => {
  const parsed = overlay.parse(JSON.parse(blocks.find((it) => it.includes('"ruleSet"')) ?? ''))
  const ruleSet = shippedRuleSets().find(({ id }) => id === parsed.ruleSet)!

  expect(overlayFaults(ruleSet, parsed)).toEqual([])
})

test('the page names every kind of rule, and every one of K1 to K24 once', () => {
  const kinds = rule.options.map((option) => option.shape.kind.value)
  const numbers = [...page.matchAll(/^\| K(\d+) \|/gm)].map((match) => Number(match[1]))

  expect(kinds.filter((kind) => !page.includes(`\`${kind}\``))).toEqual([])
  expect(numbers).toEqual(Array.from({ length: 24 }, (_, at) => at + 1))
})
