import { type Rule, rulesOf } from '../rule-sets/rule-set'
import { type Asked, needsOf } from './asking'
import type { Piece } from './crediting'
import { dimensionsOf } from './placing'

/**
 * What speaks for a piece where a cap lets only some of them count: in how many categories of further
 * dimensions, such as the district's, something is asked that it fits, and that it follows the plan. A
 * simple order, not a search: with several such categories another choice could reach more of them.
 *
 * @param rules those that apply
 */
export function rankBy(asked: Asked, rules: readonly Rule[]): (piece: Piece) => number {
  const needs = needsOf(asked)
  const [, ...others] = dimensionsOf(asked.categories)
  const wanted = others
    .flat()
    .filter(({ code, parent }) => needs.has(code) || (parent !== undefined && needs.has(parent)))
    .map(({ code }) => code)
  const isPlanAsked = rulesOf(rules, 'plan_alignment').length > 0
  return ({ categories, row }) => {
    const serves = categories.filter((code) => wanted.includes(code)).length
    return serves + (isPlanAsked && row.aligned ? 1 : 0)
  }
}
