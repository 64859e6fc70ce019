import type { LongCsv } from '~/domain/csv.server'
import type { LongList } from '~/domain/long-list'

/** All of a long table, read to its end. */
export async function textOf({ pieces }: LongCsv) {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

/** All rows of a long list. */
export async function allOf<Row>({ batches }: LongList<Row>) {
  const rows: Row[] = []
  for await (const batch of batches) rows.push(...batch)
  return rows
}
