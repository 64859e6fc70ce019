import { ruleSetFaults } from '~/domain/rule-sets/checking'
import type { Rule, RuleOf, RuleSet } from '~/domain/rule-sets/rule-set'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { describe, expect, test } from 'vitest'

const massachusetts = shippedRuleSets().find(({ id }) => id === 'us-ma-2017')!
const KNOWN = { label: 'A rule', confidence: 'derived' as const, sources: ['MA1'] }

const faultsWith = (change: Partial<RuleSet>) => ruleSetFaults({ ...massachusetts, ...change })
const faultsWithRules = (...rules: Rule[]) =>
  faultsWith({ rules: [...massachusetts.rules, ...rules] })

const cap = (id: string, given: Partial<RuleOf<'cap'>>): Rule => ({
  ...KNOWN,
  id,
  kind: 'cap',
  amount: 10,
  per: 'cycle',
  ...given,
})

test('a rule set that may be used has none', () => {
  expect(ruleSetFaults(massachusetts)).toEqual([])
})

describe('codes', () => {
  test('an id of a rule stands once', () => {
    expect(faultsWithRules({ ...KNOWN, id: 'total', kind: 'plan_first' })).toEqual([
      'Two rules have the id “total”.',
    ])
  })

  test('a category stands once', () => {
    const categories = [...massachusetts.categories, { code: 'content', label: 'Again' }]

    expect(faultsWith({ categories })).toEqual(['Two categories have the code “content”.'])
  })
})

describe('what a rule names', () => {
  test('is a category of the rule set', () => {
    const minimum: Rule = { ...KNOWN, id: 'm', kind: 'minimum', category: 'nowhere', amount: 1 }
    const split = [{ category: 'lost', units: 1 }]
    const conversions = [
      { from: 'ceu', units: 1, split, confidence: 'derived' as const, sources: ['MA1'] },
    ]

    expect(faultsWithRules(minimum)).toEqual(['There is no category “nowhere”.'])
    expect(faultsWith({ conversions })).toEqual(['There is no category “lost”.'])
  })

  test('is a category even for a further license and for what is kept longer', () => {
    const additional: Rule = {
      ...KNOWN,
      id: 'a',
      kind: 'additional_license',
      mode: 'add',
      minimums: [{ category: 'far', amount: 1 }],
    }
    const retention: Rule = {
      ...KNOWN,
      id: 'r',
      kind: 'retention',
      from: 'renewal',
      years: 1,
      ifReused: { category: 'away', years: 2 },
    }

    expect(faultsWithRules(additional, retention)).toEqual([
      'There is no category “far”.',
      'There is no category “away”.',
    ])
  })

  test('is a source of the rule set', () => {
    expect(
      faultsWithRules({ ...KNOWN, id: 'p', kind: 'plan_first', sources: ['ELSEWHERE'] }),
    ).toEqual(['There is no source “ELSEWHERE”.'])
    expect(faultsWith({ cycle: { ...massachusetts.cycle, sources: ['GONE'] } })).toEqual([
      'There is no source “GONE”.',
    ])
  })

  test('is a rule that can be replaced', () => {
    const alternative: Rule = {
      ...KNOWN,
      id: 'a',
      kind: 'alternative',
      options: [{ credit: 'ceu', amount: 1 }],
      replaces: ['nothing'],
    }

    expect(faultsWithRules(alternative)).toEqual(['There is no rule “nothing” to replace.'])
  })

  test('is a fact, a class, an endorsement or a kind of license that can be asked about', () => {
    const substitute: Rule = {
      ...KNOWN,
      id: 's',
      kind: 'substitute',
      fact: 'rich',
      replaces: ['total'],
    }
    const asks: Rule = {
      ...KNOWN,
      id: 'asks',
      kind: 'plan_first',
      when: { classes: ['pilot'], unless: { endorsements: ['sea'], licenseKinds: ['driver'] } },
    }

    expect(faultsWithRules(substitute)).toEqual(['There is no fact “rich”.'])
    expect(faultsWithRules(asks)).toEqual([
      'There is no kind of license “driver”.',
      'There is no class “pilot”.',
      'There is no endorsement “sea”.',
    ])
  })
})

describe('a category within another', () => {
  const within = (parent: string, more: object = {}) =>
    faultsWith({
      categories: [
        ...massachusetts.categories,
        { code: 'part', label: 'Part', parent: 'content' },
        { code: 'inner', label: 'Inner', parent, ...more },
      ],
    })

  test('is part of a top one', () => {
    expect(within('content')).toEqual([])
    expect(within('part')).toEqual([
      'The category “inner” must be part of a top one of its dimension.',
    ])
  })

  test('is of the same dimension', () => {
    expect(within('content', { dimension: 'other' })).toEqual([
      'The category “inner” must be part of a top one of its dimension.',
    ])
  })

  test('is part of one that there is', () => {
    expect(within('nowhere')).toEqual(['There is no category “nowhere”.'])
  })
})

describe('figures', () => {
  test('a minimum or a cap has either an amount or a percentage', () => {
    const neither: Rule = { ...KNOWN, id: 'neither', kind: 'minimum', category: 'content' }
    const both = cap('both', { activityKinds: ['mentoring'], percent: 5 })
    const open: Rule = { ...KNOWN, id: 'o', kind: 'minimum', category: 'content', amount: null }

    expect(faultsWithRules(neither, both, open)).toEqual([
      '“neither” needs either an amount or a percentage.',
      '“both” needs either an amount or a percentage.',
    ])
  })
})

describe('caps on the same activities', () => {
  const fault = ['The caps “a” and “b” overlap; one must hold all of the other.']

  test('may hold one another', () => {
    const wide = cap('a', { activityKinds: ['mentoring', 'presenting'] })

    expect(faultsWithRules(wide, cap('b', { activityKinds: ['mentoring'] }))).toEqual([])
    expect(faultsWithRules(wide, cap('b', { activityKinds: ['publishing'] }))).toEqual([])
  })

  test('may not share only some', () => {
    const a = cap('a', { activityKinds: ['mentoring', 'presenting'] })
    const b = cap('b', { activityKinds: ['presenting', 'publishing'] })

    expect(faultsWithRules(a, b)).toEqual(fault)
  })

  test('may limit an item within a cycle, but not an item beside a year', () => {
    const item = cap('a', { activityKinds: ['mentoring'], per: 'item' })
    const cycle = cap('b', { activityKinds: ['mentoring'] })
    const year = cap('b', { activityKinds: ['mentoring'], per: 'year' })

    expect(faultsWithRules(item, cycle)).toEqual([])
    expect(faultsWithRules(item, year)).toEqual(fault)
  })

  test('know a kind of credit from a kind of activity of the same name', () => {
    const activity = cap('a', { activityKinds: ['micro_credential', 'mentoring'] })
    const credit = cap('b', { credits: ['micro_credential', 'ceu'] })

    expect(faultsWithRules(activity, credit)).toEqual([])
  })
})
