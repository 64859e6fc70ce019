import { type Condition, dimensionOf, type RuleOf, type RuleSet, rulesOf } from './rule-set'

/** What is wrong with a rule set that has the right shape: a sentence each, none when it may be used. */
export function ruleSetFaults(ruleSet: RuleSet): string[] {
  return [
    ...repeated(ruleSet.rules.map(({ id }) => id)).map((id) => `Two rules have the id “${id}”.`),
    ...repeated(ruleSet.categories.map(({ code }) => code)).map(
      (code) => `Two categories have the code “${code}”.`,
    ),
    ...unknownCategories(ruleSet),
    ...unknownSources(ruleSet),
    ...unknownRules(ruleSet),
    ...unknownNames(ruleSet),
    ...figureFaults(ruleSet),
  ]
}

type Tests = Omit<Condition, 'unless'>

/** What a license or an educator may be asked about, with the word for it. */
const NAMED = {
  licenseKinds: 'kind of license',
  classes: 'class',
  endorsements: 'endorsement',
  facts: 'fact',
} as const

function unknownNames(ruleSet: RuleSet) {
  const { rules, conversions } = ruleSet
  const tests = [...rules, ...conversions].flatMap(({ when }): Tests[] =>
    when ? [when, when.unless ?? {}] : [],
  )
  const asked = [...tests, { facts: rulesOf(rules, 'substitute').map(({ fact }) => fact) }]
  return (['licenseKinds', 'classes', 'endorsements', 'facts'] as const).flatMap((list) => {
    const known = new Set((ruleSet[list] ?? []).map(({ code }) => code))
    const strangers = asked
      .flatMap((test: Tests) => test[list] ?? [])
      .filter((it) => !known.has(it))
    return [...new Set(strangers)].map((code) => `There is no ${NAMED[list]} “${code}”.`)
  })
}

/** Minimums and caps of which it would be open how much they ask or which rows they cut. */
export function figureFaults(ruleSet: RuleSet): string[] {
  return [...minimumsWithoutFigure(ruleSet), ...overlappingCaps(rulesOf(ruleSet.rules, 'cap'))]
}

const repeated = (codes: string[]) => codes.filter((code, at) => codes.indexOf(code) !== at)

function unknownCategories({ categories, rules, conversions }: RuleSet) {
  const known = new Set(categories.map(({ code }) => code))
  const named = [
    ...rulesOf(rules, 'minimum').map(({ category }) => category),
    ...rulesOf(rules, 'additional_license').flatMap(({ minimums = [] }) =>
      minimums.map(({ category }) => category),
    ),
    ...rulesOf(rules, 'retention').flatMap(({ ifReused }) => (ifReused ? [ifReused.category] : [])),
    ...conversions.flatMap(({ split = [] }) => split.map(({ category }) => category)),
    ...categories.flatMap(({ parent }) => parent ?? []),
  ]
  const strangers = named.filter((code) => !known.has(code))
  const nested = categories.filter(({ parent, ...category }) => {
    const above = categories.find(({ code }) => code === parent)
    return above && (above.parent !== undefined || dimensionOf(above) !== dimensionOf(category))
  })
  return [
    ...strangers.map((code) => `There is no category “${code}”.`),
    ...nested.map(
      ({ code }) => `The category “${code}” must be part of a top one of its dimension.`,
    ),
  ]
}

function unknownSources({ sources, rules, conversions, cycle }: RuleSet) {
  const known = new Set(sources.map(({ key }) => key))
  return [cycle, ...rules, ...conversions]
    .flatMap((it) => it.sources)
    .filter((key) => !known.has(key))
    .map((key) => `There is no source “${key}”.`)
}

function unknownRules({ rules }: RuleSet) {
  const known = new Set(rules.map(({ id }) => id))
  return [...rulesOf(rules, 'substitute'), ...rulesOf(rules, 'alternative')]
    .flatMap(({ replaces }) => replaces)
    .filter((id) => !known.has(id))
    .map((id) => `There is no rule “${id}” to replace.`)
}

function minimumsWithoutFigure({ rules }: RuleSet) {
  return [...rulesOf(rules, 'minimum'), ...rulesOf(rules, 'cap')]
    .filter(({ amount, percent }) => (amount === undefined) === (percent === undefined))
    .map(({ id }) => `“${id}” needs either an amount or a percentage.`)
}

/** Caps whose activities overlap without one holding all of the other's: which rows are lost would be open. */
function overlappingCaps(caps: RuleOf<'cap'>[]) {
  return caps.flatMap((cap, at) =>
    caps
      .slice(at + 1)
      .filter((other) => overlaps(cap, other))
      .map(({ id }) => `The caps “${cap.id}” and “${id}” overlap; one must hold all of the other.`),
  )
}

function overlaps(a: RuleOf<'cap'>, b: RuleOf<'cap'>) {
  const kindsOf = ({ activityKinds = [], credits = [] }: RuleOf<'cap'>) => [
    ...activityKinds,
    ...credits.map((credit) => `credit:${credit}`),
  ]
  const [ofA, ofB] = [kindsOf(a), kindsOf(b)]
  const both = ofA.filter((kind) => ofB.includes(kind))
  const isNested = both.length === ofA.length || both.length === ofB.length
  const areParts = a.per !== b.per && a.per !== 'cycle' && b.per !== 'cycle'
  return both.length > 0 && (!isNested || areParts)
}
