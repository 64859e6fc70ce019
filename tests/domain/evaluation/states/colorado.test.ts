import { describe, expect, it } from 'vitest'
import { evaluated } from '../../../support/evaluations'

const ID = 'us-co-2021'
const teacher = (expiresOn: string, endorsements: string[] = []) => [
  { class: 'teacher', expiresOn, endorsements },
]
const rowsOf = (hours: Record<string, number>) =>
  Object.entries(hours).map(([category, amount]) => ({ hours: amount, categories: [category] }))

describe('Colorado', () => {
  it('asks for 10 hours in special education and behavioral health together, 1 of each', () => {
    const file = (hours: Record<string, number>) => ({
      licenses: teacher('2028-08-01'),
      rows: [...rowsOf(hours), { hours: 90 }],
    })

    expect(evaluated(ID, file({ sped: 9, behavioral_health: 1 })).met).toBe(true)
    expect(evaluated(ID, file({ sped: 10 })).short).toEqual({ behavioral_health: 1 })
    expect(evaluated(ID, file({ sped: 4, behavioral_health: 5 })).short).toEqual({
      sped_and_behavioral_health: 1,
    })
  })

  it('counts an hour of a part once in the whole as well', () => {
    const { categories, counted, rows } = evaluated(ID, { rows: rowsOf({ sped: 4 }) })

    expect(counted).toBe(4)
    expect(categories.map(({ have }) => have).slice(0, 2)).toEqual([4, 4])
    expect(rows[0]?.sentence).toBe('Counts 4 contact hours toward Special education.')
  })

  it('asks for it of licenses that expire on 30 June 2025 or later', () => {
    const asked = (expiresOn: string) =>
      evaluated(ID, { licenses: teacher(expiresOn) }).requirements.map(({ rule }) => rule)

    expect(asked('2025-06-29')).toEqual(['total'])
    expect(asked('2025-06-30')).toContain('sped_and_behavioral_health')
  })

  it('asks principals for laws and practices instead', () => {
    const licenses = [{ class: 'principal', expiresOn: '2028-08-01' }]

    const { requirements, sentence } = evaluated(ID, { licenses, rows: [{ hours: 90 }] })

    expect(requirements.map(({ rule }) => rule)).toEqual(['total', 'swd_laws_and_practices'])
    expect(sentence).toBe(
      'You are on course: 90 of 90 contact hours; Laws and practices for students with disabilities is 10 short.',
    )
  })

  it('asks for 45 hours once, and for nothing of who has them already', () => {
    const licenses = teacher('2028-08-01', ['science'])

    const first = evaluated(ID, { licenses })
    const again = evaluated(ID, { licenses, educator: { metOnce: ['cld_ell'] } })

    expect(first.short).toHaveProperty('cld_ell', 45)
    expect(again.short).not.toHaveProperty('cld_ell')
  })

  it('asks for the 45 hours of listed endorsements that expire on 1 September 2025 or later', () => {
    const asked = (expiresOn: string, endorsements: string[]) =>
      'cld_ell' in evaluated(ID, { licenses: teacher(expiresOn, endorsements) }).short

    expect(asked('2025-08-31', ['ela'])).toBe(false)
    expect(asked('2025-09-01', ['ela'])).toBe(true)
    expect(asked('2025-09-01', [])).toBe(false)
  })

  it('takes 6 semester hours for the 90, and a CEU for 10', () => {
    const semesterHours = { credit: 'semester_hour', amount: 5 }
    const licenses = teacher('2025-01-01')

    const { counted, met } = evaluated(ID, {
      licenses,
      rows: [semesterHours, { credit: 'ceu', amount: 1.5 }],
    })

    expect({ counted, met }).toEqual({ counted: 90, met: true })
  })
})
