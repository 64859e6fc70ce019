import { batchesOf } from './grouping'

/** A list for a file: how many rows it has, and the rows themselves, a batch at a time. */
export type LongList<Row> = { size: number; batches: AsyncIterable<Row[]> }

/** So few that the databases look each up. */
const ROWS_AT_ONCE = 100

/** A list of which the next rows are read when those before are taken. @param read the rows of some items */
export const longListOf = <Item, Row>(
  items: Item[],
  read: (some: Item[]) => PromiseLike<Row[]>,
): LongList<Row> => ({ size: items.length, batches: inBatches(items, read) })

/**
 * A list that is read by the ids of its rows, in their order; what is gone by then is left out.
 *
 * @param all the ids of all rows
 * @param read the rows of some ids, in any order
 */
export const longListById = <Row extends { id: string }>(
  all: { id: string }[],
  read: (ids: string[]) => PromiseLike<Row[]>,
) =>
  longListOf(
    all.map(({ id }) => id),
    async (ids) => {
      const found = new Map((await read(ids)).map((row) => [row.id, row]))
      return ids.flatMap((id) => found.get(id) ?? [])
    },
  )

async function* inBatches<Item, Row>(items: Item[], read: (some: Item[]) => PromiseLike<Row[]>) {
  for (const batch of batchesOf(items, ROWS_AT_ONCE)) yield await read(batch)
}
