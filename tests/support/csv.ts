import type { LongCsv } from '~/domain/csv.server'

/** All of a long table, read to its end. */
export async function textOf({ pieces }: LongCsv) {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}
