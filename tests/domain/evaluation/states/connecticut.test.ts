import { describe, expect, it } from 'vitest'
import { evaluated } from '../../../support/evaluations'

const ID = 'us-ct'
const CYCLE = { startsOn: '2026-07-01', endsOn: '2027-06-30' }

describe('Connecticut', () => {
  it('measures against the 18 hours that the district has to offer', () => {
    const enough = evaluated(ID, { rows: [{ hours: 18 }] })
    const short = evaluated(ID, { rows: [{ minutes: 18 * 60 - 1 }] })

    expect(enough.sentence).toBe('You have all that is asked: 18 of 18 hours.')
    expect(short.short).toEqual({ total: 0.017 })
  })

  it('counts what took place in the school year alone', () => {
    const rows = ['2026-06-30', '2026-07-01', '2027-06-30', '2027-07-01'].map((on) => ({
      hours: 1,
      on,
    }))

    const { rows: verdicts } = evaluated(ID, { cycle: CYCLE, rows })

    expect(verdicts.map(({ reason }) => reason)).toEqual([
      'before_cycle',
      'counts',
      'counts',
      'after_cycle',
    ])
  })

  it('names no provider, no proof and no plan', () => {
    const rows = [{ hours: 18, provider: { kind: 'vendor' }, proofs: [] }]

    expect(evaluated(ID, { rows, plan: { approvedOn: null } })).toMatchObject({
      counted: 18,
      unchecked: [],
    })
  })

  it('has no conversion for college credit', () => {
    const { rows } = evaluated(ID, {
      rows: [{ credit: 'semester_hour', level: 'graduate', amount: 3 }],
    })

    expect(rows[0]?.sentence).toBe('This license is not renewed with semester hours.')
  })

  it('counts a course that lasted into the year on its last day', () => {
    const rows = [{ hours: 6, startsOn: '2026-06-29', endsOn: '2026-07-01' }]

    expect(evaluated(ID, { cycle: CYCLE, rows }).rows[0]?.sentence).toBe('Counts 6 hours.')
  })

  it('says how much time of the year is left', () => {
    const { sentence } = evaluated(ID, { cycle: CYCLE, rows: [{ hours: 12.5 }] })

    expect(sentence).toBe('You are on course: 12.5 of 18 hours, 7 months left.')
  })
})
