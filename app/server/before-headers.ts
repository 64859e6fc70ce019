import type { ServerResponse } from 'node:http'

/**
 * Calls the listener once, just before the status line and headers of a response are written.
 * A default set here, when the header is absent, cannot be doubled by Remix, which appends.
 */
export function beforeHeaders(res: ServerResponse, listener: () => unknown) {
  const writeHead = res.writeHead

  res.writeHead = function (...args: unknown[]) {
    res.writeHead = writeHead
    listener()
    return Reflect.apply(writeHead, res, args)
  } as typeof writeHead
}
