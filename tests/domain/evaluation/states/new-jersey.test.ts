import { describe, expect, it } from 'vitest'
import { evaluated } from '../../../support/evaluations'

const ID = 'us-nj-6a9c'
const CYCLE = { startsOn: '2026-07-01', endsOn: '2027-06-30' }
const PDP = { attestations: [{ code: 'pdp', on: '2026-10-31' }] }

describe('New Jersey', () => {
  it('asks for 20 hours and a plan: a minute less is short', () => {
    const file = (minutes: number) => ({ cycle: CYCLE, educator: PDP, rows: [{ minutes }] })

    expect(evaluated(ID, file(1200)).sentence).toBe('You have all that is asked: 20 of 20 hours.')
    expect(evaluated(ID, file(1199)).short).toEqual({ total: 0.017 })
  })

  it.each([
    [{ fte: 0.6 }, 12],
    [{ leave: 0.25 }, 15],
    [{ fte: 0.5, leave: 0.5 }, 5],
    [{ fte: 0.333 }, 6.66],
    [{ fte: 0.333, leave: 0.25 }, 4.995],
    [{ leave: 1 }, 0],
  ])('asks of %j for %s hours', (educator, required) => {
    expect(evaluated(ID, { educator }).required).toBe(required)
  })

  it('asks nothing but the plan of who was on leave all year', () => {
    const file = { cycle: CYCLE, educator: { leave: 1, ...PDP } }

    expect(evaluated(ID, file)).toMatchObject({ met: true, required: 0 })
  })

  it('asks for the plan of this year; that of last year is not enough', () => {
    const file = {
      cycle: CYCLE,
      educator: { attestations: [{ code: 'pdp', on: '2026-06-30' }] },
      rows: [{ hours: 20 }],
    }

    const { met, sentence } = evaluated(ID, file)

    expect(met).toBe(false)
    expect(sentence).toBe(
      'You are on course: 20 of 20 hours, 7 months left; “A professional development plan (PDP) each year” is missing.',
    )
  })

  it('leaves the plan open where nothing is said about it', () => {
    const { met, sentence } = evaluated(ID, { cycle: CYCLE, rows: [{ hours: 20 }] })

    expect(met).toBe(true)
    expect(sentence).toBe(
      'You have all that could be checked: 20 of 20 hours. Not stated: “A professional development plan (PDP) each year”.',
    )
  })

  it('carries nothing over into the next year', () => {
    const { carryOver } = evaluated(ID, { cycle: CYCLE, rows: [{ hours: 40, on: '2027-06-30' }] })

    expect(carryOver?.amount).toBe(0)
  })

  it('takes three sessions of 20 minutes for an hour', () => {
    const rows = [1, 2, 3].map(() => ({ minutes: 20 }))

    const { counted, rows: verdicts } = evaluated(ID, { rows })

    expect(counted).toBe(1)
    expect(verdicts[0]?.sentence).toBe('Counts 0.333 hours.')
  })

  it('counts the last day of the school year and not the day after', () => {
    const rows = ['2027-06-30', '2027-07-01'].map((on) => ({ hours: 1, on }))

    expect(evaluated(ID, { cycle: CYCLE, rows })).toMatchObject({ counted: 1, lost: 1 })
  })
})
