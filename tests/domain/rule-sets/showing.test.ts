import { describe, expect, it } from 'vitest'
import { ACTIVITY_KINDS } from '~/domain/activities/activity'
import { conditionWords } from '~/domain/rule-sets/condition-words'
import { ruleWords } from '~/domain/rule-sets/rule-words'
import { addressParts, effectiveWords, isStale, shownRuleSet } from '~/domain/rule-sets/showing'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { ruleSetNamed } from '../../support/evaluations'

const TODAY = '2026-11-22'

/** What a rule of a shipped rule set says, and when it applies. */
function wordsOf(id: string, rule: string) {
  const ruleSet = ruleSetNamed(id)
  const found = ruleSet.rules.find((it) => it.id === rule)!
  return [ruleWords(found, ruleSet, ACTIVITY_KINDS), conditionWords(found.when, ruleSet)]
}

describe('a rule in words', () => {
  it.each([
    ['us-ma-2017', 'pedagogy', 'At least 15 PDPs in “Pedagogy”'],
    ['us-ct', 'total', '18 hours each year, offered by the district; nobody is asked to earn them'],
    ['us-nj-6a9c', 'total', '20 hours each year, less for part of a position or time on leave'],
    [
      'us-ma-2017',
      'ten_on_a_topic',
      'A topic counts from 10 PDPs on; several short ones are added together',
    ],
    ['us-tx-cpe', 'independent_study', 'At most 20 % of the total in a cycle; for self-study'],
    [
      'us-tx-cpe',
      'swd_including_dyslexia',
      'Something in “Educating students with disabilities, including dyslexia”; no source states how much',
    ],
    [
      'us-mi',
      'masters_degree',
      '“Has earned a master’s degree in education in this cycle” stands for “150 SCECHs in five years”, in one cycle only',
    ],
    [
      'us-ma-2017',
      'additional_license',
      '30 PDPs more for each, 15 PDPs in its own “Content of the license”',
    ],
    ['us-ar', 'suicide_prevention', 'Due in 2019–20 and every 4 years after'],
    [
      'us-pa-act48',
      'carry_over',
      'Up to 50 Act 48 hours beyond the total, earned in the last 24 months',
    ],
    [
      'us-il-pel-2015',
      'carry_over',
      'What is beyond the total, earned from 1 April to 30 June of the last year',
    ],
    ['us-tx-cpe', 'retention', 'No source says for how long'],
    [
      'us-nj-6a9c',
      'plan',
      'Approved by the supervisor, in consultation with the teacher; due on 31 October',
    ],
    ['us-wa', 'provider', 'Asked for clock hours alone'],
    ['us-sc', 'technology_proficiency', 'Once in each cycle, confirmed by the district'],
  ])('%s, %s: %s', (id, rule, words) => {
    expect(wordsOf(id, rule)[0]).toBe(words)
  })

  it.each([
    ['us-ma-2017', 'total', null],
    ['us-wa', 'equity', 'for Teacher; when the license is renewed on 1 July 2023 or later'],
    ['us-sc', 'graduate_coursework', 'except where this holds: “Has a master’s degree”'],
    [
      'us-ny-ctle-2016',
      'language_acquisition_esol',
      'with the endorsement English to speakers of other languages (ESOL) or Bilingual extension',
    ],
    [
      'us-oh-lpdc',
      'total_after_september',
      'for those not employed by a school of the state; when the license is renewed after 1 September of its last year',
    ],
    ['us-oh-lpdc', 'plan_first', 'except for those not employed by a school of the state'],
    ['us-ma-2017', 'initial_and_provisional', 'for a license of the kind Initial or Provisional'],
  ])('%s, %s applies: %s', (id, rule, words) => {
    expect(wordsOf(id, rule)[1]).toBe(words)
  })
})

describe('a rule set in words', () => {
  it('has every rule under one heading, and nothing that is a code', () => {
    for (const ruleSet of shippedRuleSets()) {
      const { groups } = shownRuleSet(ruleSet, TODAY, ACTIVITY_KINDS)
      const rules = groups.flatMap((group) => group.rules)

      expect(rules.map(({ id }) => id).toSorted()).toEqual(
        ruleSet.rules.map(({ id }) => id).toSorted(),
      )
      for (const { words, condition } of rules) {
        expect(`${words} ${condition}`).not.toMatch(/[a-z]_[a-z]|undefined|NaN/)
      }
    }
  })

  it('marks the figures that a district can set', () => {
    const { groups, conversions } = shownRuleSet(ruleSetNamed('us-tx-cpe'), TODAY, ACTIVITY_KINDS)
    const open = groups.flatMap(({ rules }) => rules.filter(({ isOpen }) => isOpen))

    expect(open.map(({ id }) => id)).toEqual(['swd_including_dyslexia', 'mentoring'])
    expect(conversions.filter(({ isOpen }) => isOpen)).toEqual([])
    expect(shownRuleSet(ruleSetNamed('us-sc'), TODAY, ACTIVITY_KINDS).conversions[1]).toMatchObject(
      {
        from: '1 clock hour',
        worth: null,
        isOpen: true,
      },
    )
  })

  it('says for which licenses it holds', () => {
    expect(effectiveWords(ruleSetNamed('us-nc-2019'))).toBe(
      'Licenses that expire from 30 June 2019 to 29 June 2024',
    )
    expect(effectiveWords(ruleSetNamed('us-nc-2024'))).toBe(
      'Licenses that expire from 30 June 2024 on',
    )
    expect(effectiveWords(ruleSetNamed('us-ct'))).toBe('Every license')
  })

  it('says when a cycle begins, ends, and until when credit is earned', () => {
    const wordsOfCycle = (id: string) =>
      shownRuleSet(ruleSetNamed(id), TODAY, ACTIVITY_KINDS).cycle.words

    expect(wordsOfCycle('us-nj-6a9c')).toBe('1 year; it begins on 1 July and ends on 30 June')
    expect(wordsOfCycle('us-ny-ctle-2016')).toBe('5 years; it begins with the month of birth')
    expect(wordsOfCycle('us-oh-lpdc')).toBe(
      '5 years; it begins with the license. Credit may be earned until 1 September of the last year',
    )
  })
})

describe('data that is old', () => {
  it('is old from the day after twelve months', () => {
    expect(isStale('2025-11-22', '2026-11-21')).toBe(false)
    expect(isStale('2025-11-22', '2026-11-22')).toBe(false)
    expect(isStale('2025-11-22', '2026-11-23')).toBe(true)
  })

  it('is old on 1 March where it was checked on 29 February', () => {
    expect(isStale('2024-02-29', '2025-02-28')).toBe(false)
    expect(isStale('2024-02-29', '2025-03-01')).toBe(true)
  })
})

describe('an address', () => {
  it('is a link where it can be opened, with the words around it', () => {
    expect(addressParts('https://a.example/x ; https://b.example (a copy)')).toEqual([
      { text: 'https://a.example/x', href: 'https://a.example/x' },
      { text: ' ; ' },
      { text: 'https://b.example', href: 'https://b.example' },
      { text: ' (a copy)' },
    ])
  })

  it('is words alone where it cannot', () => {
    expect(addressParts('603 CMR 44.05 (casetext.com)')).toEqual([
      { text: '603 CMR 44.05 (casetext.com)' },
    ])
  })
})
