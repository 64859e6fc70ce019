import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { ACTIVITY_KINDS } from '~/domain/activities/activity'
import { COURSE_LEVELS, CREDITS } from '~/domain/rule-sets/credits'
import { isJurisdiction } from '~/domain/rule-sets/jurisdictions'
import { ruleSetFaults } from '~/domain/rule-sets/checking'
import { jsonSchemas } from '~/domain/rule-sets/json-schemas.server'
import { type RuleSet, rulesOf } from '~/domain/rule-sets/rule-set'
import { readRuleSet, shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { describe, expect, test } from 'vitest'

const FOLDER = 'app/domain/rule-sets/shipped'
const COLUMNS = [
  ['title', 'topic', 'type', 'starts_on', 'ends_on', 'hours', 'hours_content', 'hours_pedagogy'],
  ['hours_ell', 'provider', 'provider_number', 'location', 'description', 'presenter', 'category'],
  ['credit', 'proof', 'attendance_verification', 'evidence_strength', 'approved_on', 'approved_by'],
].flat()

const ruleSets = shippedRuleSets().map((it) => [it.id, it] as const)

test('every file of the folder is registered under its own name', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))

  expect(
    shippedRuleSets()
      .map(({ id }) => `${id}.json`)
      .toSorted(),
  ).toEqual(files.toSorted())
  expect(files).toHaveLength(19)
})

test('they stand by jurisdiction and by the day they took effect', () => {
  const carolina = shippedRuleSets().filter(({ jurisdiction }) => jurisdiction === 'US-NC')

  expect(carolina.map(({ id }) => id)).toEqual(['us-nc-2019', 'us-nc-2024'])
  expect(shippedRuleSets()[0]?.id).toBe('us-ar')
})

test('what has another shape is refused with the place of the fault', () => {
  const [, ruleSet] = ruleSets[0]!

  expect(() => readRuleSet({ ...ruleSet, revision: 0 })).toThrow(/revision/)
  expect(() => readRuleSet({ ...ruleSet, surprise: true })).toThrow(/surprise/)
  expect(() => readRuleSet({ ...ruleSet, sources: [] })).toThrow(/sources/)
})

test('what has the right shape and a fault is refused with every fault', () => {
  const [, ruleSet] = ruleSets[0]!
  const twice = { ...ruleSet, rules: [...ruleSet.rules, ...ruleSet.rules] }

  expect(() => readRuleSet(twice)).toThrow(/Two rules have the id “total”/)
})

describe.each(ruleSets)('%s', (id, ruleSet) => {
  test('has no faults', () => {
    expect(ruleSetFaults(ruleSet)).toEqual([])
    expect(ruleSet.jurisdiction).toBe(`US-${id.slice(3, 5).toUpperCase()}`)
    expect(isJurisdiction(ruleSet.jurisdiction)).toBe(true)
  })

  test('says of each figure where it comes from and how sure it is', () => {
    const known = ruleSet.sources.map(({ key }) => key)

    for (const it of [ruleSet.cycle, ...ruleSet.conversions, ...ruleSet.rules]) {
      expect(known).toEqual(expect.arrayContaining(it.sources))
      expect(it.confidence).toMatch(/^(verified|secondary|unverified|derived)$/)
    }
    expect(new Set(known).size).toBe(known.length)
    expect(ruleSet.sources.filter(({ dated }) => dated === undefined)).toEqual([])
  })

  test('says of each figure that is open or not verified why', () => {
    const unsure = [...ruleSet.conversions, ...ruleSet.rules].filter(
      (it) =>
        it.confidence === 'unverified' ||
        ('amount' in it && it.amount === null) ||
        ('units' in it && it.units === null),
    )

    expect(unsure.filter((it) => !it.note && !('text' in it))).toEqual([])
  })

  test('speaks of kinds of activity, credits, levels and columns that there are', () => {
    const kinds = [...rulesOf(ruleSet.rules, 'cap'), ...rulesOf(ruleSet.rules, 'minimum_block')]
    const credits = [
      ...ruleSet.conversions.map(({ from }) => from),
      ...rulesOf(ruleSet.rules, 'accepted_credits').flatMap((it) => it.credits),
      ...rulesOf(ruleSet.rules, 'alternative').flatMap(({ options }) =>
        options.map(({ credit }) => credit),
      ),
    ]
    const levels = ruleSet.conversions.flatMap(({ level }) => level ?? [])

    expect(Object.keys(ACTIVITY_KINDS)).toEqual(
      expect.arrayContaining(kinds.flatMap(({ activityKinds = [] }) => activityKinds)),
    )
    expect(Object.keys(CREDITS)).toEqual(expect.arrayContaining(credits))
    expect(Object.keys(COURSE_LEVELS)).toEqual(expect.arrayContaining(levels))
    expect(COLUMNS).toEqual(expect.arrayContaining(ruleSet.transcript ?? []))
  })

  test('points to its schema and to the version before it', () => {
    const schema = resolve(FOLDER, ruleSet.$schema ?? '')

    expect(schema).toBe(resolve('docs/schemas/rule-set.schema.json'))
    expect(existsSync(schema)).toBe(true)
    expect(Object.keys(jsonSchemas()['rule-set.schema.json'].properties ?? {})).toEqual(
      expect.arrayContaining(Object.keys(ruleSet)),
    )
    if (ruleSet.previous) expect(ruleSets.map(([id]) => id)).toContain(ruleSet.previous)
  })
})

