import { describe, expect, it } from 'vitest'
import { evaluated } from '../../../support/evaluations'

const ID = 'us-fl-professional'
const READING = 'evidence_based_reading_dyslexia'
const CATALOG = { kind: 'district_professional_learning_catalog' }

describe('Florida', () => {
  it('asks for 20 points on students with disabilities, within the 120', () => {
    const file = (points: number) => ({
      rows: [{ hours: points, categories: ['swd'] }, { hours: 120 - points }],
    })

    expect(evaluated(ID, file(20)).met).toBe(true)
    expect(evaluated(ID, file(19))).toMatchObject({ counted: 120, met: false, short: { swd: 1 } })
  })

  it('asks listed coverages for 40 points in reading, in periods from 1 July 2020 on', () => {
    const file = (startsOn: string, endorsements: string[]) => ({
      licenses: [{ endorsements }],
      cycle: { startsOn, endsOn: '2025-06-30' },
      asOf: '2025-01-01',
    })

    expect(evaluated(ID, file('2020-07-01', ['elementary'])).short).toHaveProperty(READING, 40)
    expect(evaluated(ID, file('2020-06-30', ['elementary'])).short).not.toHaveProperty(READING)
    expect(evaluated(ID, file('2020-07-01', [])).short).not.toHaveProperty(READING)
  })

  it('asks for 20 points in the standards for leaders of who has that coverage', () => {
    const licenses = [{ endorsements: ['educational_leadership'] }]
    const rows = [
      { hours: 20, categories: ['swd'] },
      { hours: 19, categories: ['educational_leadership_standards'] },
      { hours: 81 },
    ]

    const { short, sentence } = evaluated(ID, { licenses, rows })

    expect(short).toEqual({ educational_leadership_standards: 1 })
    expect(sentence).toBe(
      'You are on course: 120 of 120 in-service points; Educational leadership standards is 1 short.',
    )
  })

  it('is renewed with 6 semester hours, or with some and points', () => {
    const rows = [{ credit: 'semester_hour', amount: 3, categories: ['swd'] }, { hours: 60 }]

    const { counted, met, rows: verdicts } = evaluated(ID, { rows })

    expect({ counted, met }).toEqual({ counted: 120, met: true })
    expect(verdicts[0]?.sentence).toBe(
      'Counts 60 in-service points toward Teaching students with disabilities.',
    )
  })

  it('counts what is in the catalog of the district, and nothing else by the hour', () => {
    const rows = [
      { hours: 3, provider: CATALOG },
      { hours: 3, provider: { kind: 'vendor' } },
    ]

    const { counted, rows: verdicts } = evaluated(ID, { rows })

    expect(counted).toBe(3)
    expect(verdicts[1]?.sentence).toBe(
      'It has to be from the district’s professional learning catalog.',
    )
  })

  it('does not say whether points are carried over, since no page does', () => {
    const file = { cycle: { endsOn: '2026-06-30' }, rows: [{ hours: 140, on: '2026-05-01' }] }

    expect(evaluated(ID, file).carryOver).toEqual({ rule: 'carry_over', amount: null })
  })
})
