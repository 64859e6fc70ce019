import { batchesOf } from './grouping'

/** A list for a file: how many rows it has, and the rows themselves, a batch at a time. */
export type LongList<Row> = { size: number; batches: AsyncIterable<Row[]> }

/** A long list of what is of people, and whose rows they are, each once. */
export type PeopleList<Row> = LongList<Row> & { memberIds: string[] }

/** Whose rows they are, each once. */
export const ownersOf = (rows: readonly { memberId: string }[]) => [
  ...new Set(rows.map(({ memberId }) => memberId)),
]

/** So few that the databases look each up. */
const ROWS_AT_ONCE = 100
/**
 * A list of which the next rows are read when those before are taken.
 *
 * @param read the rows of some items
 * @param many where an item has many rows, such as a person: how many rows all have, and how many items
 * are few enough to be read at once
 */
export const longListOf = <Item, Row>(
  items: Item[],
  read: (some: Item[]) => PromiseLike<Row[]>,
  many: { size: number; atOnce: number } = { size: items.length, atOnce: ROWS_AT_ONCE },
): LongList<Row> => ({ size: many.size, batches: inBatches(items, read, many.atOnce) })

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
  atOnce: number,
) {
  for (const batch of batchesOf(items, atOnce)) yield await read(batch)
}
