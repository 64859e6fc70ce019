import { describe, expect, it } from 'vitest'
import { evaluated } from '../../../support/evaluations'

const ID = 'us-tx-cpe'
const licenses = [{ class: 'classroom_teacher' }]
const SWD = 'swd_including_dyslexia'

describe('Texas', () => {
  it('takes 20 % by independent study: 30 hours exactly, and not a minute more', () => {
    const study = (minutes: number) => ({
      licenses,
      rows: [{ minutes, activityKind: 'independent_study' }],
    })

    const exactly = evaluated(ID, study(1800))
    const more = evaluated(ID, study(1801))

    expect(exactly).toMatchObject({ counted: 30, lost: 0 })
    expect(exactly.rows[0]?.verdict).toBe('counts')
    expect(more).toMatchObject({ counted: 30, lost: 0.017 })
    expect(more.rows[0]).toMatchObject({
      verdict: 'counts_partly',
      reason: 'capped',
      rule: 'independent_study',
      sentence:
        'Counts 30 of 30.017 CPE hours. At most 20 % by independent study; 0.017 CPE hours are beyond that and lost.',
    })
  })

  it('puts presenting and developing under one limit of 15 hours', () => {
    const rows = [
      { hours: 10, activityKind: 'presenting', on: '2025-01-01' },
      { hours: 6, activityKind: 'curriculum_development', on: '2025-02-01' },
      { hours: 4, activityKind: 'presenting', on: '2025-03-01' },
    ]

    const { counted, lostToCaps, rows: verdicts } = evaluated(ID, { licenses, rows })

    expect(counted).toBe(15)
    expect(lostToCaps).toMatchObject([{ rule: 'developing_and_presenting', lost: 5 }])
    expect(verdicts[1]?.sentence).toBe(
      'Counts 5 of 6 CPE hours. At most 10 % by developing, teaching or presenting; 1 CPE hour is beyond that and lost.',
    )
    expect(verdicts[2]?.sentence).toBe(
      'At most 10 % by developing, teaching or presenting; others have used that up, so nothing of this counts.',
    )
  })

  it('marks the limit for mentoring, which nobody has verified', () => {
    const { counted, notVerified } = evaluated(ID, {
      licenses,
      rows: [{ hours: 46, activityKind: 'mentoring' }],
    })

    expect(counted).toBe(45)
    expect(notVerified.map(({ rule }) => rule)).toEqual(['mentoring'])
  })

  it('asks for the highest number of hours of several certificates, and for no sum', () => {
    const licenses = [{ class: 'classroom_teacher' }, { class: 'administrator' }]

    const both = evaluated(ID, { licenses })
    const teacher = evaluated(ID, { licenses: [licenses[0], licenses[0]] })

    expect(both.required).toBe(200)
    expect(teacher.required).toBe(150)
  })

  it('takes the limits of the higher number of hours', () => {
    const licenses = [{ class: 'classroom_teacher' }, { class: 'student_services' }]
    const rows = [{ hours: 45, activityKind: 'independent_study' }]

    const { counted } = evaluated(ID, { licenses, rows })

    expect(counted).toBe(40)
  })

  it('asks for something on students with disabilities without saying how much', () => {
    const nothing = evaluated(ID, { licenses, rows: [{ hours: 150 }] })
    const little = evaluated(ID, {
      licenses,
      rows: [{ minutes: 8999 }, { minutes: 1, categories: [SWD] }],
    })

    expect(nothing.met).toBe(false)
    expect(nothing.sentence).toBe(
      'You are on course: 150 of 150 CPE hours; Educating students with disabilities, including dyslexia is missing.',
    )
    expect(little.met).toBe(true)
  })

  it('cuts nothing off at 25 % on the listed topics', () => {
    const rows = [{ hours: 150, topic: 'Digital literacy', categories: [SWD] }]

    const { counted, met } = evaluated(ID, { licenses, rows })

    expect({ counted, met }).toEqual({ counted: 150, met: true })
  })

  it('says the least that is asked where the license has no class, and takes no share of it', () => {
    const file = {
      licenses: [{}],
      rows: [{ hours: 150, activityKind: 'independent_study', categories: [SWD] }],
    }

    const { required, counted, requirements, unchecked, sentence } = evaluated(ID, file)
    const short = evaluated(ID, { ...file, rows: [] })

    expect({ required, counted }).toEqual({ required: 150, counted: 150 })
    expect(requirements[0]?.label).toBe('At least 150 CPE hours, by the class of the license')
    expect(sentence).toBe(
      'You have all that could be checked: 150 of 150 CPE hours. Say which class of license it is.',
    )
    expect(short.sentence).toBe(
      'You are on course: 0 of 150 CPE hours; Educating students with disabilities, including dyslexia is missing. Say which class of license it is.',
    )
    expect(unchecked.map(({ rule, because }) => [rule, because])).toEqual([
      ['administrator_total', 'class_not_stated'],
      ['independent_study', 'class_not_stated'],
      ['developing_and_presenting', 'class_not_stated'],
      ['mentoring', 'class_not_stated'],
    ])
  })

  it('needs no class of a second certificate where the first has the highest number', () => {
    const first = { class: 'administrator' }

    const both = evaluated(ID, { licenses: [first, {}], rows: [{ hours: 200, categories: [SWD] }] })

    expect(both.required).toBe(200)
    expect(both.sentence).toBe('You have all that is asked: 200 of 200 CPE hours.')
  })

  it('names the figure that a district sets, not the one nobody has verified', () => {
    const overlay = {
      id: 'policy',
      revision: 1,
      name: 'Policy',
      ruleSet: ID,
      figures: [{ rule: 'mentoring', amount: 10 }],
    }

    const { rows } = evaluated(ID, { overlay, rows: [{ hours: 20, activityKind: 'mentoring' }] })

    expect(rows[0]?.sentence).toBe(
      'Counts 10 of 20 CPE hours. At most 10 CPE hours for mentoring; 10 CPE hours are beyond that and lost.',
    )
  })

  it('counts under a limit first what the district asks for as well', () => {
    const digital = { code: 'digital', label: 'Digital', dimension: 'district' }
    const study = { hours: 30, activityKind: 'independent_study' }
    const file = (...categories: string[][]) => ({
      licenses,
      overlay: {
        id: 'policy',
        revision: 1,
        name: 'Policy',
        ruleSet: ID,
        categories: [digital],
        rules: [
          {
            id: 'ours',
            kind: 'minimum',
            label: '10 in digital',
            category: 'digital',
            amount: 10,
            confidence: 'verified',
            sources: ['Board policy'],
          },
        ],
      },
      rows: categories.map((own, at) => ({ ...study, on: `2025-0${at + 1}-01`, categories: own })),
    })

    const later = evaluated(ID, file([], ['digital']))
    const apart = evaluated(ID, file([SWD], ['digital']))
    const alike = evaluated(ID, file(['digital'], ['digital']))

    expect(later.short).not.toHaveProperty('digital')
    expect(later.rows.map(({ counted }) => counted)).toEqual([0, 30])
    expect(apart.short).toEqual({ total: 120 })
    expect(apart.rows.map(({ counted }) => counted)).toEqual([0.001, 29.999])
    expect(alike.rows.map(({ counted }) => counted)).toEqual([30, 0])
  })

  describe('with what a district adds', () => {
    const ours = { label: 'Ours', confidence: 'verified', sources: ['Board policy'] }
    const withRule = (rule: object, hours = 150) =>
      evaluated(ID, {
        licenses,
        overlay: {
          id: 'policy',
          revision: 1,
          name: 'Policy',
          ruleSet: ID,
          rules: [{ ...ours, id: 'ours', ...rule }],
        },
        rows: [
          {
            hours,
            activityKind: 'workshop',
            categories: [SWD],
            proofs: [],
            preapprovedOn: null,
            provider: { kind: 'vendor' },
          },
        ],
      })

    it.each([
      { kind: 'cap', activityKinds: ['workshop'], amount: 20, per: 'cycle' },
      { kind: 'preapproval' },
      { kind: 'proof' },
      { kind: 'provider', kinds: ['district'] },
      { kind: 'total', amount: 200 },
    ])('says whether it would be enough for the state: $kind', (rule) => {
      expect(withRule(rule)).toMatchObject({ met: false, metByState: true })
      expect(withRule(rule, 149)).toMatchObject({ met: false, metByState: false })
    })
  })
})
