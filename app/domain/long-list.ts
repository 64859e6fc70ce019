import { batchesOf } from './grouping'

/** A list for a file: how many rows it has, and the rows themselves, a batch at a time. */
export type LongList<Row> = { size: number; batches: AsyncIterable<Row[]> }

/** So few that the databases look each up. */
const ROWS_AT_ONCE = 100

/**
 * A list that is read by the ids of its rows, in their order; what is gone by then is left out.
 *
 * @param all the ids of all rows
 * @param read the rows of some ids, in any order
 */
export const longListOf = <Row extends { id: string }>(
  all: { id: string }[],
  read: (ids: string[]) => PromiseLike<Row[]>,
): LongList<Row> => ({
  size: all.length,
  batches: inBatches(
    all.map(({ id }) => id),
    async (ids) => {
      const found = new Map((await read(ids)).map((row) => [row.id, row]))
      return ids.flatMap((id) => found.get(id) ?? [])
    },
  ),
})

/** What is read of items, of which the next are read when those before are taken. */
export async function* inBatches<Item, Row>(
  items: Item[],
  read: (some: Item[]) => PromiseLike<Row[]>,
) {
  for (const batch of batchesOf(items, ROWS_AT_ONCE)) yield await read(batch)
}