describe('the figures of the states', () => {
  const totalsOf = ({ rules }: RuleSet) => rulesOf(rules, 'total').map(({ amount }) => amount)
  const minimumsOf = ({ rules }: RuleSet) =>
    rulesOf(rules, 'minimum').map(({ category, amount, percent }) =>
      percent === undefined ? `${category} ${amount}` : `${category} ${percent} %`,
    )
  const conversionsOf = ({ conversions }: RuleSet) =>
    conversions
      .filter(({ from }) => from !== 'clock_hour')
      .map(({ from, level, units }) => `${level ? `${level} ` : ''}${from} ${units}`)

  test('are those of a cycle in all', () => {
    const totals = Object.fromEntries(
      ruleSets.map(([id, it]) => [id, [it.cycle.years, ...totalsOf(it)]]),
    )

    expect(totals).toEqual({
      'us-ar': [1, 36],
      'us-co-2021': [7, 90],
      'us-ct': [1, 18],
      'us-fl-professional': [5, 120],
      'us-ga-50502-36': [5, 6],
      'us-il-pel-2015': [5, 60, 100, 120],
      'us-ma-2017': [5, 150],
      'us-mi': [5, 150],
      'us-nc-2019': [5, 8],
      'us-nc-2024': [5, 8],
      'us-nj-6a9c': [1, 20],
      'us-ny-ctle-2016': [5, 100],
      'us-oh-lpdc': [5, 27, 18],
      'us-or': [5, 75, 125],
      'us-pa-act48': [5, 180],
      'us-sc': [5, 120],
      'us-tx-cpe': [5, 150, 200],
      'us-va-2018': [10, 270],
      'us-wa': [5, 100],
    })
  })

  test('are those of categories', () => {
    const minimums = Object.fromEntries(
      ruleSets
        .map(([id, it]) => [id, minimumsOf(it)] as const)
        .filter(([, minimums]) => minimums.length > 0),
    )

    expect(minimums).toMatchObject({
      'us-co-2021': [
        'sped_and_behavioral_health 10',
        'sped 1',
        'behavioral_health 1',
        'swd_laws_and_practices 10',
        'cld_ell 45',
      ],
      'us-fl-professional': [
        'swd 20',
        'evidence_based_reading_dyslexia 40',
        'educational_leadership_standards 20',
      ],
      'us-ma-2017': ['content 15', 'pedagogy 15', 'sei_esl_bilingual 15', 'swd_diverse 15'],
      'us-nc-2019': [
        'academic_subject 3',
        'literacy 3',
        'academic_subject 3',
        'professional_discipline 3',
        'executive_role 3',
        'digital_learning_competencies 2',
        'general 3',
      ],
      'us-ny-ctle-2016': ['language_acquisition_ell 15 %', 'language_acquisition_ell 50 %'],
      'us-pa-act48': ['pil_approved 180'],
      'us-sc': ['graduate_coursework 60'],
      'us-tx-cpe': ['swd_including_dyslexia null'],
      'us-wa': [
        'equity_based_school_practices 15',
        'stem_integration 15',
        'equity_based_school_practices 10 %',
        'psel_standards 10 %',
        'tribal_government_to_government 5 %',
      ],
    })
  })

  test('are those of other kinds of credit', () => {
    const conversions = Object.fromEntries(ruleSets.map(([id, it]) => [id, conversionsOf(it)]))

    expect(conversions).toMatchObject({
      'us-ar': ['semester_hour 15'],
      'us-co-2021': ['semester_hour 15', 'ceu 10'],
      'us-fl-professional': ['semester_hour 20', 'subject_area_test_passed 60'],
      'us-il-pel-2015': ['semester_hour 15', 'quarter_hour 10'],
      'us-mi': ['semester_hour 25', 'dppd_hour 1'],
      'us-ny-ctle-2016': ['semester_hour 15', 'quarter_hour 10'],
      'us-oh-lpdc': ['ceu 1', 'semester_hour 3', 'quarter_hour 2', 'lpdc_equivalent null'],
      'us-or': ['semester_hour 30', 'quarter_hour 20'],
      'us-pa-act48': [
        'semester_hour 30',
        'quarter_hour 20',
        'inservice_credit 30',
        'presenting_hour 4',
      ],
      'us-sc': ['graduate semester_hour 20'],
      'us-tx-cpe': ['semester_hour 15'],
      'us-va-2018': ['ceu 10', 'semester_hour 30', 'quarter_hour 20'],
      'us-wa': ['quarter_hour 10', 'pgp 25', 'national_board_certification 100'],
    })
  })
})
