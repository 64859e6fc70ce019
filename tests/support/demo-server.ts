import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port'
import { scratchFolder } from './scratch-folder'

/** The demonstration on a port and a database of its own. */
export type DemoServer = {
  /** `http://localhost:…`, without a slash at the end. */
  origin: string
  /** Its SQLite file, for a second connection. */
  databaseUrl: string
  stop(): Promise<void>
}

const CAIRN = fileURLToPath(new URL('../../bin/cairn', import.meta.url))
const SECONDS_TO_START = 120

/**
 * Runs `bin/cairn demo`, as anybody would who tries the product, until `stop`.
 *
 * @throws Error with the server's last words when it does not get ready
 */
export async function startDemo(): Promise<DemoServer> {
  const folder = mkdtempSync(join(scratchFolder(), 'cairn-demonstration-'))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const databaseUrl = `file:${join(folder, 'cairn.db')}`
  const child = spawn(process.execPath, [CAIRN, 'demo'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      TZ: 'UTC',
      TMPDIR: folder,
      NODE_ENV: 'production',
      PORT: String(port),
      ORIGIN: origin,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'error',
    },
  })
  const end = () => void child.kill('SIGKILL')
  process.once('exit', end)
  const said = lastWords(child)

  const stop = async () => {
    process.off('exit', end)
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      await exited
    }
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await getsReady(origin, child, said)
  } catch (error) {
    await stop()
    throw error
  }
  return { origin, databaseUrl, stop }
}

async function getsReady(origin: string, child: ChildProcess, said: () => string) {
  const deadline = Date.now() + SECONDS_TO_START * 1000
  while (child.exitCode === null && Date.now() < deadline) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null)
    if (answer?.ok) return
    await pause(100)
  }
  const ended = child.exitCode === null ? `is not ready in ${SECONDS_TO_START} s` : 'ended at once'
  throw new Error(`The demonstration ${ended}. It said:\n${said()}`)
}

/** Keeps the end of what the server prints. */
function lastWords(child: ChildProcess): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (text = (text + chunk.toString()).slice(-4000)))
  }
  return () => text.trim()
}
