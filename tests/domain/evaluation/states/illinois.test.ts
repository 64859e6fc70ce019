import { describe, expect, it } from 'vitest'
import { evaluated } from '../../../support/evaluations'

const ID = 'us-il-pel-2015'
const licenses = [{ class: 'teacher' }]
const CYCLE = { startsOn: '2021-07-01', endsOn: '2026-06-30' }
const academy = (on: string) => ({ code: 'administrators_academy', on })

describe('Illinois', () => {
  it('asks for 120 hours, and for 60 with National Board Certification', () => {
    const rows = [{ hours: 60 }]

    const teacher = evaluated(ID, { licenses, rows })
    const certified = evaluated(ID, {
      licenses,
      educator: { facts: ['national_board_certified'] },
      rows,
    })

    expect(teacher.short).toEqual({ total: 60 })
    expect(certified.met).toBe(true)
    expect(certified.sentence).toBe(
      'You have all that is asked: 60 of 60 professional development hours.',
    )
  })

  it('asks administrators for 100 hours, National Board Certification or not', () => {
    const file = {
      licenses: [{ class: 'administrator' }],
      educator: { facts: ['national_board_certified'] },
    }

    expect(evaluated(ID, file).required).toBe(100)
  })

  it('asks administrators for an academy in each fiscal year, which cannot be made up for', () => {
    const file = {
      licenses: [{ class: 'administrator' }],
      cycle: CYCLE,
      educator: {
        attestations: ['2021-07-01', '2022-08-01', '2022-09-01', '2025-06-30'].map(academy),
      },
      rows: [{ hours: 100, on: '2024-01-01' }],
      asOf: '2026-06-30',
    }

    const { met, requirements, sentence } = evaluated(ID, file)

    expect(met).toBe(false)
    expect(requirements[1]).toMatchObject({ measure: 'times', have: 3, need: 5, short: 2 })
    expect(sentence).toBe(
      'You are behind: 100 of 100 professional development hours, today is the last day; “A course of the Illinois Administrators’ Academy each fiscal year” is missing 2 times.',
    )
  })

  it('asks for no academy of a fiscal year that has not begun', () => {
    const file = {
      licenses: [{ class: 'administrator' }],
      cycle: CYCLE,
      educator: { attestations: [academy('2022-01-01')] },
      asOf: '2022-06-30',
    }

    expect(evaluated(ID, file).requirements[1]).toMatchObject({ need: 1, met: true })
    expect(evaluated(ID, { ...file, asOf: '2022-07-01' }).requirements[1]).toMatchObject({
      need: 2,
      met: false,
    })
  })

  it('asks teachers for no academy', () => {
    const { requirements } = evaluated(ID, {
      licenses,
      cycle: CYCLE,
      educator: { attestations: [] },
    })

    expect(requirements.map(({ rule }) => rule)).toEqual(['total'])
  })

  it('takes along what was earned from 1 April to 30 June of the last year', () => {
    const carried = (on: string) =>
      evaluated(ID, {
        licenses,
        cycle: CYCLE,
        rows: [
          { hours: 120, on: '2022-01-01' },
          { hours: 7, on },
        ],
      }).carryOver?.amount

    expect(['2026-03-31', '2026-04-01', '2026-06-30', '2025-04-10'].map(carried)).toEqual([
      0, 7, 7, 0,
    ])
  })

  it('never counts what is promotional', () => {
    const { counted, rows } = evaluated(ID, { rows: [{ hours: 2, flags: ['promotional'] }] })

    expect(counted).toBe(0)
    expect(rows[0]).toMatchObject({
      verdict: 'does_not_count',
      reason: 'excluded',
      sentence: 'Illinois never counts promotional events.',
    })
  })

  it('takes three sessions of 20 minutes for one hour, and quarter hours for 10', () => {
    const rows = [
      ...[1, 2, 3].map(() => ({ minutes: 20 })),
      { credit: 'quarter_hour', amount: 0.5 },
    ]

    expect(evaluated(ID, { rows }).counted).toBe(6)
  })

  it('takes along the spring of the year that a cycle was extended to, and not of the one before', () => {
    const carried = (on: string) =>
      evaluated(ID, {
        licenses,
        cycle: { ...CYCLE, earnUntil: '2027-06-30' },
        rows: [
          { hours: 120, on: '2022-01-01' },
          { hours: 20, on },
        ],
      }).carryOver?.amount

    expect(['2026-05-01', '2027-05-01'].map(carried)).toEqual([0, 20])
  })

  it('takes an academy of an extension for the last year, and asks for none more', () => {
    const file = {
      licenses: [{ class: 'administrator' }],
      cycle: { startsOn: '2025-07-01', endsOn: '2026-06-30', earnUntil: '2027-06-30' },
      educator: { attestations: [academy('2026-09-01')] },
      asOf: '2026-11-22',
    }

    expect(evaluated(ID, file).requirements[1]).toMatchObject({ have: 1, need: 1, met: true })
  })

  it('asks for the class of a license before it says how much is asked in all', () => {
    const file = { cycle: CYCLE, licenses: [{}], rows: [{ hours: 110, on: '2026-05-01' }] }

    const { required, carryOver, sentence, unchecked } = evaluated(ID, file)

    expect(required).toBe(100)
    expect(carryOver?.amount).toBe(0)
    expect(sentence).toBe(
      'You have all that could be checked: 110 of 100 professional development hours. Say which class of license it is.',
    )
    expect(unchecked.map(({ rule }) => rule)).toEqual(['total', 'administrators_academy'])
  })

  it('leaves open what an additional license of another class asks beside the primary one', () => {
    const rows = [{ hours: 120, on: '2022-01-01' }]
    const educator = { attestations: [] }
    const administrator = { class: 'administrator' }
    const uncheckedOf = (...held: object[]) =>
      evaluated(ID, { cycle: CYCLE, educator, licenses: held, rows }).unchecked.map(
        ({ rule, because }) => [rule, because],
      )

    expect(uncheckedOf(...licenses, administrator)).toEqual([
      ['administrators_academy', 'additional_license'],
    ])
    expect(uncheckedOf(administrator, ...licenses)).toEqual([['total', 'additional_license']])
    expect(uncheckedOf(...licenses, ...licenses)).toEqual([])
  })

  it('counts fiscal years from 1 July, in a cycle that began in between too', () => {
    const file = (...on: string[]) => ({
      licenses: [{ class: 'administrator' }],
      cycle: { startsOn: '2022-09-15', endsOn: '2027-06-30' },
      educator: { attestations: on.map(academy) },
      asOf: '2024-06-30',
    })

    const twiceInOne = evaluated(ID, file('2023-08-20', '2023-10-20')).requirements[1]
    const onceInEach = evaluated(ID, file('2023-06-30', '2023-07-01')).requirements[1]

    expect(twiceInOne).toMatchObject({ have: 1, need: 2, met: false })
    expect(onceInEach).toMatchObject({ have: 2, need: 2, met: true })
  })

  it('asks for the academy of those who work half of full time, and not of those who work less', () => {
    const askedOf = (fte: number) =>
      evaluated(ID, {
        licenses: [{ class: 'administrator' }],
        cycle: CYCLE,
        educator: { fte, attestations: [] },
      }).requirements.map(({ rule }) => rule)

    expect(askedOf(0.5)).toContain('administrators_academy')
    expect(askedOf(0.499)).toEqual(['administrator_total'])
  })
})
