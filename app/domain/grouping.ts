/** The rows by a key, in the order in which they come. */
export function groupBy<Row, Key>(rows: Iterable<Row>, keyOf: (row: Row) => Key) {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/** So few that the databases look each up. */
const ROWS_AT_ONCE = 100

/** The rows of some ids in the order of the ids, a batch at a time; what is gone by then is left out. */
export async function* rowsInBatches<Row extends { id: string }>(
  ids: string[],
  read: (ids: string[]) => PromiseLike<Row[]>,
) {
  for (const batch of batchesOf(ids, ROWS_AT_ONCE)) {
    const found = new Map((await read(batch)).map((row) => [row.id, row]))
    yield batch.flatMap((id) => found.get(id) ?? [])
  }
}

/** The items in batches, such as one query takes. */
export function batchesOf<Item>(items: Item[], size: number) {
  const batches: Item[][] = []
  for (let start = 0; start < items.length; start += size) {
    batches.push(items.slice(start, start + size))
  }
  return batches
}
