import { type Category, dimensionOf } from '../rule-sets/rule-set'
import { groupBy } from '../grouping'
import { type Amount, sumOf } from './amount'
import type { CapGroup } from './caps'
import type { Piece } from './crediting'
import { Network } from './flow'
import type { CreditRow } from './input'

/** Where a part of a piece goes; null is the total alone. */
export type Placement = { category: string | null; amount: Amount }

/** What is asked in categories; categories in the order in which they are filled. */
export type Wanted = { categories: Category[]; needs: ReadonlyMap<string, Amount> }

/** Pieces that may go to the same categories, lie under the same caps and have the same rank. */
type Bundle = {
  pieces: Piece[]
  categories: string[]
  caps: CapGroup[]
  rank: number
  amount: Amount
}

/**
 * Places pieces in the categories of one dimension so that, first, as many minimums as possible are
 * reached; second, as little as possible is missing in the others, the earlier ones first; third, as
 * much as possible counts under the caps. Pieces come in the order in which they are to count: what is
 * lost to a cap is lost from the last ones of the lowest rank that these three let go.
 *
 * @param rankOf what speaks for a piece beside these categories; of pieces under a cap the highest come first
 */
export function place(
  pieces: readonly Piece[],
  wanted: Wanted,
  capsOf: (row: CreditRow) => CapGroup[],
  rankOf: (piece: Piece) => number = () => 0,
): Map<Piece, Placement[]> {
  const bundles = bundlesOf(pieces, wanted.categories, capsOf, rankOf)
  const goal = bestGoal(bundles, wanted)
  const flow = new PlacementFlow(bundles, wanted)
  flow.fill(goal)
  flow.fill(flow.needs.map((_, at) => at))
  flow.overflow()
  return deal(bundles, flow)
}

function bundlesOf(
  pieces: readonly Piece[],
  categories: Category[],
  capsOf: (row: CreditRow) => CapGroup[],
  rankOf: (piece: Piece) => number,
): Bundle[] {
  const fits = fittingBy(categories)
  const bundles = new Map<string, Bundle>()
  for (const piece of pieces) {
    const fitting = fits(piece)
    const caps = capsOf(piece.row)
    const rank = caps.length > 0 ? rankOf(piece) : 0
    const key = `${fitting.key} ${caps.length > 0 ? caps.map((cap) => cap.key).join() : ''} ${rank}`
    const known = bundles.get(key)
    const bundle = known ?? { pieces: [], categories: fitting.categories, caps, rank, amount: 0 }
    if (!known) bundles.set(key, bundle)
    bundle.pieces.push(piece)
    bundle.amount += piece.amount
  }
  return [...bundles]
    .toSorted(([a, { rank }], [b, other]) => other.rank - rank || (a < b ? -1 : 1))
    .map(([, bundle]) => bundle)
}

/** The categories that pieces may go to, found once for pieces that name the same ones. */
function fittingBy(all: Category[]) {
  const found = new Map<string, { key: string; categories: string[] }>()
  return ({ categories }: Piece) => {
    const named = categories.join()
    const known = found.get(named)
    if (known) return known
    const fitting = all
      .filter(({ code, acceptsAny }) => acceptsAny || categories.includes(code))
      .map(({ code }) => code)
    const one = { key: fitting.join(), categories: fitting }
    found.set(named, one)
    return one
  }
}

/** From so many minimums on, the earlier ones are filled first instead of the largest set that can be. */
const MAX_MINIMUMS_TO_WEIGH = 12

/** The largest set of minimums that can all be reached, of equally large ones the one with the earlier. */
function bestGoal(bundles: Bundle[], wanted: Wanted): number[] {
  const count = wanted.categories.filter(({ code }) => wanted.needs.get(code)).length
  const canFill = (goal: number[]) => {
    const flow = new PlacementFlow(bundles, wanted)
    return flow.fill(goal)
  }
  const all = Array.from({ length: count }, (_, at) => at)
  if (canFill(all)) return all
  if (count > MAX_MINIMUMS_TO_WEIGH) return []
  const single = all.filter((at) => canFill([at]))
  for (let size = single.length; size > 1; size--) {
    const goal = subsets(single, size).find(canFill)
    if (goal) return goal
  }
  return single.slice(0, 1)
}

function subsets(items: number[], size: number): number[][] {
  if (size === 0) return [[]]
  return items.flatMap((item, at) =>
    subsets(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]),
  )
}

/** A minimum as an arc to the sink; what already went to its parts counts toward it. */
type Need = { arc: number; amount: Amount; parts: number[] }

