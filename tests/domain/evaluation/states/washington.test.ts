import { describe, expect, it } from 'vitest'
import { evaluated } from '../../../support/evaluations'

const ID = 'us-wa'
const EQUITY = 'equity_based_school_practices'
const teacher = (expiresOn: string, endorsements: string[] = []) => [
  { class: 'teacher', expiresOn, endorsements },
]
const askedOf = (expiresOn: string, endorsements: string[] = []) =>
  evaluated(ID, {
    licenses: teacher(expiresOn, endorsements),
    asOf: '2019-01-01',
  }).requirements.map(({ rule }) => rule)

describe('Washington', () => {
  it('takes 4 professional growth plans, 10 quarter credits, a National Board certificate or a mix', () => {
    const mixes = [
      [{ credit: 'pgp', amount: 4 }],
      [{ credit: 'quarter_hour', amount: 10 }],
      [{ credit: 'national_board_certification', amount: 1 }],
      [{ credit: 'pgp', amount: 1 }, { credit: 'quarter_hour', amount: 5 }, { hours: 25 }],
    ]

    expect(mixes.map((rows) => evaluated(ID, { rows }).counted)).toEqual([100, 100, 100, 100])
    expect(evaluated(ID, { rows: mixes[0] }).rows[0]?.sentence).toBe('Counts 100 clock hours.')
  })

  it('asks for 15 hours of equity-based practices from 1 July 2023 on', () => {
    expect(askedOf('2023-06-30')).toEqual(['total'])
    expect(askedOf('2023-07-01')).toEqual(['total', 'equity'])
  })

  it('is short with 14 hours and 59 minutes of equity-based practices', () => {
    const file = (minutes: number) => ({
      licenses: teacher('2027-06-30'),
      rows: [{ minutes, categories: [EQUITY] }, { hours: 100 }],
    })

    expect(evaluated(ID, file(900)).met).toBe(true)
    expect(evaluated(ID, file(899)).sentence).toBe(
      'You are on course: 114.983 of 100 clock hours; Equity-based school practices is 0.017 short.',
    )
  })

  it('takes a goal of a growth plan instead of the 15 hours', () => {
    const file = { licenses: teacher('2027-06-30'), rows: [{ credit: 'pgp', amount: 4 }] }

    const without = evaluated(ID, file)
    const withGoal = evaluated(ID, { ...file, educator: { facts: ['pgp_goal_equity'] } })

    expect(without.short).toEqual({ [EQUITY]: 15 })
    expect(withGoal.met).toBe(true)
    expect(withGoal.requirements[1]).toMatchObject({ have: 0, need: 15, metBy: 'equity_goal' })
  })

  it('asks for 15 hours of STEM of listed endorsements from 1 September 2019 on', () => {
    expect(askedOf('2019-08-31', ['physics'])).not.toContain('stem')
    expect(askedOf('2019-09-01', ['physics'])).toContain('stem')
    expect(askedOf('2027-06-30', [])).not.toContain('stem')
  })

  it('asks of those who have not renewed in time what is asked of renewals today', () => {
    const late = evaluated(ID, { licenses: teacher('2023-06-30'), asOf: '2023-07-01' })

    expect(late.requirements.map(({ rule }) => rule)).toEqual(['total', 'equity'])
  })

  it('looks at the day of renewal where the license was renewed early', () => {
    const file = { licenses: teacher('2023-08-01'), cycle: { renewedOn: '2023-06-30' } }

    expect(evaluated(ID, file).requirements.map(({ rule }) => rule)).toEqual(['total'])
  })

  it('asks administrators for shares instead of 15 hours', () => {
    const licenses = [{ class: 'administrator', expiresOn: '2027-06-30' }]
    const rows = [
      { hours: 10, categories: [EQUITY] },
      { hours: 10, categories: ['psel_standards'] },
      { hours: 4, categories: ['tribal_government_to_government'] },
      { hours: 76 },
    ]

    const { required, short } = evaluated(ID, { licenses, rows })

    expect(required).toBe(100)
    expect(short).toEqual({ tribal_government_to_government: 1 })
  })

  it('refuses hours of who is not an approved provider', () => {
    const rows = [{ hours: 3, provider: { kind: 'vendor' } }]

    expect(evaluated(ID, { rows }).rows[0]?.sentence).toBe(
      'It has to be from an approved provider of clock hours.',
    )
  })

  it('leaves open whether what is asked of administrators holds for teachers who are that as well', () => {
    const administrator = { class: 'administrator', expiresOn: '2027-06-30' }
    const rows = [{ hours: 100, categories: [EQUITY] }]

    const both = evaluated(ID, { licenses: [...teacher('2027-06-30'), administrator], rows })
    const twice = evaluated(ID, {
      licenses: [...teacher('2027-06-30'), ...teacher('2027-06-30')],
      rows,
    })

    expect(both.unchecked.map(({ rule, because }) => [rule, because])).toEqual([
      ['provider', 'not_stated'],
      ['administrator_equity', 'additional_license'],
      ['administrator_standards', 'additional_license'],
      ['administrator_tribal', 'additional_license'],
    ])
    expect(both.sentence).toBe(
      'You have all that could be checked: 100 of 100 clock hours. Ask whether the additional license needs this too: “10 % in equity-based school practices for administrators”, “10 % in the professional standards for educational leaders”, “5 % in government-to-government relations with tribes”.',
    )
    expect(twice.sentence).toBe('You have all that is asked: 100 of 100 clock hours.')
  })
})
