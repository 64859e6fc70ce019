import { describe, expect, it } from 'vitest'
import { evaluated } from '../../../support/evaluations'

const ID = 'us-ga-50502-36'
const CYCLE = { startsOn: '2022-07-01', endsOn: '2027-06-30' }
const ceus = (amount: number, more = {}) => ({ credit: 'ceu', amount, ...more })
const notEmployed = (rows: object[]) => ({ cycle: CYCLE, educator: { employed: false }, rows })

describe('Georgia', () => {
  it('asks those who are employed for verified goals, and for no hours', () => {
    const { met, required, sentence } = evaluated(ID, {
      cycle: CYCLE,
      educator: { employed: true, attestations: [] },
    })

    expect({ met, required }).toEqual({ met: false, required: 0 })
    expect(sentence).toBe(
      'You are on course: 7 months left; “Professional learning goals or plan, verified” is missing.',
    )
  })

  it('takes goals that were verified on the last day of the cycle, not those of the day before it', () => {
    const verified = (on: string) =>
      evaluated(ID, {
        cycle: CYCLE,
        educator: { attestations: [{ code: 'plg_plp', on }] },
      }).met

    expect(verified('2027-06-30')).toBe(true)
    expect(verified('2022-06-30')).toBe(false)
  })

  it('does not say that all is there where nobody said anything about the goals', () => {
    expect(evaluated(ID, { cycle: CYCLE }).sentence).toBe(
      'You have all that could be checked. Not stated: “Professional learning goals or plan, verified”.',
    )
  })

  it('counts no hours', () => {
    const { rows } = evaluated(ID, { rows: [{ hours: 10 }] })

    expect(rows[0]).toMatchObject({ verdict: 'does_not_count', rule: 'no_hours' })
    expect(rows[0]?.sentence).toBe(
      'Georgia counts no hours, only semester hours and CEUs of those not employed by a local unit of administration.',
    )
  })

  it('asks those who are not employed for 6 semester hours', () => {
    const semesterHours = (amount: number) => [{ credit: 'semester_hour', amount }]

    expect(evaluated(ID, notEmployed(semesterHours(6))).met).toBe(true)
    expect(evaluated(ID, notEmployed(semesterHours(5.9))).short).toEqual({ total: 0.1 })
  })

  it('takes 10 CEUs instead, and says of fewer how many are there', () => {
    const enough = evaluated(ID, notEmployed([ceus(4), ceus(6)]))
    const short = evaluated(ID, notEmployed([ceus(4), ceus(5.9)]))

    expect(enough.met).toBe(true)
    expect(enough.requirements[0]).toMatchObject({ rule: 'total', metBy: 'ceus_instead' })
    expect(enough.rows[0]?.sentence).toBe('Counts toward the 10 CEUs that stand for what is asked.')
    expect(enough.sentence).toBe(
      'You have all that is asked: “10 CEUs instead of the 6 semester hours”.',
    )
    expect(short.met).toBe(false)
    expect(short.rows[0]).toMatchObject({
      verdict: 'not_yet',
      sentence: '9.9 of 10 CEUs. They stand for what is asked once all of them are there.',
    })
  })

  it('does not add CEUs to semester hours', () => {
    const rows = [ceus(5), { credit: 'semester_hour', amount: 3 }]

    expect(evaluated(ID, notEmployed(rows)).short).toEqual({ total: 3 })
  })

  it('takes no CEUs from before the cycle', () => {
    const rows = [ceus(10, { on: '2022-06-30' })]

    const { met, rows: verdicts } = evaluated(ID, notEmployed(rows))

    expect(met).toBe(false)
    expect(verdicts[0]?.reason).toBe('before_cycle')
  })

  it('takes what was verified in an extension, and not after it', () => {
    const verified = (on: string) =>
      evaluated(ID, {
        cycle: { startsOn: '2021-07-01', endsOn: '2026-06-30', earnUntil: '2027-06-30' },
        educator: { attestations: [{ code: 'plg_plp', on }] },
      }).met

    expect(['2026-06-30', '2026-09-01', '2027-06-30', '2027-07-01'].map(verified)).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
})
