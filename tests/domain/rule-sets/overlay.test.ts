import { openConversions, openFigures } from '~/domain/rule-sets/open-figures'
import { type Overlay, overlayFaults, withOverlay } from '~/domain/rule-sets/overlay'
import { overlay as format } from '~/domain/rule-sets/overlay.server'
import type { Rule } from '~/domain/rule-sets/rule-set'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { describe, expect, test } from 'vitest'

const shipped = (id: string) => shippedRuleSets().find((it) => it.id === id)!
const texas = shipped('us-tx-cpe')
const carolina = shipped('us-nc-2019')
const ohio = shipped('us-oh-lpdc')
const illinois = shipped('us-il-pel-2015')

const KNOWN = { label: 'Ours', confidence: 'verified' as const, sources: ['policy'] }
const TECHNOLOGY = { code: 'technology', label: 'Technology', dimension: 'district' }

/** An overlay of a district, empty but for what is given. */
const overlay = (given: Partial<Overlay> = {}): Overlay =>
  format.parse({ id: 'ours', revision: 1, name: 'Our policy', ruleSet: carolina.id, ...given })

const total = (amount: number | null): Rule => ({
  ...KNOWN,
  id: 'our_total',
  kind: 'total',
  amount,
})
const minimum = (category: string, amount: number): Rule => ({
  ...KNOWN,
  id: 'our_minimum',
  kind: 'minimum',
  category,
  amount,
})

describe('a district may', () => {
  test('add nothing', () => {
    expect(overlayFaults(carolina, overlay())).toEqual([])
  })

  test('ask for more, in categories of its own too', () => {
    const nineCeus = overlay({
      categories: [TECHNOLOGY],
      rules: [total(9), minimum('digital_learning_competencies', 3)],
    })
    const ofItsOwn = overlay({ categories: [TECHNOLOGY], rules: [minimum('technology', 1)] })

    expect(overlayFaults(carolina, nineCeus)).toEqual([])
    expect(overlayFaults(carolina, ofItsOwn)).toEqual([])
  })

  test('ask for more than the state does of the same licenses, though less than of others', () => {
    const ofTeachers = { ...total(160), when: { classes: ['classroom_teacher'] } }
    const ofAdministrators = { ...total(110), when: { classes: ['administrator'] } }
    const unlessAdministrators = { ...total(120), when: { unless: { classes: ['administrator'] } } }

    expect(overlayFaults(texas, overlay({ ruleSet: texas.id, rules: [ofTeachers] }))).toEqual([])
    for (const rule of [ofAdministrators, unlessAdministrators]) {
      expect(overlayFaults(illinois, overlay({ ruleSet: illinois.id, rules: [rule] }))).toEqual([])
    }
  })

  test('ask for as much as the state', () => {
    expect(overlayFaults(carolina, overlay({ rules: [total(8)] }))).toEqual([])
    expect(overlayFaults(carolina, overlay({ rules: [minimum('general', 3)] }))).toEqual([])
  })

  test.each<Rule>([
    { ...KNOWN, id: 'ours', kind: 'cap', activityKinds: ['mentoring'], amount: 1, per: 'cycle' },
    { ...KNOWN, id: 'ours', kind: 'preapproval' },
    { ...KNOWN, id: 'ours', kind: 'plan_first' },
    { ...KNOWN, id: 'ours', kind: 'proof' },
    { ...KNOWN, id: 'ours', kind: 'provider', kinds: ['district'] },
    { ...KNOWN, id: 'ours', kind: 'attestation', code: 'ethics', per: 'year' },
    { ...KNOWN, id: 'ours', kind: 'rotating_topic', topic: 'ai', firstYear: 2026, everyYears: 2 },
    { ...KNOWN, id: 'ours', kind: 'notice', text: 'Ask the office.' },
  ])('add a rule of the kind $kind', (rule) => {
    expect(overlayFaults(carolina, overlay({ rules: [rule] }))).toEqual([])
  })

  test('set what the state leaves open, and what is not verified', () => {
    const figures = [
      { rule: 'swd_including_dyslexia', amount: 8 },
      { rule: 'mentoring', amount: 30 },
    ]
    const conversions = [{ from: 'lpdc_equivalent', units: 0.5 }]

    expect(openFigures(texas).map(({ id }) => id)).toEqual(['swd_including_dyslexia', 'mentoring'])
    expect(openConversions(ohio).map(({ from }) => from)).toEqual(['lpdc_equivalent'])
    expect(overlayFaults(texas, overlay({ ruleSet: texas.id, figures }))).toEqual([])
    expect(overlayFaults(ohio, overlay({ ruleSet: ohio.id, conversions }))).toEqual([])
  })
})

