import { describe, expect, it } from 'vitest'
import { evaluated } from '../../../support/evaluations'

const ID = 'us-va-2018'
const CYCLE = { startsOn: '2018-07-01', endsOn: '2028-06-30' }
const TRAININGS = [
  'child_abuse_recognition',
  'first_aid_cpr_aed',
  'dyslexia_awareness',
  'special_education_iep_and_inclusive',
  'cultural_competency',
].map((code) => ({ code }))

describe('Virginia', () => {
  it('counts an activity from 5 points on: exactly 5, and not a minute less', () => {
    const workshop = (minutes: number) =>
      evaluated(ID, { rows: [{ minutes, activityKind: 'workshop' }] })

    expect(workshop(300)).toMatchObject({ counted: 5, pending: 0 })
    expect(workshop(299)).toMatchObject({ counted: 0, pending: 0, lost: 4.983 })
    expect(workshop(299).pendingBlocks).toEqual([])
    expect(workshop(299).rows[0]).toMatchObject({
      verdict: 'does_not_count',
      reason: 'pending_block',
      sentence: 'Virginia counts an activity from 5 points on; this one brings 4.983.',
    })
  })

  it('does not add two small activities to one another', () => {
    const rows = [1, 2].map(() => ({ hours: 3, topic: 'UDL', activityKind: 'workshop' }))

    expect(evaluated(ID, { rows }).counted).toBe(0)
  })

  it('has no such minimum for college credit and publications', () => {
    const rows = [
      { credit: 'quarter_hour', amount: 0.1, activityKind: 'course_graduate' },
      { hours: 3, activityKind: 'publishing' },
    ]

    expect(evaluated(ID, { rows }).counted).toBe(5)
  })

  it('asks for 270 points: 9 semester hours are enough, 269 points are not', () => {
    const educator = { attestations: TRAININGS }
    const enough = evaluated(ID, { educator, rows: [{ credit: 'semester_hour', amount: 9 }] })
    const short = evaluated(ID, { educator, rows: [{ hours: 269 }] })

    expect(enough.sentence).toBe('You have all that is asked: 270 of 270 points.')
    expect(short.short).toEqual({ total: 1 })
  })

  it('asks for the trainings that the law names, and says which are missing', () => {
    const educator = { attestations: TRAININGS.slice(1) }

    const { met, short, sentence } = evaluated(ID, {
      cycle: CYCLE,
      educator,
      rows: [{ hours: 270 }],
    })

    expect(met).toBe(false)
    expect(short).toEqual({ child_abuse_recognition: 1 })
    expect(sentence).toBe(
      'You are on course: 270 of 270 points, 19 months left; “Training in recognizing child abuse” is missing.',
    )
  })

  it('counts a CEU as 10 points and a quarter hour as 20', () => {
    const rows = [
      { credit: 'ceu', amount: 1.5 },
      { credit: 'quarter_hour', amount: 1 },
    ]

    expect(evaluated(ID, { rows }).rows.map(({ units }) => units)).toEqual([15, 20])
  })
})
