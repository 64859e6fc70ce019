import { createServer, type Server } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'

/** Vite in middleware mode, with the HTTP server that its browser socket shares with the pages. */
export type Development = {
  server: Server
  middleware: RequestHandler
  build: () => Promise<ServerBuild>
  close: () => Promise<void>
}

/** Starts Vite for `createHost({ development, build: development.build })`; add `close` to `onClose`. */
export async function startDevelopment(): Promise<Development> {
  const { createServer: createVite } = await import('vite')
  const server = createServer()
  const vite = await createVite({ server: { middlewareMode: true, hmr: { server } } })

  return {
    server,
    middleware: vite.middlewares,
    build: () =>
      vite.ssrLoadModule('virtual:remix/server-build') as unknown as Promise<ServerBuild>,
    close: () => vite.close(),
  }
}
