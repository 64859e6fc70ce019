import fc from '../../support/property'
import { describe, expect, it } from 'vitest'
import { sumOf } from '~/domain/evaluation/amount'
import type { CapGroup } from '~/domain/evaluation/caps'
import { place } from '~/domain/evaluation/placing'
import type { Category, RuleOf } from '~/domain/rule-sets/rule-set'

const CODES = ['a', 'b', 'c']
const APART: Category[] = CODES.map((code) => ({ code, label: code }))
/** The last is part of the first. */
const NESTED = APART.map((it) => (it.code === 'c' ? { ...it, parent: 'a' } : it))

type Small = {
  pieces: { categories: string[]; amount: number; isCapped: boolean; rank: number }[]
  needs: number[]
  limit: number
}

const small: fc.Arbitrary<Small> = fc.record({
  pieces: fc.array(
    fc.record({
      categories: fc.subarray(CODES),
      amount: fc.integer({ min: 1, max: 4 }),
      isCapped: fc.boolean(),
      rank: fc.nat(2),
    }),
    { maxLength: 4 },
  ),
  needs: fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)),
  limit: fc.nat(6),
})

/** How good a placement is: minimums reached, then little missing, then much counted. */
type Score = [reached: number, missing: number, counted: number]

function scoreOf(have: number[], needs: number[], counted: number): Score {
  const missing = needs.map((need, at) => Math.max(0, need - have[at]!))
  const reached = missing.filter((it, at) => it === 0 && needs[at]! > 0).length
  return [reached, -sumOf(missing), counted]
}

const isBetter = (a: Score, b: Score) =>
  a[0] - b[0] > 0 || (a[0] === b[0] && (a[1] > b[1] || (a[1] === b[1] && a[2] > b[2])))

/** The best score of all placements, one unit after the other: to a category, to the total, or lost. */
function bruteForce({ pieces, needs, limit }: Small, score: typeof scoreOf): Score {
  const units = pieces.flatMap((piece) => Array.from({ length: piece.amount }, () => piece))
  const seen = new Map<string, Score>()
  const best = (at: number, have: number[], counted: number, capped: number): Score => {
    const unit = units[at]
    if (!unit) return score(have, needs, counted)
    const key = `${at} ${have.join()} ${counted} ${capped}`
    const known = seen.get(key)
    if (known) return known
    let top = best(at + 1, have, counted, capped)
    const used = capped + (unit.isCapped ? 1 : 0)
    if (!unit.isCapped || used <= limit) {
      const places = [...unit.categories.map((code) => CODES.indexOf(code)), -1]
      for (const place of places) {
        const next = have.map((amount, index) => (index === place ? amount + 1 : amount))
        const score = best(at + 1, next, counted + 1, used)
        if (isBetter(score, top)) top = score
      }
    }
    seen.set(key, top)
    return top
  }
  return best(0, [0, 0, 0], 0, 0)
}

function ours({ pieces, needs, limit }: Small, categories: Category[], score: typeof scoreOf) {
  const rule = { id: 'cap' } as RuleOf<'cap'>
  const group: CapGroup = { key: 'cap', rule, limit, size: 1 }
  const rows = pieces.map(({ categories, amount, isCapped }, at) => ({
    row: { id: `r${at}`, title: '', activityKind: isCapped ? 'capped' : 'free' },
    categories,
    amount,
  }))
  const wanted = {
    categories,
    needs: new Map(CODES.map((code, at) => [code, needs[at]!])),
  }
  const ranks = new Map(rows.map((piece, at) => [piece.row.id, pieces[at]!.rank]))
  const placed = place(
    rows,
    wanted,
    ({ activityKind }) => (activityKind === 'capped' ? [group] : []),
    ({ row }) => ranks.get(row.id)!,
  )
  const placements = [...placed.values()].flat()
  const have = CODES.map((code) =>
    sumOf(placements.filter(({ category }) => category === code).map(({ amount }) => amount)),
  )
  return score(have, needs, sumOf(placements.map(({ amount }) => amount)))
}

describe('placing rows in categories', () => {
  it('is as good as the best of all placements, whatever else speaks for the rows', () => {
    const holds = fc.property(small, (it) => {
      expect(ours(it, APART, scoreOf)).toEqual(bruteForce(it, scoreOf))
    })

    fc.assert(holds, { numRuns: 1500 })
  })

  it('reaches as many minimums, and counts as much, where a category is part of another', () => {
    const nested = ([a, b, c]: number[], needs: number[], counted: number): Score => {
      const [reached] = scoreOf([a! + c!, b!, c!], needs, counted)
      return [reached, 0, counted]
    }
    const holds = fc.property(small, (it) => {
      expect(ours(it, NESTED, nested)).toEqual(bruteForce(it, nested))
    })

    fc.assert(holds, { numRuns: 1500 })
  })
})
