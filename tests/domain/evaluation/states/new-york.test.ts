import { describe, expect, it } from 'vitest'
import { evaluated } from '../../../support/evaluations'

const ID = 'us-ny-ctle-2016'
const SPONSOR = { kind: 'approved_ctle_sponsor', number: '12345' }
const ELL = 'language_acquisition_ell'

describe('New York', () => {
  it('asks for 100 CTLE hours: a minute less is short', () => {
    const file = (minutes: number) => ({
      rows: [{ hours: 15, categories: [ELL] }, { minutes }],
    })

    expect(evaluated(ID, file(85 * 60)).met).toBe(true)
    expect(evaluated(ID, file(85 * 60 - 1))).toMatchObject({ met: false, short: { total: 0.017 } })
  })

  it('asks for 15 hours on language acquisition, and for 50 with a bilingual extension', () => {
    const rows = [{ hours: 15, categories: [ELL] }, { hours: 85 }]
    const licenses = [{ endorsements: ['bilingual_extension'] }]

    const plain = evaluated(ID, { rows })
    const bilingual = evaluated(ID, { licenses, rows })

    expect(plain.sentence).toBe('You have all that is asked: 100 of 100 CTLE hours.')
    expect(bilingual.short).toEqual({ [ELL]: 35 })
    expect(bilingual.requirements.map(({ rule }) => rule)).toEqual([
      'total',
      'language_acquisition_esol',
    ])
  })

  it('counts an approved sponsor with its number, waits for the number, and refuses others', () => {
    const rows = [
      { hours: 10, provider: SPONSOR },
      { hours: 10, provider: { kind: 'approved_ctle_sponsor' } },
      { hours: 10, provider: { number: '12345' } },
      { hours: 10, provider: { kind: 'vendor', number: '12345' } },
    ]

    const { counted, pending, lost, rows: verdicts } = evaluated(ID, { rows })

    expect({ counted, pending, lost }).toEqual({ counted: 10, pending: 20, lost: 10 })
    expect(verdicts.slice(1).map(({ reason, sentence }) => [reason, sentence])).toEqual([
      ['provider_number_missing', 'Add the number of the sponsor.'],
      ['provider_not_stated', 'Say who offered it: not every provider counts.'],
      [
        'provider_not_accepted',
        'It has to be from a sponsor that the state has approved, with its number.',
      ],
    ])
  })

  it('leaves the sponsor unchecked where nothing is said about it', () => {
    const { counted, unchecked } = evaluated(ID, { rows: [{ hours: 10 }, { hours: 5 }] })

    expect(counted).toBe(15)
    expect(unchecked).toMatchObject([{ rule: 'provider', by: 'state', rows: 2 }])
  })

  it.each(['permanent', 'initial', 'pupil_personnel_services'])(
    'asks nothing of a certificate of the kind %s',
    (kind) => {
      const { exempt, met, sentence } = evaluated(ID, { licenses: [{ kind }] })

      expect({ exempt, met }).toEqual({ exempt: true, met: true })
      expect(sentence).toBe('This license needs no credit to be renewed.')
    },
  )

  it('asks nothing of who practices fewer than 90 days', () => {
    const file = { educator: { facts: ['not_practicing'] }, rows: [{ hours: 3 }] }

    const { exempt, rows } = evaluated(ID, file)

    expect(exempt).toBe(true)
    expect(rows[0]?.sentence).toBe(
      'Those who practice fewer than 90 days in a school year need no CTLE hours.',
    )
  })

  it('carries nothing over, and warns that 15 hours a semester hour are not verified', () => {
    const rows = [
      { hours: 100, categories: [ELL] },
      { credit: 'semester_hour', amount: 1 },
    ]

    const { counted, carryOver, notVerified } = evaluated(ID, { rows })

    expect(counted).toBe(115)
    expect(carryOver).toEqual({ rule: 'carry_over', amount: 0 })
    expect(notVerified).toMatchObject([
      { rule: 'conversion:semester_hour', label: '1 semester hour is 15 CTLE hours' },
    ])
  })

  it('keeps the record from the end of the period, not from the renewal', () => {
    const cycle = { startsOn: '2021-03-01', endsOn: '2026-02-28', renewedOn: '2026-01-15' }

    const { keepUntil, keepUntilIsExpected } = evaluated(ID, { cycle })

    expect(keepUntil).toBe('2029-02-28')
    expect(keepUntilIsExpected).toBe(false)
  })

  it('asks for the hours of a Professional certificate beside a Permanent one', () => {
    const licenses = [{ kind: 'permanent' }, { kind: 'professional_classroom' }]

    const both = evaluated(ID, { licenses, rows: [{ hours: 10 }] })
    const permanent = evaluated(ID, { licenses: licenses.slice(0, 1), rows: [{ hours: 10 }] })

    expect(both).toMatchObject({ exempt: false, required: 100, counted: 10 })
    expect(permanent).toMatchObject({ exempt: true, required: 0 })
  })

  it('counts how long the record is kept from the end of an extension', () => {
    const cycle = { startsOn: '2021-07-01', endsOn: '2026-06-30' }

    expect(evaluated(ID, { cycle }).keepUntil).toBe('2029-06-30')
    expect(evaluated(ID, { cycle: { ...cycle, earnUntil: '2027-06-30' } }).keepUntil).toBe(
      '2030-06-30',
    )
  })
})