describe('a district may not', () => {
  test('add to the rules of another state', () => {
    expect(overlayFaults(texas, overlay())).toEqual(['It adds to us-nc-2019, not to us-tx-cpe.'])
  })

  test('ask for less than the state, or leave open how much', () => {
    const fault = ['“Ours” may not be lower than the 8 that the state asks for.']

    expect(overlayFaults(carolina, overlay({ rules: [total(7.9)] }))).toEqual(fault)
    expect(overlayFaults(carolina, overlay({ rules: [total(null)] }))).toEqual(fault)
  })

  test('ask for less than the state does of the same licenses', () => {
    const inTexas = (rule: Rule) =>
      overlayFaults(texas, overlay({ ruleSet: texas.id, rules: [rule] }))
    const lower = (amount: number) => [
      `“Ours” may not be lower than the ${amount} that the state asks for.`,
    ]

    expect(inTexas({ ...total(149), when: { classes: ['classroom_teacher'] } })).toEqual(lower(150))
    expect(inTexas({ ...total(160), when: { employed: true } })).toEqual(lower(200))
    expect(
      overlayFaults(
        illinois,
        overlay({
          ruleSet: illinois.id,
          rules: [{ ...total(119), when: { classes: ['teacher'] } }],
        }),
      ),
    ).toEqual(lower(120))
  })

  test('ask for less in a category of the state', () => {
    expect(overlayFaults(carolina, overlay({ rules: [minimum('literacy', 2)] }))).toEqual([
      '“Ours” may not be lower than the 3 that the state asks for.',
    ])
  })

  test('ask for something in a category that there is not', () => {
    expect(overlayFaults(carolina, overlay({ rules: [minimum('chess', 2)] }))).toEqual([
      'There is no category “chess”.',
    ])
  })

  test.each<Rule>([
    { ...KNOWN, id: 'ours', kind: 'substitute', fact: 'masters_degree', replaces: ['total'] },
    {
      ...KNOWN,
      id: 'ours',
      kind: 'alternative',
      options: [{ credit: 'ceu', amount: 1 }],
      replaces: ['total'],
    },
    { ...KNOWN, id: 'ours', kind: 'exemption' },
    { ...KNOWN, id: 'ours', kind: 'carry_over', mode: 'capped', max: 8 },
    { ...KNOWN, id: 'ours', kind: 'retention', from: 'renewal', years: 1 },
    { ...KNOWN, id: 'ours', kind: 'additional_license', mode: 'highest' },
  ])('add a rule of the kind $kind', (rule) => {
    expect(overlayFaults(carolina, overlay({ rules: [rule] }))).toEqual([
      '“Ours” cannot be added by a district: only the state can say so.',
    ])
  })

  test('take an id that is taken, by the state or by itself', () => {
    const notice: Rule = { ...KNOWN, id: 'ours', kind: 'notice', text: 'Ask the office.' }

    expect(overlayFaults(carolina, overlay({ rules: [{ ...notice, id: 'total' }] }))).toEqual([
      '“total” is already the id of a rule.',
    ])
    expect(overlayFaults(carolina, overlay({ rules: [notice, notice] }))).toEqual([
      '“ours” is already the id of a rule.',
    ])
  })

  test('take a category of the state, or count in its dimension', () => {
    const general = { code: 'general', label: 'General', dimension: 'district' }
    const beside = { code: 'beside', label: 'Beside' }

    expect(overlayFaults(carolina, overlay({ categories: [general] }))).toEqual([
      '“general” is already a category.',
    ])
    expect(overlayFaults(carolina, overlay({ categories: [beside] }))).toEqual([
      'The category “Beside” must have the dimension “district”.',
    ])
  })

  test('set a figure that is known, or that there is not', () => {
    const figures = [
      { rule: 'total', amount: 100 },
      { rule: 'nothing', amount: 1 },
    ]
    const conversions = [{ from: 'semester_hour', units: 20 }]

    expect(overlayFaults(texas, overlay({ ruleSet: texas.id, figures, conversions }))).toEqual([
      'The figure of “total” is not open, so a district cannot set it.',
      'The figure of “nothing” is not open, so a district cannot set it.',
      'The figure of “semester_hour” is not open, so a district cannot set it.',
    ])
  })

  test('add a cap that cuts across one of the state, or a minimum without a figure', () => {
    const across: Rule = {
      ...KNOWN,
      id: 'ours',
      kind: 'cap',
      activityKinds: ['presenting', 'publishing'],
      amount: 10,
      per: 'cycle',
    }
    const empty: Rule = {
      ...KNOWN,
      id: 'empty',
      kind: 'minimum',
      category: 'swd_including_dyslexia',
    }

    expect(overlayFaults(texas, overlay({ ruleSet: texas.id, rules: [across, empty] }))).toEqual([
      '“empty” needs either an amount or a percentage.',
      'The caps “developing_and_presenting” and “ours” overlap; one must hold all of the other.',
    ])
  })
})

