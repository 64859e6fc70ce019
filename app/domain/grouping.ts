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

/** The items in batches, such as one query takes. */
export function batchesOf<Item>(items: Item[], size: number) {
  const batches: Item[][] = []
  for (let start = 0; start < items.length; start += size) {
    batches.push(items.slice(start, start + size))
  }
  return batches
}
