import type { Overlay } from '../rule-sets/overlay'
import { DISTRICT_DIMENSION } from '../rule-sets/overlay'
import type { Rule, RuleKind } from '../rule-sets/rule-set'

/** What a district can add in the form, and what it is called there. */
export const ADDITIONS = {
  total: 'A higher total',
  minimum: 'A minimum in a category',
  cap: 'A limit for kinds of activities',
  preapproval: 'Approval beforehand',
  attestation: 'Something to be attested',
  rotating_topic: 'A topic that comes round',
} as const satisfies Partial<Record<RuleKind, string>>

export type AdditionKind = keyof typeof ADDITIONS

export const ADDITION_KINDS = Object.keys(ADDITIONS) as AdditionKind[]

/** The choice of a category that is the district's own. */
export const OWN_CATEGORY = 'own'

export const MAX_ADDITIONS = 40
export const MAX_LABEL = 160

/** One thing a district adds, as the form has it. */
export type Addition = { id: string; label: string } & (
  | { kind: 'total'; amount: number }
  | { kind: 'minimum'; category: string; ownCategory?: string; amount: number }
  | { kind: 'cap'; activityKinds: string[]; amount: number; per: 'cycle' | 'year' | 'item' }
  | { kind: 'preapproval'; activityKinds: string[] }
  | { kind: 'attestation'; by?: string; per: 'cycle' | 'year'; count: number }
  | { kind: 'rotating_topic'; topic: string; firstYear: number; everyYears: number }
)

/** What a district asks beyond one rule set, as the form has it. */
export type Policy = {
  startsOn: string
  rules: Addition[]
  figures: { rule: string; amount: number }[]
  conversions: { from: string; level?: string; units: number }[]
}

/** Where the district's own rules come from: from itself. */
const OF_DISTRICT = { confidence: 'verified' as const, sources: ['District policy'] }

/** The overlay that a form says. */
export function overlayOf(
  { startsOn, rules, figures, conversions }: Policy,
  about: { ruleSet: string; revision: number; name: string },
): Overlay {
  const own = rules.flatMap((rule) =>
    rule.kind === 'minimum' && rule.category === OWN_CATEGORY && rule.ownCategory
      ? [rule.ownCategory]
      : [],
  )
  const categories = new Map(
    own.map((label) => [ownCode(label), { label, dimension: DISTRICT_DIMENSION }]),
  )
  return {
    id: 'district_policy',
    ...about,
    startsOn,
    categories: [...categories].map(([code, category]) => ({ code, ...category })),
    rules: rules.map(ruleOf),
    figures,
    ...(conversions.length > 0 && { conversions }),
  }
}

function ruleOf({ id, label, ...rule }: Addition): Rule {
  const every = { id, label, ...OF_DISTRICT }
  if (rule.kind === 'minimum') {
    const { kind, amount, category, ownCategory = '' } = rule
    const code = category === OWN_CATEGORY ? ownCode(ownCategory) : category
    return { ...every, kind, amount, category: code }
  }
  if (rule.kind === 'preapproval') {
    const { kind, activityKinds } = rule
    return { ...every, kind, ...(activityKinds.length > 0 && { activityKinds }) }
  }
  if (rule.kind === 'attestation') return { ...every, ...rule, code: id }
  if (rule.kind === 'rotating_topic') return { ...every, ...rule, topic: codeOf(rule.topic) }
  return { ...every, ...rule }
}

/** The code of a text: `Suicide prevention` is `suicide_prevention`. */
export const codeOf = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '_')

const ownCode = (label: string) => `district_${codeOf(label)}`

/** The form of an overlay, as it begins. */
export function policyOf(overlay: Overlay | undefined): Omit<Policy, 'startsOn'> {
  return {
    rules: overlay?.rules.flatMap((rule) => additionOf(rule, overlay) ?? []) ?? [],
    figures: overlay?.figures ?? [],
    conversions: overlay?.conversions ?? [],
  }
}

function additionOf(rule: Rule, { categories }: Overlay): Addition | null {
  const { id, label } = rule
  if (rule.kind === 'total') return { id, label, kind: 'total', amount: rule.amount ?? 0 }
  if (rule.kind === 'minimum') {
    const own = categories.find(({ code }) => code === rule.category)
    const where = own
      ? { category: OWN_CATEGORY, ownCategory: own.label }
      : { category: rule.category }
    return { id, label, kind: 'minimum', amount: rule.amount ?? 0, ...where }
  }
  if (rule.kind === 'cap') {
    const { activityKinds = [], amount, per } = rule
    return { id, label, kind: 'cap', activityKinds, amount: amount ?? 0, per }
  }
  if (rule.kind === 'preapproval') {
    return { id, label, kind: 'preapproval', activityKinds: rule.activityKinds ?? [] }
  }
  if (rule.kind === 'attestation') {
    return { id, label, kind: 'attestation', by: rule.by, per: rule.per, count: rule.count ?? 1 }
  }
  if (rule.kind === 'rotating_topic') {
    const { topic, firstYear, everyYears } = rule
    return { id, label, kind: 'rotating_topic', topic: wordsOf(topic), firstYear, everyYears }
  }
  return null
}

const wordsOf = (code: string) => {
  const words = code.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
