import fc from '../../support/property'
import { describe, expect, it } from 'vitest'
import { sumOf } from '~/domain/evaluation/amount'
import { evaluate } from '~/domain/evaluation/evaluate'
import { printedFormat } from '~/domain/evaluation/printed-format.server'
import { printedEvaluation } from '~/domain/evaluation/printing'
import { ruleSetNamed } from '../../support/evaluations'
import type { CreditRow, EvaluationInput } from '~/domain/evaluation/input'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import type { RuleSet } from '~/domain/rule-sets/rule-set'

const KINDS = ['workshop', 'independent_study', 'mentoring', 'presenting', 'curriculum_development']
const TOPICS = ['UDL', 'Reading', 'Robotics', undefined]

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

/** Rows such as educators log, for a rule set. */
function rowsFor({ categories, conversions }: RuleSet): fc.Arbitrary<CreditRow[]> {
  const codes = categories.map(({ code }) => code)
  const quantity = fc.oneof(
    { weight: 4, arbitrary: fc.record({ minutes: fc.integer({ min: 1, max: 1800 }) }) },
    fc.record({
      credit: fc.constantFrom(...conversions.map(({ from }) => from)),
      level: fc.constantFrom('graduate', 'audited', undefined),
      amount: fc.integer({ min: 1, max: 60 }).map((tenths) => tenths / 10),
    }),
  )
  const row = fc
    .record({
      startsOn: fc.constantFrom('2021-03-01', '2022-10-09', '2024-01-31', '2025-05-05'),
      activityKind: fc.constantFrom(...KINDS),
      topic: fc.constantFrom(...TOPICS),
      categories: fc.subarray(codes, { maxLength: Math.min(3, codes.length) }),
      item: maybe(fc.constantFrom('Omar', 'Grace')),
      provider: maybe(fc.record({ kind: fc.constantFrom('district', 'vendor', undefined) })),
      proofs: maybe(fc.constantFrom([], ['product'])),
      status: maybe(fc.constantFrom('approved', 'waiting')),
      quantity,
    })
    .map(({ quantity, ...rest }) => ({ ...rest, ...quantity }) as Omit<CreditRow, 'id' | 'title'>)
  return fc
    .array(row, { maxLength: 12 })
    .map((rows) => rows.map((it, at) => ({ ...it, id: `r${at}`, title: `Row ${at}` })))
}

function inputsFor(ruleSet: RuleSet): fc.Arbitrary<EvaluationInput> {
  const codes = (list: { code: string }[] = []) => list.map(({ code }) => code)
  return fc.record({
    ruleSet: fc.constant(ruleSet),
    licenses: fc
      .array(fc.constantFrom(undefined, ...codes(ruleSet.classes)), { maxLength: 2 })
      .map((classes) => classes.map((it, at) => ({ id: `l${at}`, class: it }))),
    cycle: fc.constant({ startsOn: '2021-07-01', endsOn: '2026-06-30' }),
    educator: fc.record({
      employed: fc.boolean(),
      facts: fc.subarray(codes(ruleSet.facts)),
    }),
    rows: rowsFor(ruleSet),
    asOf: fc.constant('2026-01-01'),
  })
}

const anyInput = fc.constantFrom(...shippedRuleSets()).chain(inputsFor)

/** A summary that two evaluations with the same outcome share. */
const outcomeOf = (input: EvaluationInput) => {
  const { rows, ...evaluation } = evaluate(input)
  return { ...evaluation, rows: new Map(rows.map((it) => [it.row.id, it])) }
}

describe('what always holds of an evaluation', () => {
  it('adds up: what counts, is lost and is pending is what the rows are worth', () => {
    const holds = fc.property(anyInput, (input) => {
      const { rows, counted, pending, lost } = evaluate(input)

      for (const row of rows) expect(row.counted + row.pending + row.lost).toBe(row.amount)
      for (const row of rows) {
        expect(sumOf(row.placements.map(({ amount }) => amount))).toBe(row.counted)
      }
      expect(counted + pending + lost).toBe(sumOf(rows.map(({ amount }) => amount)))
    })

    fc.assert(holds, { numRuns: 400 })
  })

  it('does not depend on the order of rows', () => {
    const shuffled = anyInput.chain((input) =>
      fc.tuple(
        fc.constant(input),
        fc.shuffledSubarray(input.rows, { minLength: input.rows.length }),
      ),
    )
    const holds = fc.property(shuffled, ([input, rows]) => {
      expect(outcomeOf({ ...input, rows })).toEqual(outcomeOf(input))
    })

    fc.assert(holds, { numRuns: 300 })
  })

  it('never lowers what is met when a row grows, or another one comes', () => {
    const grown = anyInput.chain((input) =>
      fc.tuple(fc.constant(input), fc.nat(), fc.integer({ min: 1, max: 900 })),
    )
    const holds = fc.property(grown, ([input, at, more]) => {
      const rows = input.rows.map((row, index) =>
        index === at % Math.max(1, input.rows.length) ? moreOf(row, more) : row,
      )
      const before = evaluate(input)
      const after = evaluate({ ...input, rows })
      const extended = evaluate({ ...input, rows: [...input.rows, ...extra(input, more)] })

      for (const later of [after, extended]) {
        expect(later.counted).toBeGreaterThanOrEqual(before.counted)
        expect(metCount(later)).toBeGreaterThanOrEqual(metCount(before))
        if (before.met) expect(later.met).toBe(true)
      }
    })

    fc.assert(holds, { numRuns: 400 })
  })

  it('says of every row why, and by which rule', () => {
    const holds = fc.property(anyInput, (input) => {
      const { rows } = evaluate(input)

      expect(rows).toHaveLength(input.rows.length)
      for (const { sentence, rule } of rows) {
        expect(sentence).toMatch(/^[A-Z0-9“].*[.!]$/)
        expect(rule.label).not.toBe('')
      }
    })

    fc.assert(holds, { numRuns: 200 })
  })

  it('prints what its schema describes', () => {
    const holds = fc.property(anyInput, (input) => {
      const printed: unknown = JSON.parse(JSON.stringify(printedEvaluation(evaluate(input))))

      expect(printedFormat.safeParse(printed).error).toBeUndefined()
    })

    fc.assert(holds, { numRuns: 200 })
  })

  it('holds for no rows at all', () => {
    for (const ruleSet of shippedRuleSets()) {
      const { counted, rows } = evaluate({
        ruleSet: ruleSetNamed(ruleSet.id),
        licenses: [],
        cycle: {},
        educator: {},
        rows: [],
        asOf: '2026-01-01',
      })

      expect(counted).toBe(0)
      expect(rows).toEqual([])
    }
  })
})

const moreOf = (row: CreditRow, more: number): CreditRow =>
  row.minutes === undefined
    ? { ...row, amount: (row.amount ?? 0) + more }
    : { ...row, minutes: row.minutes + more }

const extra = ({ rows }: EvaluationInput, minutes: number): CreditRow[] => [
  { ...rows[0], id: 'another', title: 'Another', credit: undefined, amount: undefined, minutes },
]

const metCount = ({ requirements }: ReturnType<typeof evaluate>) =>
  requirements.filter(({ met }) => met).length