describe('the rule set with what the district adds', () => {
  test('has all rules and categories of the state, then those of the district', () => {
    const merged = withOverlay(
      carolina,
      overlay({ categories: [TECHNOLOGY], rules: [total(9), minimum('technology', 1)] }),
    )

    expect(merged.rules.slice(0, carolina.rules.length)).toEqual(carolina.rules)
    expect(merged.rules.slice(carolina.rules.length).map(({ id }) => id)).toEqual([
      'our_total',
      'our_minimum',
    ])
    expect(merged.categories).toEqual([...carolina.categories, TECHNOLOGY])
    expect(merged.id).toBe(carolina.id)
  })

  test('has the figures that the district sets; a percentage gives way to its amount', () => {
    const figures = [
      { rule: 'swd_including_dyslexia', amount: 8 },
      { rule: 'mentoring', amount: 30 },
    ]

    const { rules } = withOverlay(texas, overlay({ ruleSet: texas.id, figures }))

    expect(rules.find(({ id }) => id === 'swd_including_dyslexia')).toMatchObject({ amount: 8 })
    const mentoring = rules.find(({ id }) => id === 'mentoring')
    expect(mentoring).toMatchObject({ amount: 30 })
    expect(mentoring).not.toHaveProperty('percent', 30)
  })

  test.each([
    ['us-tx-cpe', 'mentoring', 10, 'At most 10 CPE hours for mentoring'],
    [
      'us-tx-cpe',
      'swd_including_dyslexia',
      1,
      '1 CPE hour in Educating students with disabilities, including dyslexia',
    ],
    [
      'us-pa-act48',
      'mentoring_of_one',
      12,
      'At most 12 Act 48 hours for mentoring, for each person or event',
    ],
  ])('calls in %s what is set by its figure: %s %d', (id, rule, amount, label) => {
    const figures = [{ rule, amount }]

    const { rules } = withOverlay(shipped(id), overlay({ ruleSet: id, figures }))

    expect(rules.find((it) => it.id === rule)).toMatchObject({
      label,
      note: 'The district has set this figure.',
    })
  })

  test('has what the district says that something is worth', () => {
    const conversions = [{ from: 'lpdc_equivalent', units: 0.5 }]

    const merged = withOverlay(ohio, overlay({ ruleSet: ohio.id, conversions }))

    expect(merged.conversions.map(({ units }) => units)).toEqual([0.1, 1, 3, 2, 0.5])
  })

  test('leaves the rule set of the state as it is', () => {
    const before = JSON.stringify(texas)

    withOverlay(texas, overlay({ ruleSet: texas.id, figures: [{ rule: 'mentoring', amount: 30 }] }))

    expect(JSON.stringify(texas)).toBe(before)
  })
})
