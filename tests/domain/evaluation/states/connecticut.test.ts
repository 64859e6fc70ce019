import { describe, expect, it } from 'vitest'
import { evaluated } from '../../../support/evaluations'

const ID = 'us-ct'
const CYCLE = { startsOn: '2026-07-01', endsOn: '2027-06-30' }
const LATE = '2027-05-01'

describe('Connecticut', () => {
  it.each([0, 17.5, 18])(
    'measures %d hours against the 18 that the district has to offer',
    (hours) => {
      const rows = hours > 0 ? [{ hours }] : []

      const { met, short, state, sentence } = evaluated(ID, { cycle: CYCLE, rows, asOf: LATE })

      expect({ met, short, state }).toEqual({ met: true, short: {}, state: 'met' })
      expect(sentence).toBe(
        `Nothing is asked: the record has ${hours} of the 18 hours that the district has to offer.`,
      )
    },
  )

  it('is behind on what a district asks for itself', () => {
    const total = { id: 'ours', kind: 'total', label: '20 hours by board policy', amount: 20 }
    const overlay = {
      id: 'policy',
      revision: 1,
      name: 'Policy',
      ruleSet: ID,
      rules: [{ ...total, confidence: 'verified', sources: ['Board policy'] }],
    }

    const file = (hours: number) => ({ overlay, cycle: CYCLE, rows: [{ hours }], asOf: LATE })

    expect(evaluated(ID, file(19))).toMatchObject({ met: false, metByState: true })
    expect(evaluated(ID, file(5)).sentence).toBe(
      'You are behind: 5 of the 18 hours that the district has to offer, 60 days left; “20 hours by board policy” is 15 short.',
    )
    expect(evaluated(ID, file(20)).sentence).toBe(
      'You have all that is asked: 20 of the 18 hours that the district has to offer.',
    )
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

  it('does not know whether college credit counts', () => {
    const { rows } = evaluated(ID, {
      rows: [{ credit: 'semester_hour', level: 'graduate', amount: 3 }],
    })

    expect(rows[0]).toMatchObject({
      verdict: 'not_yet',
      sentence:
        'No page that was read says whether Connecticut takes semester hours: ask the state before you count on them.',
    })
  })

  it('counts a course that lasted into the year on its last day', () => {
    const rows = [{ hours: 6, startsOn: '2026-06-29', endsOn: '2026-07-01' }]

    expect(evaluated(ID, { cycle: CYCLE, rows }).rows[0]?.sentence).toBe('Counts 6 hours.')
  })
})
