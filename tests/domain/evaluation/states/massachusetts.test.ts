import { describe, expect, it } from 'vitest'
import { claimableCategories } from '~/domain/evaluation/asking'
import { evaluated, inputOf } from '../../../support/evaluations'

const ID = 'us-ma-2017'
const CYCLE = { startsOn: '2022-01-01', endsOn: '2026-12-31' }
const REST = [
  { hours: 15, categories: ['pedagogy'] },
  { hours: 15, categories: ['sei_esl_bilingual'] },
  { hours: 15, categories: ['swd_diverse'] },
]

describe('Massachusetts', () => {
  it('asks for 15 PDPs of content: 14 are short, 15 are enough', () => {
    const withContent = (hours: number) => ({
      cycle: CYCLE,
      rows: [...REST, { hours, categories: ['content'] }, { hours: 105 - hours }],
    })

    const short = evaluated(ID, withContent(14))
    const enough = evaluated(ID, withContent(15))

    expect(short.short).toEqual({ content: 1 })
    expect(short.sentence).toBe(
      'You are on course: 150 of 150 PDPs, 39 days left; Content of the license is 1 short.',
    )
    expect(enough.met).toBe(true)
  })

  it('counts a topic from 10 PDPs on, and not with one minute less', () => {
    const reached = evaluated(ID, { rows: [{ minutes: 600, topic: 'UDL' }] })
    const missed = evaluated(ID, { rows: [{ minutes: 599, topic: 'UDL' }] })

    expect(reached.counted).toBe(10)
    expect(missed).toMatchObject({ counted: 0, pending: 9.983 })
    expect(missed.rows[0]?.sentence).toBe(
      '9.983 of 10 PDPs on UDL. Massachusetts counts a topic from 10 on: 0.017 PDPs more on it and all of them count.',
    )
  })

  it('bundles short sessions on one topic, however it is written, without losing a minute', () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({
      minutes: 20,
      topic: at % 2 === 0 ? 'UDL' : ' udl ',
    }))

    const { counted, pendingBlocks } = evaluated(ID, { rows })

    expect(counted).toBe(10)
    expect(pendingBlocks).toEqual([])
  })

  it('asks for 30 PDPs more for a second license, 15 of them in its content', () => {
    const file = {
      cycle: CYCLE,
      licenses: [{ area: 'English' }, { area: 'Biology' }],
      rows: [
        ...REST,
        { hours: 121, categories: ['content'] },
        { hours: 14, categories: ['content:license-2'] },
      ],
    }

    const { required, counted, short, sentence } = evaluated(ID, file)

    expect([required, counted]).toEqual([180, 180])
    expect(short).toEqual({ 'content:license-2': 1 })
    expect(sentence).toBe(
      'You are on course: 180 of 180 PDPs, 39 days left; Content of the license: Biology is 1 short.',
    )
  })

  it('asks that 120 of the 150 are in line with the plan', () => {
    const aligned = (hours: number) => ({
      cycle: CYCLE,
      rows: [
        { hours: 15, categories: ['content'], aligned: true },
        ...REST.map((row) => ({ ...row, aligned: true })),
        { hours: hours - 60, aligned: true },
        { hours: 150 - hours, aligned: false },
      ],
    })

    const short = evaluated(ID, aligned(119))
    const enough = evaluated(ID, aligned(120))

    expect(short).toMatchObject({ met: false, short: { plan_alignment: 1 } })
    expect(short.sentence).toBe(
      'You are on course: 150 of 150 PDPs, 39 days left; 1 PDP more must be in line with the plan.',
    )
    expect(enough.sentence).toBe('You have all that is asked: 150 of 150 PDPs.')
  })

  it('does not claim that the plan is followed where nobody has said so', () => {
    const rows = [...REST, { hours: 105, categories: ['content'] }]

    const { met, sentence, unchecked } = evaluated(ID, { cycle: CYCLE, rows })

    expect(met).toBe(true)
    expect(sentence).toBe(
      'You have all that could be checked: 150 of 150 PDPs. Not stated: “80 % in line with the plan”.',
    )
    expect(unchecked.map(({ rule }) => rule)).toContain('plan_alignment')
  })

  it('does not hold rows against the plan of which nobody has said whether they follow it', () => {
    const withAnswers = (...aligned: (boolean | undefined)[]) =>
      evaluated(ID, {
        cycle: CYCLE,
        rows: [...REST, { hours: 31, categories: ['content'] }, { hours: 74 }].map((row, at) => ({
          ...row,
          aligned: aligned[at],
        })),
      })

    const one = withAnswers(true)
    const enough = withAnswers(true, undefined, undefined, true, true)
    const tooLittle = withAnswers(true, undefined, undefined, false)

    expect(one.met).toBe(true)
    expect(one.sentence).toBe(
      'You have all that could be checked: 150 of 150 PDPs. Not stated: “80 % in line with the plan”.',
    )
    expect(one.unchecked).toContainEqual(
      expect.objectContaining({ rule: 'plan_alignment', rows: 4 }),
    )
    expect(enough.sentence).toBe('You have all that is asked: 150 of 150 PDPs.')
    expect(enough.unchecked.map(({ rule }) => rule)).not.toContain('plan_alignment')
    expect(tooLittle).toMatchObject({ met: false, short: { plan_alignment: 1 } })
    expect(tooLittle.unchecked).toContainEqual(
      expect.objectContaining({ rule: 'plan_alignment', rows: 3 }),
    )
  })

  it('counts the first and the last day of the cycle, not the day before or after', () => {
    const on = ['2021-12-31', '2022-01-01', '2026-12-31', '2027-01-01']
    const rows = on.map((day) => ({ id: day, hours: 10, on: day }))

    const { counted, rows: verdicts } = evaluated(ID, { cycle: CYCLE, rows })

    expect(counted).toBe(20)
    expect(verdicts.map(({ reason }) => reason)).toEqual([
      'before_cycle',
      'counts',
      'counts',
      'after_cycle',
    ])
    expect(verdicts[0]?.sentence).toBe(
      'It was earned on 31 December 2021; this cycle began on 1 January 2022.',
    )
    expect(verdicts[3]?.sentence).toBe(
      'It was earned on 1 January 2027; this cycle ended on 31 December 2026.',
    )
  })

  it('takes registered providers, no others, and asks for more than attendance', () => {
    const rows = [
      { hours: 10, provider: { kind: 'registered_provider' }, proofs: ['assessment'] },
      { hours: 10, provider: { kind: 'registered_provider' }, proofs: [] },
      { hours: 10, provider: { kind: 'vendor' }, proofs: ['assessment'] },
    ]

    const { counted, rows: verdicts } = evaluated(ID, { rows })

    expect(counted).toBe(10)
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['counts', 'not_yet', 'does_not_count'])
    expect(verdicts[1]?.sentence).toBe(
      'Add proof of what was learned, such as an assessment or a product.',
    )
    expect(verdicts[2]?.sentence).toBe(
      'It has to be offered by the state, a district, a collaborative or a registered provider, or designed by the educator.',
    )
  })

  it('counts the course of any college, and clock hours of a college only where it is registered', () => {
    const college = { provider: { kind: 'college' }, proofs: ['transcript'] }
    const rows = [
      { ...college, credit: 'semester_hour', level: 'graduate', amount: 3 },
      { ...college, hours: 10 },
    ]

    const { counted, rows: verdicts } = evaluated(ID, { rows })

    expect(counted).toBe(67.5)
    expect(verdicts.map(({ reason }) => reason)).toEqual(['counts', 'provider_not_accepted'])
  })

  it('asks for the level of a course before it says what a semester hour is worth', () => {
    const semesterHours = (level?: string) => ({ credit: 'semester_hour', amount: 2, level })
    const rows = [
      semesterHours('graduate'),
      semesterHours('upper_undergraduate_new_content'),
      semesterHours('other_undergraduate'),
      semesterHours('audited'),
      semesterHours(),
    ]

    const { rows: verdicts } = evaluated(ID, { rows })

    expect(verdicts.map(({ units }) => units)).toEqual([45, 45, 30, 15, 0])
    expect(verdicts[4]).toMatchObject({
      verdict: 'not_yet',
      reason: 'level_not_stated',
      sentence:
        'What semester hours are worth depends on the level of the course. Say which it was.',
    })
  })

  it('never says that something counts which brings no credit', () => {
    const rows = [
      { hours: 0 },
      { credit: 'semester_hour', level: 'graduate', amount: 0 },
      { units: 0, carriedOver: true },
    ]

    const { counted, rows: verdicts } = evaluated(ID, { rows })

    expect(counted).toBe(0)
    expect(verdicts.map(({ verdict, sentence }) => [verdict, sentence])).toEqual([
      ['not_yet', 'It brings no credit as long as nobody says how many clock hours it is.'],
      ['not_yet', 'It brings no credit as long as nobody says how many semester hours it is.'],
      ['not_yet', 'It brings no credit as long as nobody says how many PDPs it is.'],
    ])
  })

  it('counts 2 micro-credentials as 10 PDPs and a CEU as 10', () => {
    const rows = [
      { credit: 'micro_credential', amount: 2 },
      { credit: 'ceu', amount: 1 },
    ]

    const { counted, rows: verdicts } = evaluated(ID, { rows })

    expect(counted).toBe(20)
    expect(verdicts[0]?.sentence).toBe('Counts 10 PDPs toward Elective.')
  })

  it('asks nothing of an Initial license', () => {
    const file = { licenses: [{ kind: 'initial' }], rows: [{ hours: 10 }] }

    const { exempt, required, sentence, rows } = evaluated(ID, file)

    expect({ exempt, required }).toEqual({ exempt: true, required: 0 })
    expect(sentence).toBe('This license needs no credit to be renewed.')
    expect(rows[0]?.sentence).toBe('Initial and Provisional licenses need no PDPs.')
  })

  it('asks the same of a Professional license whether an Initial one comes before it or after it', () => {
    const [initial, professional] = [
      { id: 'i', kind: 'initial' },
      { id: 'p', kind: 'professional' },
    ]
    const withLicenses = (...licenses: object[]) =>
      evaluated(ID, { cycle: CYCLE, licenses, rows: [{ hours: 200 }] })

    const alone = withLicenses(professional)

    expect(alone).toMatchObject({ exempt: false, required: 150, counted: 200 })
    expect(withLicenses(initial, professional)).toEqual(alone)
    expect(withLicenses(professional, initial)).toEqual(alone)
    expect(withLicenses(initial, { id: 'v', kind: 'provisional' }).exempt).toBe(true)
  })

  it('offers the content of a second Professional license to claim, not that of an Initial one', () => {
    const licenses = [{ id: 'i', kind: 'initial' }, { id: 'p' }, { id: 'biology' }]

    const codes = claimableCategories(inputOf(ID, { licenses })).map(({ code }) => code)

    expect(codes.filter((code) => code.startsWith('content:'))).toEqual(['content:biology'])
  })

  it('places an hour that fits two subjects where it is needed, and counts it once', () => {
    const rows = [
      { hours: 15, categories: ['content'] },
      { title: 'Both', hours: 15, categories: ['content', 'pedagogy'] },
    ]

    const { counted, short, rows: verdicts } = evaluated(ID, { rows })

    expect(counted).toBe(30)
    expect(short).toEqual({ total: 120, sei_esl_bilingual: 15, swd_diverse: 15 })
    expect(verdicts[1]?.sentence).toBe('Counts 15 PDPs toward Pedagogy, where it helps you most.')
  })

  it('counts under a limit of the district first what follows the plan', () => {
    const study = { hours: 30, activityKind: 'independent_study', categories: ['content'] }
    const limit = {
      id: 'ours',
      kind: 'cap',
      label: 'At most 30 by independent study',
      activityKinds: ['independent_study'],
      amount: 30,
      per: 'cycle',
      confidence: 'verified',
      sources: ['Board policy'],
    }

    const { rows } = evaluated(ID, {
      cycle: CYCLE,
      overlay: { id: 'policy', revision: 1, name: 'Policy', ruleSet: ID, rules: [limit] },
      rows: [
        { hours: 15, on: '2023-01-01', categories: ['content'], aligned: true },
        { ...study, on: '2024-01-01', aligned: false },
        { ...study, on: '2025-01-01', categories: ['pedagogy'], aligned: true },
      ],
    })

    expect(rows.map(({ counted }) => counted)).toEqual([15, 0, 30])
  })
})
