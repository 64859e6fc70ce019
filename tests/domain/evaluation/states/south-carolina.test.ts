import { describe, expect, it } from 'vitest'
import { evaluated } from '../../../support/evaluations'

const ID = 'us-sc'
const CYCLE = { startsOn: '2022-07-01', endsOn: '2027-06-30' }
const GRADUATE = 'graduate_coursework'
const PROFICIENT = [{ code: 'certified_staff_technology_proficiency', on: '2025-05-01' }]
const POLICY = { id: 'district_policy', revision: 1, name: 'District policy', ruleSet: ID }
const graduate = (amount: number) => ({ credit: 'semester_hour', level: 'graduate', amount })

describe('South Carolina', () => {
  it('counts a graduate semester hour as 20 renewal credits: 6 are enough', () => {
    const file = (amount: number) => ({
      educator: { attestations: PROFICIENT },
      rows: [graduate(amount)],
    })

    expect(evaluated(ID, file(6)).sentence).toBe(
      'You have all that is asked: 120 of 120 renewal credits.',
    )
    expect(evaluated(ID, file(5.95)).short).toEqual({ total: 1 })
  })

  it('asks for 60 credits of graduate coursework without a master’s degree, not with one', () => {
    const overlay = { ...POLICY, conversions: [{ from: 'clock_hour', units: 1 }] }
    const rows = [graduate(2.95), { hours: 61 }]
    const educator = { attestations: PROFICIENT }

    const without = evaluated(ID, { overlay, educator, rows })
    const having = evaluated(ID, {
      overlay,
      educator: { ...educator, facts: ['masters_degree'] },
      rows,
    })

    expect(without.short).toEqual({ [GRADUATE]: 1 })
    expect(having.met).toBe(true)
    expect(having.requirements.map(({ rule }) => rule)).toEqual(['total', 'technology_proficiency'])
  })

  it('takes a graduate course for graduate coursework by itself, and for what a district asks too', () => {
    const technology = { code: 'technology', label: 'Technology', dimension: 'district' }
    const overlay = {
      ...POLICY,
      categories: [technology],
      rules: [
        {
          id: 'technology',
          kind: 'minimum',
          label: '20 in technology',
          category: 'technology',
          amount: 20,
          confidence: 'verified',
          sources: ['Board policy'],
        },
      ],
    }
    const rows = [graduate(5), { ...graduate(1), categories: ['technology'] }]

    const { categories } = evaluated(ID, { overlay, rows })

    expect(categories.map(({ code, have }) => [code, have])).toEqual([
      [GRADUATE, 120],
      ['technology', 20],
    ])
  })

  it('asks for technology proficiency once in every cycle', () => {
    const shownOn = (on: string) =>
      evaluated(ID, {
        cycle: CYCLE,
        educator: { attestations: [{ code: PROFICIENT[0]!.code, on }] },
        rows: [graduate(6)],
      })

    expect(shownOn('2022-07-01').met).toBe(true)
    expect(shownOn('2022-06-30').sentence).toBe(
      'You are on course: 120 of 120 renewal credits, 7 months left; “Technology proficiency, once per 5-year cycle” is missing.',
    )
  })

  it('does not say what an hour is worth, since no page does', () => {
    const { counted, rows } = evaluated(ID, { rows: [{ hours: 30 }] })

    expect(counted).toBe(0)
    expect(rows[0]).toMatchObject({
      verdict: 'not_yet',
      sentence: 'No source says how many renewal credits 1 clock hour is worth.',
    })
  })

  it('takes courses of graduate level, and asks for the level', () => {
    const course = { credit: 'semester_hour', amount: 3 }
    const rows = [course, { ...course, level: 'other_undergraduate' }]

    const { rows: verdicts } = evaluated(ID, { rows })

    expect(verdicts.map(({ sentence }) => sentence)).toEqual([
      'What semester hours are worth depends on the level of the course. Say which it was.',
      'No page that was read says whether South Carolina takes semester hours of this level: ask the state before you count on them.',
    ])
  })

  it('lets a district say what an hour is worth', () => {
    const overlay = { ...POLICY, conversions: [{ from: 'clock_hour', units: 1 }] }

    expect(evaluated(ID, { overlay, rows: [{ hours: 30 }] }).counted).toBe(30)
  })
})
