import { describe, expect, it } from 'vitest'
import { evaluated } from '../../../support/evaluations'

const ID = 'us-pa-act48'
const CYCLE = { startsOn: '2021-07-01', endsOn: '2026-06-30' }
const mentoring = (item: string, hours: number) => ({ item, hours, activityKind: 'mentoring' })

describe('Pennsylvania', () => {
  it('takes 15 hours for mentoring one person', () => {
    const rows = [mentoring('Omar', 15), mentoring('Omar', 1)]

    const { counted, rows: verdicts } = evaluated(ID, { rows })

    expect(counted).toBe(15)
    expect(verdicts[1]?.sentence).toBe(
      'At most 15 hours for mentoring one person; others have used that up, so nothing of this counts.',
    )
  })

  it('takes 45 hours for mentoring in a cycle, however many are mentored', () => {
    const rows = ['Omar', 'Grace', 'Ada', 'Alan'].map((name) => mentoring(name, 12))

    const { counted, lostToCaps } = evaluated(ID, { rows })

    expect(counted).toBe(45)
    expect(lostToCaps).toMatchObject([{ rule: 'mentoring', lost: 3 }])
  })

  it('takes along what is beyond 180 and was earned in the last two years', () => {
    const carried = (on: string) =>
      evaluated(ID, {
        cycle: CYCLE,
        rows: [
          { hours: 180, on: '2022-01-01' },
          { hours: 20, on },
        ],
      }).carryOver?.amount

    expect(carried('2024-06-30')).toBe(0)
    expect(carried('2024-07-01')).toBe(20)
    expect(carried('2026-06-30')).toBe(20)
  })

  it('takes along 50 hours at most', () => {
    const rows = [
      { hours: 180, on: '2022-01-01' },
      { hours: 51, on: '2026-01-01' },
    ]

    expect(evaluated(ID, { cycle: CYCLE, rows }).carryOver?.amount).toBe(50)
  })

  it('ends the last two years right where February has 29 days', () => {
    const cycle = { startsOn: '2021-03-01', endsOn: '2026-02-28' }
    const carried = (on: string) =>
      evaluated(ID, {
        cycle,
        rows: [
          { hours: 180, on: '2022-01-01' },
          { hours: 20, on },
        ],
      }).carryOver?.amount

    expect(carried('2024-02-29')).toBe(0)
    expect(carried('2024-03-01')).toBe(20)
  })

  it('cannot say what may be taken along while the end of the period is not known', () => {
    expect(evaluated(ID, { rows: [{ hours: 200 }] }).carryOver).toEqual({
      rule: 'carry_over',
      amount: null,
    })
  })

  it('is renewed with 6 credits of a college, of the department, or some of each', () => {
    const credits = (college: number, department: number) => ({
      rows: [
        { credit: 'semester_hour', amount: college },
        { credit: 'inservice_credit', amount: department },
      ],
    })

    expect(evaluated(ID, credits(6, 0)).met).toBe(true)
    expect(evaluated(ID, credits(2, 4)).met).toBe(true)
    expect(evaluated(ID, credits(2, 3)).short).toEqual({ total: 30 })
  })

  it('counts the preparation of a presentation once', () => {
    const presented = (on: string) => ({
      credit: 'presenting_hour',
      hours: 1.5,
      item: 'Robots',
      on,
    })

    const { counted, rows } = evaluated(ID, {
      rows: [presented('2025-02-01'), presented('2025-03-01')],
    })

    expect(counted).toBe(6)
    expect(rows[1]).toMatchObject({
      reason: 'only_once',
      sentence: '“Robots” counts once only.',
    })
  })

  it('counts the second presentation where the first was never approved', () => {
    const presented = { credit: 'presenting_hour', hours: 1, item: 'Robots' }

    const { counted, rows } = evaluated(ID, {
      rows: [
        { ...presented, status: 'returned', on: '2025-02-01' },
        { ...presented, on: '2025-03-01' },
      ],
    })

    expect(counted).toBe(4)
    expect(rows.map(({ reason }) => reason)).toEqual(['returned', 'counts'])
  })

  it('asks leaders for 180 hours of approved programs', () => {
    const licenses = [{ class: 'leader' }]
    const rows = [{ hours: 179, categories: ['pil_approved'] }, { hours: 1 }]

    const { met, short } = evaluated(ID, { licenses, rows })

    expect(met).toBe(false)
    expect(short).toEqual({ pil_approved: 1 })
    expect(evaluated(ID, { rows }).met).toBe(true)
  })

  it('counts the longest of several presentations of the same, whenever it was', () => {
    const presented = (minutes: number, on: string) => ({
      credit: 'presenting_hour',
      minutes,
      on,
      item: 'Robots',
    })
    const long = presented(180, '2024-05-01')

    const alone = evaluated(ID, { rows: [long] })
    const { counted, rows } = evaluated(ID, {
      rows: [presented(60, '2024-01-01'), long, presented(180, '2024-09-01')],
    })

    expect(alone.counted).toBe(12)
    expect(counted).toBe(12)
    expect(rows.map(({ reason }) => reason)).toEqual(['only_once', 'counts', 'only_once'])
  })
})
