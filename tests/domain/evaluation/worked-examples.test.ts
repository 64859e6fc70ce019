import { describe, expect, it } from 'vitest'
import { selectRuleSet } from '~/domain/rule-sets/selecting'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { evaluate } from '~/domain/evaluation/evaluate'
import { unitsOf } from '~/domain/evaluation/amount'
import { evaluated, inputOf } from '../../support/evaluations'

const inMassachusetts = (minutes: Record<string, number>) =>
  Object.entries(minutes).map(([category, hours]) => ({ hours, categories: [category] }))

const ENOUGH = { content: 40, pedagogy: 40, swd_diverse: 40 }

describe('worked examples', () => {
  it('Massachusetts: 3 graduate semester hours are 67.5 PDPs of content', () => {
    const file = {
      rows: [{ credit: 'semester_hour', level: 'graduate', amount: 3, categories: ['content'] }],
    }

    const { rows, categories } = evaluated('us-ma-2017', file)

    expect(categories.find(({ code }) => code === 'content')?.have).toBe(67.5)
    expect(rows[0]?.sentence).toBe('Counts 67.5 PDPs toward Content of the license.')
  })

  it('Massachusetts: 6 hours on one topic do not count yet', () => {
    const file = { rows: [{ hours: 6, topic: 'UDL' }] }

    const { counted, pendingBlocks, rows } = evaluated('us-ma-2017', file)

    expect(counted).toBe(0)
    expect(pendingBlocks).toMatchObject([{ topic: 'UDL', have: 6, need: 10 }])
    expect(rows[0]).toMatchObject({
      verdict: 'not_yet',
      rule: 'ten_on_a_topic',
      sentence:
        '6 of 10 PDPs on UDL. Massachusetts counts a topic from 10 on: 4 PDPs more on it and all of them count.',
    })
  })

  it('Massachusetts: 150 PDPs with 14 in SEI are 1 short', () => {
    const rows = inMassachusetts({ ...ENOUGH, sei_esl_bilingual: 14, elective: 16 })

    const { met, counted, short, sentence } = evaluated('us-ma-2017', { rows })

    expect(counted).toBe(150)
    expect(met).toBe(false)
    expect(short).toEqual({ sei_esl_bilingual: 1 })
    expect(sentence).toBe(
      'You are on course: 150 of 150 PDPs; SEI, ESL or bilingual education is 1 short.',
    )
  })

  it('Massachusetts: 2 audited graduate semester hours are 15 PDPs', () => {
    const file = { rows: [{ credit: 'semester_hour', level: 'audited', amount: 2 }] }

    const { rows } = evaluated('us-ma-2017', file)

    expect(rows[0]?.units).toBe(15)
  })

  it('Massachusetts: a performance assessment is 90 PDPs of content and 30 of pedagogy', () => {
    const file = { rows: [{ credit: 'performance_assessment', amount: 1 }] }

    const { categories, rows } = evaluated('us-ma-2017', file)

    const haveOf = (code: string) => categories.find((it) => it.code === code)?.have
    expect([haveOf('content'), haveOf('pedagogy')]).toEqual([90, 30])
    expect(rows[0]?.sentence).toBe(
      'Counts 120 PDPs: 90 toward Content of the license and 30 toward Pedagogy.',
    )
  })

  it('Massachusetts: the proof is kept 5 years from the renewal, or 10 where SEI is used again', () => {
    const file = { cycle: { renewedOn: '2026-05-01' } }

    const { keepUntil, keepUntilIfReused } = evaluated('us-ma-2017', file)

    expect(keepUntil).toBe('2031-05-01')
    expect(keepUntilIfReused).toEqual({ category: 'sei_esl_bilingual', until: '2036-05-01' })
  })

  it('New York: 100 hours with 14 for language acquisition are 1 short', () => {
    const rows = [{ hours: 86 }, { hours: 14, categories: ['language_acquisition_ell'] }]

    const { met, short } = evaluated('us-ny-ctle-2016', { rows })

    expect(met).toBe(false)
    expect(short).toEqual({ language_acquisition_ell: 1 })
  })

  it('New York: with an ESOL certificate 49 of 100 hours for language acquisition are 1 short', () => {
    const licenses = [{ endorsements: ['esol'] }]
    const rows = [{ hours: 51 }, { hours: 49, categories: ['language_acquisition_ell'] }]

    const { met, short } = evaluated('us-ny-ctle-2016', { licenses, rows })

    expect(met).toBe(false)
    expect(short).toEqual({ language_acquisition_ell: 1 })
  })

  it('New York: the record is kept 3 years from the end of the period', () => {
    const file = { cycle: { endsOn: '2026-03-31' } }

    const { keepUntil } = evaluated('us-ny-ctle-2016', file)

    expect(keepUntil).toBe('2029-03-31')
  })

  it('Illinois: of 12 hours too many the 5 earned in April of the last year are carried over', () => {
    const file = {
      cycle: { startsOn: '2021-07-01', endsOn: '2026-06-30' },
      rows: [
        { hours: 127, on: '2024-02-01' },
        { hours: 5, on: '2026-04-10' },
      ],
    }

    const { met, carryOver } = evaluated('us-il-pel-2015', file)

    expect(met).toBe(true)
    expect(carryOver?.amount).toBe(5)
  })

  it('Pennsylvania: the latest hours are carried over first, and what came from the cycle before is not', () => {
    const file = {
      cycle: { startsOn: '2022-07-01', endsOn: '2027-06-30' },
      rows: [
        { id: 'before', units: 30, carriedOver: true },
        { id: 'early', hours: 170, on: '2025-10-01' },
        { id: 'late', hours: 20, on: '2026-10-01' },
      ],
    }

    const { counted, carryOver, rows } = evaluate(inputOf('us-pa-act48', file))

    expect(unitsOf(counted)).toBe(220)
    expect(rows[0]).toMatchObject({ verdict: 'counts', sentence: 'Counts 30 Act 48 hours.' })
    expect(carryOver?.parts.map(({ row, amount }) => [row.id, unitsOf(amount)])).toEqual([
      ['late', 20],
      ['early', 20],
    ])
  })

  it('Massachusetts: units that were judged before need no conversion, no topic and no proof', () => {
    const { counted, rows } = evaluated('us-ma-2017', { rows: [{ units: 4.5 }, { hours: 4 }] })

    expect(counted).toBe(4.5)
    expect(rows.map(({ verdict }) => verdict)).toEqual(['counts', 'not_yet'])
  })

  it('a row is so much in one way only', () => {
    const attempt = () => inputOf('us-pa-act48', { rows: [{ units: 3, hours: 4 }] })

    expect(attempt).toThrow('as an amount or as units')
  })

  it('New Jersey: half a position for a full year takes 10 hours', () => {
    const { required } = evaluated('us-nj-6a9c', { educator: { fte: 0.5 } })

    expect(required).toBe(10)
  })

  it('Ohio: 18 CEUs earned before the plan was approved do not count', () => {
    const file = {
      plan: { approvedOn: '2025-09-15' },
      rows: [{ credit: 'ceu', amount: 18, on: '2025-08-01' }],
    }

    const { met, rows } = evaluated('us-oh-lpdc', file)

    expect(met).toBe(false)
    expect(rows[0]).toMatchObject({
      verdict: 'does_not_count',
      reason: 'plan_must_precede_activity',
      rule: 'plan_first',
      sentence: 'It began on 1 August 2025, before the plan was approved on 15 September 2025.',
    })
  })

  it('Florida: a subject area test and 60 points, 20 of them on disabilities, are 120', () => {
    const rows = [
      { credit: 'subject_area_test_passed', amount: 1 },
      { hours: 40 },
      { hours: 20, categories: ['swd'] },
    ]

    const { counted, met } = evaluated('us-fl-professional', { rows })

    expect(counted).toBe(120)
    expect(met).toBe(true)
  })

  it('Virginia: a course of 3 semester hours is 90 points', () => {
    const file = { rows: [{ credit: 'semester_hour', amount: 3 }] }

    const { rows } = evaluated('us-va-2018', file)

    expect(rows[0]?.units).toBe(90)
  })

  it('North Carolina: a license that expires on 30 June 2024 falls under the rules of 2024', () => {
    const ruleSet = selectRuleSet(shippedRuleSets(), 'US-NC', { expiresOn: '2024-06-30' })

    expect(ruleSet?.id).toBe('us-nc-2024')
  })

  it('Georgia: learning goals that the supervisor has verified are enough, without hours', () => {
    const file = { educator: { attestations: [{ code: 'plg_plp' }] } }

    const { met, required, sentence } = evaluated('us-ga-50502-36', file)

    expect(met).toBe(true)
    expect(required).toBe(0)
    expect(sentence).toBe('You have all that is asked.')
  })
})
