import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { PassThrough } from 'node:stream'
import { ReadableStream } from 'node:stream/web'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceContext } from './nonce'

const ABORT_AFTER = 10_000
/** React writes pieces of 2 KB; what waits is sent together, for each piece is compressed in a turn of another thread. */
const BUFFERED = 256 * 1024

export default function answerWithPage(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, report }: AppLoadContext,
) {
  return new Promise<Response>((resolve, reject) => {
    let failed = false
    const ready = isbot(request.headers.get('User-Agent')) ? 'onAllReady' : 'onShellReady'
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remix} url={request.url} nonce={nonce} abortDelay={ABORT_AFTER} />
      </NonceContext.Provider>,
      {
        nonce,
        [ready]() {
          const body = new PassThrough({ highWaterMark: BUFFERED })
          body.once('close', () => clearTimeout(tooLate))
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(
            new Response(ReadableStream.from(body) as BodyInit, {
              headers,
              status: failed ? 500 : status,
            }),
          )
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          failed = true
          if (!request.signal.aborted) report(error)
        },
      },
    )
    const tooLate = setTimeout(abort, ABORT_AFTER).unref()
  })
}

/** A bug: the log gets it, the person gets a page with the number of the request. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
) {
  if (!request.signal.aborted) context.report(error)
}
