import { describe, expect, it } from 'vitest'
import { evaluated } from '../../../support/evaluations'

const ID = 'us-or'
const CYCLE = { startsOn: '2023-01-15', endsOn: '2028-01-14' }
const THREE_YEARS = [{ kind: 'three_year' }]

describe('Oregon', () => {
  it('is met with 125 hours in five years and not with a minute less', () => {
    const file = (minutes: number) => ({ cycle: CYCLE, rows: [{ on: '2024-03-01', minutes }] })

    expect(evaluated(ID, file(125 * 60)).sentence).toBe(
      'You have all that is asked: 125 of 125 PDUs.',
    )
    expect(evaluated(ID, file(125 * 60 - 1)).short).toEqual({ total: 0.017 })
  })

  it('asks for 75 in the three years of a shorter license', () => {
    const file = (hours: number) => ({ licenses: THREE_YEARS, rows: [{ hours }] })

    expect(evaluated(ID, file(75))).toMatchObject({ met: true, required: 75 })
    expect(evaluated(ID, file(74)).short).toEqual({ three_year_total: 1 })
  })

  it('counts a semester hour as 30 and a quarter hour as 20, whatever the level', () => {
    const rows = [
      { credit: 'semester_hour', amount: 3 },
      { credit: 'quarter_hour', amount: 1.5, level: 'graduate' },
    ]

    const { counted, rows: verdicts } = evaluated(ID, { rows })

    expect(counted).toBe(120)
    expect(verdicts.map(({ units }) => units)).toEqual([90, 30])
  })

  it('counts what took place from the first day of the license to its last', () => {
    const rows = ['2023-01-14', '2023-01-15', '2028-01-14', '2028-01-15'].map((on) => ({
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

  it.each([
    [149, 24],
    [150, 25],
    [151, 25],
  ])('takes along of %d PDUs what is beyond 125, and 25 at most: %d', (hours, amount) => {
    const rows = [{ hours, on: '2023-02-01' }]

    expect(evaluated(ID, { cycle: CYCLE, rows }).carryOver).toMatchObject({ amount })
  })

  it('does not know whether CEUs count, and says whom to ask', () => {
    const { rows } = evaluated(ID, { rows: [{ credit: 'ceu', amount: 1 }] })

    expect(rows[0]).toMatchObject({
      verdict: 'not_yet',
      sentence:
        'No page that was read says whether Oregon takes CEUs: ask the state before you count on them.',
    })
  })

  it('says to keep the proof for a year after the renewal', () => {
    const cycle = { ...CYCLE, renewedOn: '2027-12-01' }

    expect(evaluated(ID, { cycle }).keepUntil).toBe('2028-12-01')
  })
})
