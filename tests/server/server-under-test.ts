import { mkdtemp, rm } from 'node:fs/promises'
import {
  request as httpRequest,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
} from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import { onTestFinished } from 'vitest'
import { createHost, type HostOptions } from '../../app/server/host'
import { createLog } from '../../app/server/log'

export const ORIGIN = 'https://learning.example.org'
export const HOST = 'learning.example.org'

/** What an honest browser sends with one of our forms. */
export const form = {
  'Sec-Fetch-Site': 'same-origin',
  Origin: ORIGIN,
  'Content-Type': 'application/x-www-form-urlencoded',
}

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }

export type Question = {
  method?: string
  path?: string
  headers?: OutgoingHttpHeaders
  body?: string
}

/** The real host on a free port, with a small Remix build whose routes a test may replace. */
export async function startHost(
  options: Partial<HostOptions> & { routes?: Record<string, Partial<RouteModule>> } = {},
) {
  const { routes, ...overrides } = options
  const clientDirectory = overrides.clientDirectory ?? (await temporaryDirectory())
  const lines: Record<string, unknown>[] = []
  const host = createHost({
    build: buildOf(routes),
    clientDirectory,
    origin: ORIGIN,
    mode: 'production',
    trustProxy: false,
    isUpload: () => null,
    loadContext: (_req, res) => ({ nonce: res.locals.nonce }) as AppLoadContext,
    checkReady: async () => ({ ok: true, checks: {} }),
    log: createLog({ level: 'debug', destination: linesTo(lines) }),
    ...overrides,
  })
  const port = await host.listen(0, '127.0.0.1')
  onTestFinished(() => host.close().catch(() => {}))

  return {
    ...host,
    port,
    lines,
    ask: (question: Question = {}) => ask(port, question),
    send: (text: string) => send(port, text),
  }
}

/** One request with exactly these headers, and `Host` unless given. */
export function ask(port: number, { method = 'GET', path = '/home', headers, body }: Question) {
  return new Promise<Answer>((resolve, reject) => {
    const request = httpRequest(
      { port, host: '127.0.0.1', method, path, headers: { Host: HOST, ...headers }, agent: false },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        )
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

/** Bytes as given, for what no HTTP client would send; answers what came back until the server hung up. */
export function send(port: number, text: string) {
  return new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let received = ''
    socket.on('data', (chunk) => (received += chunk.toString()))
    socket.on('end', () => resolve(received))
    socket.on('error', reject)
    socket.write(text)
  })
}

export async function temporaryDirectory() {
  const directory = await mkdtemp(join(tmpdir(), 'cairn-server-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}

export function linesTo(lines: Record<string, unknown>[]) {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()))
      done()
    },
  })
}

type RouteModule = ServerBuild['routes'][string]['module']

function buildOf(routes: Record<string, Partial<RouteModule>> = {}): ServerBuild {
  const page: Partial<RouteModule> = {
    loader: () => ({ read: true }),
    action: () => ({ written: true }),
    default: () => null,
  }
  const modules: Record<string, Partial<RouteModule>> = { '*': page, ...routes }
  const children = Object.entries(modules).map(([path, module]) => [
    path,
    { id: path, parentId: 'root', path, module },
  ])

  return {
    entry: {
      module: {
        default: (
          _request: Request,
          status: number,
          headers: Headers,
          _: unknown,
          context: AppLoadContext,
        ) => {
          headers.set('Content-Type', 'text/html; charset=utf-8')
          return new Response(`<p>nonce=${context.nonce}</p>`, { status, headers })
        },
      },
    },
    routes: {
      root: { id: 'root', path: '', module: { default: () => null } },
      ...Object.fromEntries(children),
    },
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
    publicPath: '/',
    basename: '/',
    assetsBuildDirectory: '',
    mode: 'production',
    isSpaMode: false,
    future: { v3_singleFetch: true },
  } as unknown as ServerBuild
}
