import { batchesOf } from './grouping'

/** A list for a file: how many rows it has, and the rows themselves, a batch at a time. */
export type LongList<Row> = { size: number; batches: AsyncIterable<Row[]> }

/** So few that the databases look each up. */
const ROWS_AT_ONCE = 100
/** So few that all of their rows are few. */
const OWNERS_AT_ONCE = 10

/** A list of which the next rows are read when those before are taken. @param read the rows of some items */
export const longListOf = <Item, Row>(
  items: Item[],
  read: (some: Item[]) => PromiseLike<Row[]>,
): LongList<Row> => ({ size: items.length, batches: inBatches(items, read) })

/**
 * A list that is read by those whose rows it has, many of each.
 *
 * @param size how many rows they have together
 * @param read the rows of some owners
 */
export const longListByOwner = <Owner, Row>(
  owners: Owner[],
  size: number,
  read: (some: Owner[]) => PromiseLike<Row[]>,
): LongList<Row> => ({ size, batches: inBatches(owners, read, OWNERS_AT_ONCE) })

/**
 * A list that is read by the ids of its rows, in their order; what is gone by then is left out.
 *
 * @param all the ids of all rows
 * @param read the rows of some ids, in any order
 */
export const longListById = <Row extends { id: string }>(
  all: { id: string }[],
  read: (ids: string[]) => PromiseLike<Row[]>,
) => longListOf(all, async (some) => inTheirOrder(some, await read(some.map(({ id }) => id))))

/** Rows as their ids come; what is not there is left out. */
export function inTheirOrder<Row extends { id: string }>(
  order: readonly { id: string }[],
  rows: readonly Row[],
) {
  const found = new Map(rows.map((row) => [row.id, row]))
  return order.flatMap(({ id }) => found.get(id) ?? [])
}

async function* inBatches<Item, Row>(
  items: Item[],
  read: (some: Item[]) => PromiseLike<Row[]>,
  atOnce = ROWS_AT_ONCE,
) {
  for (const batch of batchesOf(items, atOnce)) yield await read(batch)
}
