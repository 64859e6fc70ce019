import { type KeyDays, selectRuleSet } from '~/domain/rule-sets/selecting'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { describe, expect, test } from 'vitest'

const selected = (jurisdiction: string, days: KeyDays) =>
  selectRuleSet(shippedRuleSets(), jurisdiction, days)?.id

describe('where the day of expiry decides', () => {
  test.each([
    ['2019-06-29', undefined],
    ['2019-06-30', 'us-nc-2019'],
    ['2024-06-29', 'us-nc-2019'],
    ['2024-06-30', 'us-nc-2024'],
    ['2029-06-30', 'us-nc-2024'],
  ])('a license of North Carolina that expires on %s has %s', (expiresOn, id) => {
    expect(selected('US-NC', { expiresOn })).toBe(id)
  })

  test('the day of a renewal changes nothing', () => {
    expect(selected('US-NC', { expiresOn: '2024-06-29', renewedOn: '2024-07-15' })).toBe(
      'us-nc-2019',
    )
  })

  test('without bounds it holds for every license', () => {
    expect(selected('US-IL', { expiresOn: '1999-06-30' })).toBe('us-il-pel-2015')
    expect(selected('US-IL', { expiresOn: '2099-06-30' })).toBe('us-il-pel-2015')
  })
})

describe('where the day of renewal decides', () => {
  test.each([
    ['US-MA', '2017-07-27', undefined],
    ['US-MA', '2017-07-28', 'us-ma-2017'],
    ['US-TX', '2023-08-31', undefined],
    ['US-TX', '2023-09-01', 'us-tx-cpe'],
    ['US-GA', '2017-06-30', undefined],
    ['US-GA', '2017-07-01', 'us-ga-50502-36'],
  ])('a license of %s renewed on %s has %s', (jurisdiction, renewedOn, id) => {
    expect(selected(jurisdiction, { renewedOn, expiresOn: '2020-01-01' })).toBe(id)
  })

  test('one that is not renewed yet is taken to be renewed when it expires', () => {
    expect(selected('US-TX', { expiresOn: '2023-08-31' })).toBeUndefined()
    expect(selected('US-TX', { expiresOn: '2023-09-01' })).toBe('us-tx-cpe')
  })
})

describe('where the start of the cycle decides', () => {
  test.each([
    ['US-CO', '2021-06-30', undefined],
    ['US-CO', '2021-07-01', 'us-co-2021'],
    ['US-NY', '2016-06-30', undefined],
    ['US-NY', '2016-07-01', 'us-ny-ctle-2016'],
    ['US-VA', '2018-06-30', undefined],
    ['US-VA', '2018-07-01', 'us-va-2018'],
  ])('a license of %s whose cycle starts on %s has %s', (jurisdiction, cycleStartsOn, id) => {
    expect(selected(jurisdiction, { cycleStartsOn, expiresOn: '2026-06-30' })).toBe(id)
  })
})

test('with a day that is not known, the version in force is taken', () => {
  expect(selected('US-NC', {})).toBe('us-nc-2024')
  expect(selected('US-MA', {})).toBe('us-ma-2017')
})

test('a state without a rule set has none', () => {
  expect(selected('US-HI', { expiresOn: '2026-06-30' })).toBeUndefined()
})

test('of several that hold, the one for the kind of license comes first, then the newest', () => {
  const [older, newer] = shippedRuleSets()
    .filter(({ jurisdiction }) => jurisdiction === 'US-NC')
    .map((it) => ({ ...it, effective: { ...it.effective, to: null } }))
  const forLifetime = { ...older!, licenseKinds: [{ code: 'special', label: 'Special' }] }
  const both = [newer!, forLifetime]

  expect(selectRuleSet(both, 'US-NC', { licenseKind: 'special' })?.id).toBe('us-nc-2019')
  expect(selectRuleSet(both, 'US-NC', { licenseKind: 'unheard_of' })?.id).toBe('us-nc-2024')
})

test('of two revisions of a version, the later holds', () => {
  const [ruleSet] = shippedRuleSets().filter(({ id }) => id === 'us-ma-2017')
  const corrected = { ...ruleSet!, revision: 2 }

  expect(selectRuleSet([ruleSet!, corrected], 'US-MA', {})?.revision).toBe(2)
  expect(selectRuleSet([corrected, ruleSet!], 'US-MA', {})?.revision).toBe(2)
})