/** The pieces as a network: from caps through bundles and categories to what is asked. */
class PlacementFlow {
  readonly needs: Need[] = []
  readonly #network = new Network()
  readonly #source = this.#network.node()
  readonly #sink = this.#network.node()
  readonly #overflows: number[] = []
  /** The arc into each bundle, those of the highest rank first. */
  readonly #supplies: { arc: number; rank: number }[] = []
  readonly #arcsOf: { category: string | null; arc: number }[][]

  constructor(bundles: Bundle[], { categories, needs }: Wanted) {
    const nodes = new Map(categories.map(({ code }) => [code, this.#network.node()]))
    const arcs = new Map<string, number>()
    for (const { code } of [...categories].sort(partsFirst)) {
      const amount = needs.get(code) ?? 0
      if (amount === 0) continue
      const parts = categories.filter(({ parent }) => parent === code)
      const arc = this.#closed(nodes.get(code)!)
      arcs.set(code, arc)
      this.needs.push({ arc, amount, parts: parts.flatMap((part) => arcs.get(part.code) ?? []) })
    }
    for (const { code, parent } of categories) {
      if (parent) this.#network.arc(nodes.get(code)!, nodes.get(parent)!, Infinity)
    }
    const caps = new Map<string, number>()
    this.#arcsOf = bundles.map((bundle) => {
      const node = this.#network.node()
      const supply = this.#network.arc(this.#underCaps(bundle.caps, caps), node, bundle.amount)
      this.#supplies.push({ arc: supply, rank: bundle.rank })
      const arcs: { category: string | null; arc: number }[] = bundle.categories.map(
        (category) => ({
          category,
          arc: this.#network.arc(node, nodes.get(category)!, Infinity),
        }),
      )
      arcs.push({ category: null, arc: this.#closed(node) })
      return arcs
    })
    for (const { code } of categories) this.#overflows.push(this.#closed(nodes.get(code)!))
    for (const arcs of this.#arcsOf) this.#overflows.push(arcs.at(-1)!.arc)
  }

  /** Fills what the needs ask, one after the other; whether all of it was reached. */
  fill(goal: number[]) {
    let isFilled = true
    for (const at of goal) {
      const { arc, amount, parts } = this.needs[at]!
      const have = sumOf([arc, ...parts].map((it) => this.#network.through(it)))
      const missing = Math.max(0, amount - have)
      this.#network.open(arc, missing)
      if (this.#network.augment(this.#source, this.#sink) < missing) isFilled = false
    }
    return isFilled
  }

  /** Lets the rest go to the categories beyond what they need, and to the total alone, rank by rank. */
  overflow() {
    const held = this.#supplies.map((it) => ({ ...it, left: this.#network.close(it.arc) }))
    for (const ofRank of groupBy(held, ({ rank }) => rank).values()) {
      for (const { arc, left } of ofRank) this.#network.open(arc, left)
      for (const arc of this.#overflows) {
        this.#network.open(arc, Infinity)
        this.#network.augment(this.#source, this.#sink)
      }
    }
  }

  /** How much of a bundle went where. */
  placementsOf(bundle: number): Placement[] {
    const arcs = this.#arcsOf[bundle]!
    return arcs
      .map(({ category, arc }) => ({ category, amount: this.#network.through(arc) }))
      .filter(({ amount }) => amount > 0)
  }

  #closed(from: number) {
    return this.#network.arc(from, this.#sink, 0)
  }

  #underCaps(caps: CapGroup[], nodes: Map<string, number>) {
    let above = this.#source
    for (const { key, limit } of caps) {
      const known = nodes.get(key)
      const node = known ?? this.#network.node()
      if (known === undefined) {
        this.#network.arc(above, node, limit)
        nodes.set(key, node)
      }
      above = node
    }
    return above
  }
}

const partsFirst = (a: Category, b: Category) => Number(!a.parent) - Number(!b.parent)

/** Hands what a bundle got to its pieces, in their order. */
function deal(bundles: Bundle[], flow: PlacementFlow) {
  const placed = new Map<Piece, Placement[]>()
  bundles.forEach(({ pieces }, at) => {
    const shares = flow.placementsOf(at)
    for (const piece of pieces) {
      const own: Placement[] = []
      let left = piece.amount
      while (left > 0 && shares.length > 0) {
        const share = shares[0]!
        const amount = Math.min(left, share.amount)
        own.push({ category: share.category, amount })
        share.amount -= amount
        left -= amount
        if (share.amount === 0) shares.shift()
      }
      placed.set(piece, own)
    }
  })
  return placed
}

/** The categories of each dimension, `main` first. */
export const dimensionsOf = (categories: Category[]) => {
  const dimensions = groupBy(categories, dimensionOf)
  const main = dimensions.get('main') ?? []
  dimensions.delete('main')
  return [main, ...dimensions.values()]
}
