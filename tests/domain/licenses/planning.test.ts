import { describe, expect, it } from 'vitest'
import { planCycle, planNextCycle, whyNoCycle } from '~/domain/licenses/planning'
import type { RuleSet } from '~/domain/rule-sets/rule-set'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'

const on = '2026-11-20'
const shipped = shippedRuleSets()
const massachusetts = shipped.find(({ id }) => id === 'us-ma-2017')!

/** Two versions of the rules of a state that is none: the later one has cycles of three years. */
function versions(keyedOn: RuleSet['effective']['keyedOn'], from: string): RuleSet[] {
  const state = { ...massachusetts, jurisdiction: 'US-XX' }
  const until = `${Number(from.slice(0, 4)) - 1}-12-31`
  return [
    { ...state, id: 'us-xx-old', effective: { keyedOn, from: null, to: until } },
    {
      ...state,
      id: 'us-xx-new',
      effective: { keyedOn, from, to: null },
      cycle: { ...state.cycle, years: 3 },
    },
  ]
}

const license = { jurisdiction: 'US-XX', kind: 'professional' }

describe('the rules of a cycle', () => {
  it.each([
    ['2029-12-31', 'us-xx-old', '2025-01-01'],
    ['2030-01-01', 'us-xx-new', '2027-01-02'],
  ])('are chosen by the day of expiry: %s', (expiresOn, id, startsOn) => {
    const plan = planCycle(versions('expiry', '2030-01-01'), { ...license, expiresOn, on })

    expect(plan).toMatchObject({ ruleSet: { id }, days: { startsOn, endsOn: expiresOn } })
  })

  it.each([
    ['2024-12-31', 'us-xx-old', '2029-12-30'],
    ['2025-01-01', 'us-xx-new', '2027-12-31'],
  ])('are chosen by the day it begins: %s', (issuedOn, id, endsOn) => {
    const plan = planCycle(versions('cycle_start', '2025-01-01'), { ...license, issuedOn, on })

    expect(plan).toMatchObject({ ruleSet: { id }, days: { startsOn: issuedOn, endsOn } })
  })

  it('are not there for a license that expired before the first version', () => {
    const days = { expiresOn: '2023-06-30', on }
    const carolina = { jurisdiction: 'US-NC', kind: 'continuing_professional' }
    const ofOneVersion = shipped.filter(({ id }) => id === 'us-nc-2024')

    expect(planCycle(ofOneVersion, { ...carolina, ...days })).toBeNull()
  })

  it('are not there for a state without rules', () => {
    const nevada = { jurisdiction: 'US-NV', kind: 'any', expiresOn: '2029-06-30', on }

    expect(planCycle(shipped, nevada)).toBeNull()
  })

  it.each(['US-PA', 'US-MI'])('end in %s on the last 30 June within five years', (jurisdiction) => {
    const issued = { jurisdiction, kind: 'professional', issuedOn: '2024-09-15', on }

    expect(planCycle(shipped, issued)?.days).toMatchObject({
      startsOn: '2024-09-15',
      endsOn: '2029-06-30',
    })
  })

  it('need the days they are counted from', () => {
    expect(planCycle(shipped, { jurisdiction: 'US-MA', kind: 'professional', on })).toBeNull()
  })
})

describe('a license without a cycle', () => {
  const colorado = { jurisdiction: 'US-CO', kind: 'professional', expiresOn: '2027-06-30', on }
  const known = 'Cairn has rules of Colorado only for cycles that begin from 1 July 2021 on'

  it('says which rules there are, and asks for the day of issue where it may have begun later', () => {
    expect(planCycle(shipped, colorado)).toBeNull()
    expect(whyNoCycle(shipped, colorado)).toBe(
      `${known}, and by its day of expiry this one began on 1 July 2020: if it began later, enter that as its day of issue; otherwise check with your state.`,
    )
  })

  it('has one once its day of issue says that it began under the rules', () => {
    const issued = { ...colorado, issuedOn: '2022-07-01' }

    expect(whyNoCycle(shipped, issued)).toBeNull()
    expect(planCycle(shipped, issued)).toMatchObject({
      ruleSet: { id: 'us-co-2021' },
      days: { startsOn: '2022-07-01', endsOn: '2027-06-30' },
    })
  })

  it('does not ask again for a day that it has', () => {
    expect(whyNoCycle(shipped, { ...colorado, issuedOn: '2020-07-02' })).toBe(
      `${known}, and this one began on 2 July 2020: check with your state.`,
    )
  })

  it.each([
    [{ jurisdiction: 'US-MA' }, 'Add the day on which it expires or was issued.'],
    [{ jurisdiction: 'US-MA', issuedOn: '2010-01-01' }, 'Add the day on which it expires.'],
    [
      { jurisdiction: 'US-NC', expiresOn: '2018-06-30' },
      'Cairn has rules of North Carolina only for licenses that expire from 30 June 2019 to 29 June 2024, and for licenses that expire from 30 June 2024 on: check with your state.',
    ],
    [{ jurisdiction: 'US-NV', expiresOn: '2029-06-30' }, null],
  ])('says of %j what is missing', (days, why) => {
    expect(whyNoCycle(shipped, { kind: 'any', on, ...days })).toBe(why)
  })
})

describe('the rules of the next cycle', () => {
  const last = { lastEndsOn: '2029-06-30', renewedOn: '2029-05-02' }

  it('are those that hold when it ends', () => {
    const next = planNextCycle(versions('expiry', '2030-01-01'), license, last)

    expect(next).toMatchObject({
      ruleSet: { id: 'us-xx-new' },
      days: { startsOn: '2029-07-01', endsOn: '2032-06-30' },
    })
  })

  it('are those that hold when it begins', () => {
    const next = planNextCycle(versions('cycle_start', '2030-01-01'), license, {
      ...last,
      expiresOn: '2033-06-30',
    })

    expect(next).toMatchObject({
      ruleSet: { id: 'us-xx-old' },
      days: { startsOn: '2029-07-01', endsOn: '2033-06-30' },
    })
  })
})
