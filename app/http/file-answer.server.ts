import { setImmediate as breathe } from 'node:timers/promises'
import type { LongCsv } from '~/domain/csv.server'
import { ROWS_HEADER } from './long-table'

/** A file to save that is made for this one request; no cache keeps it. */
export const fileAnswer = (
  content: string | Uint8Array<ArrayBuffer> | ReadableStream,
  mediaType: string,
  name: string,
) =>
  new Response(content, {
    headers: {
      'Content-Type': typeof content === 'string' ? `${mediaType}; charset=utf-8` : mediaType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })

/** A table to save. @param name with its ending */
export const csvAnswer = (csv: string, name: string) => fileAnswer(csv, 'text/csv', name)

/**
 * A long table to save, sent while it is read. Others are answered between its pieces, and it is given up
 * as soon as nobody waits for it.
 *
 * @param signal of the request
 */
export function longCsvAnswer({ rows, pieces }: LongCsv, name: string, signal: AbortSignal) {
  const reading = pieces[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await breathe()
      if (signal.aborted) {
        await reading.return?.()
        return controller.close()
      }
      const { done, value } = await reading.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await reading.return?.()
    },
  })
  const answer = fileAnswer(stream, 'text/csv; charset=utf-8', name)
  answer.headers.set(ROWS_HEADER, String(rows))
  return answer
}
