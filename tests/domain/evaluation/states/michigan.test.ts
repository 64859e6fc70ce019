import { describe, expect, it } from 'vitest'
import { evaluated } from '../../../support/evaluations'

const ID = 'us-mi'
const CYCLE = { startsOn: '2022-07-01', endsOn: '2027-06-30' }

describe('Michigan', () => {
  it('asks for 150 SCECHs: a minute less is short', () => {
    expect(evaluated(ID, { rows: [{ hours: 150 }] }).sentence).toBe(
      'You have all that is asked: 150 of 150 SCECHs.',
    )
    expect(evaluated(ID, { rows: [{ minutes: 8999 }] }).short).toEqual({ total: 0.017 })
  })

  it('takes 6 semester hours, or some of them with hours of the district', () => {
    const college = { credit: 'semester_hour', amount: 6 }
    const mix = [
      { credit: 'semester_hour', amount: 4 },
      { credit: 'dppd_hour', hours: 30 },
      { hours: 20 },
    ]

    const { counted, rows } = evaluated(ID, { rows: mix })

    expect(evaluated(ID, { rows: [college] }).met).toBe(true)
    expect(counted).toBe(150)
    expect(rows[1]?.sentence).toBe('Counts 30 SCECHs.')
  })

  it('takes a master’s degree in education instead', () => {
    const { met, sentence, requirements } = evaluated(ID, {
      educator: { facts: ['masters_degree'] },
      rows: [{ hours: 10 }],
    })

    expect(met).toBe(true)
    expect(requirements[0]).toMatchObject({ have: 10, need: 150, metBy: 'masters_degree' })
    expect(sentence).toBe(
      'You have all that is asked: “A master’s degree in education instead, once”.',
    )
  })

  it('does not know whether CEUs count, and says whom to ask', () => {
    const { counted, rows } = evaluated(ID, { rows: [{ credit: 'ceu', amount: 1 }] })

    expect(counted).toBe(0)
    expect(rows[0]).toMatchObject({
      verdict: 'not_yet',
      reason: 'no_conversion',
      sentence:
        'No page that was read says whether Michigan takes CEUs: ask the state before you count on them.',
    })
  })

  it('says who is behind, and who still has time', () => {
    const at = (asOf: string) => evaluated(ID, { cycle: CYCLE, asOf }).sentence

    expect(at('2022-08-01')).toBe('You are on course: 0 of 150 SCECHs, 58 months left.')
    expect(at('2026-07-01')).toBe('You are behind: 0 of 150 SCECHs, 11 months left.')
    expect(at('2027-06-29')).toBe('You are behind: 0 of 150 SCECHs, 1 day left.')
    expect(at('2027-06-30')).toBe('You are behind: 0 of 150 SCECHs, today is the last day.')
    expect(at('2027-07-01')).toBe('The cycle has ended and something is missing: 0 of 150 SCECHs.')
  })

  it('does not say whether SCECHs are carried over, since no page does', () => {
    expect(evaluated(ID, { rows: [{ hours: 200 }] }).carryOver?.amount).toBeNull()
  })
})
