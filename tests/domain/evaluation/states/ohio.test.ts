import { describe, expect, it } from 'vitest'
import { evaluated } from '../../../support/evaluations'

const ID = 'us-oh-lpdc'
const CYCLE = { startsOn: '2021-07-01', endsOn: '2026-06-30' }
const PLAN = { approvedOn: '2021-09-15' }

describe('Ohio', () => {
  it('asks for 18 CEUs: 180 hours, 6 semester hours, 9 quarter hours or some of each', () => {
    const mixes = [
      [{ hours: 180 }],
      [{ credit: 'semester_hour', amount: 6 }],
      [{ credit: 'quarter_hour', amount: 9 }],
      [{ hours: 30 }, { credit: 'semester_hour', amount: 3 }, { credit: 'ceu', amount: 6 }],
    ]

    expect(mixes.map((rows) => evaluated(ID, { rows }).met)).toEqual([true, true, true, true])
    expect(evaluated(ID, { rows: [{ minutes: 180 * 60 - 1 }] }).met).toBe(false)
  })

  it('is exact where an hour is a tenth of a CEU', () => {
    const rows = [1, 2, 3].map(() => ({ minutes: 200 }))

    const { counted, rows: verdicts } = evaluated(ID, { rows })

    expect(counted).toBe(1)
    expect(verdicts[0]?.sentence).toBe('Counts 0.333 CEUs.')
  })

  it('counts what began on the day the plan was approved, not what began the day before', () => {
    const rows = ['2021-09-14', '2021-09-15'].map((startsOn) => ({
      hours: 10,
      startsOn,
      endsOn: '2021-10-01',
    }))

    const { counted, rows: verdicts } = evaluated(ID, { cycle: CYCLE, plan: PLAN, rows })

    expect(counted).toBe(1)
    expect(verdicts[0]?.sentence).toBe(
      'It began on 14 September 2021, before the plan was approved on 15 September 2021.',
    )
  })

  it('counts nothing yet while nobody has said when the plan was approved', () => {
    const file = {
      cycle: CYCLE,
      plan: { approvedOn: null },
      rows: [
        { hours: 10, on: '2022-01-01' },
        { hours: 10, on: '2022-02-01', status: 'waiting' },
        { hours: 10, on: '2020-01-01' },
      ],
    }

    const { counted, pending, rows } = evaluated(ID, file)
    const known = evaluated(ID, { ...file, plan: PLAN })

    expect({ counted, pending }).toEqual({ counted: 0, pending: 2 })
    expect(rows.map(({ reason }) => reason)).toEqual([
      'before_cycle',
      'plan_not_approved',
      'waiting_for_approval',
    ])
    expect(rows[1]).toMatchObject({
      verdict: 'not_yet',
      rule: 'plan_first',
      sentence: 'Say when the plan was approved: what began on that day or later counts.',
    })
    expect(known.counted).toBe(1)
  })

  it('takes credit until 1 September of the year in which the license expires', () => {
    const rows = ['2026-09-01', '2026-09-02'].map((on) => ({ hours: 10, on }))

    const { counted, rows: verdicts } = evaluated(ID, { cycle: CYCLE, rows })

    expect(counted).toBe(1)
    expect(verdicts[1]?.sentence).toBe(
      'It was earned on 2 September 2026; this cycle ended on 1 September 2026.',
    )
  })

  it('takes only semester hours of those who are not employed, without a plan', () => {
    const file = {
      educator: { employed: false },
      plan: { approvedOn: null },
      rows: [
        { credit: 'semester_hour', amount: 6 },
        { credit: 'ceu', amount: 3 },
      ],
    }

    const { met, counted, rows } = evaluated(ID, file)

    expect({ met, counted }).toEqual({ met: true, counted: 18 })
    expect(rows[1]?.sentence).toBe('Only semester hours for those not employed in an Ohio school.')
  })

  it('asks those who are not employed for 9 semester hours after 1 September', () => {
    const renewed = (renewedOn: string, employed: boolean) =>
      evaluated(ID, { cycle: { ...CYCLE, renewedOn }, educator: { employed } }).required

    expect(renewed('2026-09-01', false)).toBe(18)
    expect(renewed('2026-09-02', false)).toBe(27)
    expect(renewed('2026-09-02', true)).toBe(18)
  })

  it('asks for them as soon as 1 September is over, and takes what is earned until the renewal', () => {
    const file = (asOf: string, renewedOn?: string) => ({
      cycle: { ...CYCLE, renewedOn },
      educator: { employed: false },
      rows: [
        { credit: 'semester_hour', amount: 6, on: '2025-05-01' },
        { credit: 'semester_hour', amount: 3, on: '2026-10-20' },
      ],
      asOf,
    })

    const inTime = evaluated(ID, file('2026-09-01'))
    const late = evaluated(ID, file('2026-10-01'))
    const made = evaluated(ID, file('2026-11-22'))
    const renewed = evaluated(ID, file('2027-01-10', '2026-10-20'))
    const tooEarly = evaluated(ID, file('2027-01-10', '2026-10-19'))

    expect(inTime.sentence).toBe('You have all that is asked: 18 of 18 CEUs.')
    expect(late.sentence).toBe('The cycle has ended and something is missing: 18 of 27 CEUs.')
    expect(made.sentence).toBe('You have all that is asked: 27 of 27 CEUs.')
    expect(renewed.met).toBe(true)
    expect(tooEarly).toMatchObject({ met: false, counted: 18, required: 27 })
    expect(tooEarly.rows[1]?.sentence).toBe(
      'It was earned on 20 October 2026; this cycle ended on 19 October 2026.',
    )
  })

  it('takes nothing after 1 September from those who are employed', () => {
    const { required, rows } = evaluated(ID, {
      cycle: CYCLE,
      rows: [{ credit: 'semester_hour', amount: 3, on: '2026-10-20' }],
    })

    expect(required).toBe(18)
    expect(rows[0]?.reason).toBe('after_cycle')
  })

  it('cannot say what an equivalent activity is worth', () => {
    const { counted, rows } = evaluated(ID, { rows: [{ credit: 'lpdc_equivalent', amount: 1 }] })

    expect(counted).toBe(0)
    expect(rows[0]).toMatchObject({
      reason: 'conversion_not_known',
      sentence: 'No source says how many CEUs 1 equivalent activity is worth.',
    })
  })
})
