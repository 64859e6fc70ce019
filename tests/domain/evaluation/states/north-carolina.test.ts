import { describe, expect, it } from 'vitest'
import { selectRuleSet } from '~/domain/rule-sets/selecting'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { evaluated } from '../../../support/evaluations'

const [OLD, NEW] = ['us-nc-2019', 'us-nc-2024']
const ceus = (amounts: Record<string, number>) =>
  Object.entries(amounts).map(([category, amount]) => ({
    credit: 'ceu',
    amount,
    categories: [category],
  }))
const askedBy = (id: string, license: object) =>
  evaluated(id, { licenses: [license] })
    .requirements.filter(({ category }) => category)
    .map(({ category, need }) => [category, need])

describe('North Carolina', () => {
  it.each([
    ['2019-06-29', undefined],
    ['2019-06-30', OLD],
    ['2024-06-29', OLD],
    ['2024-06-30', NEW],
  ])('a license that expires on %s falls under %s', (expiresOn, id) => {
    expect(selectRuleSet(shippedRuleSets(), 'US-NC', { expiresOn })?.id).toBe(id)
  })

  it('asks for 2 CEUs of digital learning by the rules of 2019, and for none by those of 2024', () => {
    const license = { class: 'grades_6_12_teacher' }

    expect(askedBy(OLD, license)).toEqual([
      ['academic_subject', 3],
      ['digital_learning_competencies', 2],
      ['general', 3],
    ])
    expect(askedBy(NEW, license)).toEqual([
      ['academic_subject', 4],
      ['general', 4],
    ])
  })

  it('asks teachers of the first grades for literacy, in both versions', () => {
    const license = { class: 'k5_teacher' }

    expect(askedBy(OLD, license)).toEqual([
      ['academic_subject', 3],
      ['literacy', 3],
      ['digital_learning_competencies', 2],
    ])
    expect(askedBy(NEW, license)).toEqual([
      ['academic_subject', 3],
      ['literacy', 3],
      ['general', 2],
    ])
  })

  it('takes the same CEUs for enough by the rules of 2024 and not by those of 2019', () => {
    const licenses = [{ class: 'grades_6_12_teacher' }]
    const rows = ceus({ academic_subject: 4, general: 4 })

    const before = evaluated(OLD, { licenses, rows })
    const after = evaluated(NEW, { licenses, rows })

    expect(before.short).toEqual({ digital_learning_competencies: 2 })
    expect(before.sentence).toBe(
      'You are on course: 8 of 8 CEUs; Digital learning competencies is 2 short.',
    )
    expect(after.sentence).toBe('You have all that is asked: 8 of 8 CEUs.')
  })

  it('does not count one credit in two subjects', () => {
    const licenses = [{ class: 'k5_teacher' }]
    const both = { credit: 'ceu', amount: 3, categories: ['academic_subject', 'literacy'] }
    const rows = [both, ...ceus({ general: 5 })]

    const { counted, short } = evaluated(NEW, { licenses, rows })

    expect(counted).toBe(8)
    expect(short).toEqual({ literacy: 3 })
  })

  it('lets one credit be split, where all of it is used', () => {
    const row = {
      hours: 15,
      split: [
        { category: 'academic_subject', hours: 10 },
        { category: 'literacy', hours: 5 },
      ],
    }

    const { counted, rows } = evaluated(NEW, { licenses: [{ class: 'k5_teacher' }], rows: [row] })

    expect(counted).toBe(1.5)
    expect(rows[0]?.sentence).toBe(
      'Counts 1.5 CEUs: 1 toward Academic subject and 0.5 toward Literacy.',
    )
  })

  it('puts what fits no subject into general', () => {
    const { rows } = evaluated(NEW, {
      licenses: [{ class: 'student_services' }],
      rows: [{ credit: 'quarter_hour', amount: 1 }],
    })

    expect(rows[0]?.sentence).toBe('Counts 1 CEU toward General.')
  })

  it('counts National Board Certification as 8 CEUs by the rules of 2024 alone', () => {
    const rows = [{ credit: 'national_board_certification', amount: 1 }]

    expect(evaluated(NEW, { rows }).rows[0]?.units).toBe(8)
    expect(evaluated(OLD, { rows }).rows[0]?.sentence).toBe(
      'No page that was read says whether North Carolina takes National Board Certifications: ask the state before you count on them.',
    )
  })

  it('is met with 80 hours and not with a minute less', () => {
    const licenses = [{ class: 'administrator' }]
    const file = (minutes: number) => ({
      licenses,
      rows: [{ hours: 40, categories: ['executive_role'] }, { minutes }],
    })

    expect(evaluated(NEW, file(2400)).met).toBe(true)
    expect(evaluated(NEW, file(2399)).short).toEqual({ total: 0.002, general: 0.002 })
  })

  it('asks nothing of a lifetime license', () => {
    const { exempt, rows } = evaluated(NEW, {
      licenses: [{ kind: 'lifetime' }],
      rows: [{ hours: 1 }],
    })

    expect(exempt).toBe(true)
    expect(rows[0]?.sentence).toBe('A lifetime license is not renewed.')
  })

  it('assumes no class where none is stated, and asks for it', () => {
    const rows = [{ hours: 80, categories: ['academic_subject'] }]

    const open = evaluated(NEW, { licenses: [{}], rows })
    const stated = evaluated(NEW, { licenses: [{ class: 'grades_6_12_teacher' }], rows })

    expect(open.requirements.map(({ rule }) => rule)).toEqual(['total'])
    expect(open.sentence).toBe(
      'You have all that could be checked: 8 of 8 CEUs. Say which class of license it is.',
    )
    expect(open.unchecked).toHaveLength(7)
    expect(stated.sentence).toBe('You have all that is asked: 8 of 8 CEUs.')
  })
})
