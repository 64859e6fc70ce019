import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A real server in processes of its own, as an operator runs it. */
export type ServerProcess = {
  origin: string
  /** How long it took from the start of the process to the first readiness, in milliseconds. */
  startedIn: number
  /** The processes it consists of now. */
  pids(): number[]
  /** Stops it as an operator does, after what is under way. */
  stop(): Promise<void>
  /** Ends it and its workers at once, as a crash would. */
  kill(): Promise<void>
}

export type ServerSettings = {
  databaseUrl: string
  dataDirectory: string
  /** Further variables of its environment. */
  environment?: Record<string, string>
}

const SECONDS_TO_START = 60
const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Starts `bin/cairn serve` on a free port of 127.0.0.1 and waits until it is ready. It ends with
 * this process at the latest.
 *
 * @throws Error with what the server said when it does not become ready
 */
export async function startServer(settings: ServerSettings): Promise<ServerProcess> {
  const started = performance.now()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['bin/cairn', 'serve'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: settings.databaseUrl,
      DATA_DIR: settings.dataDirectory,
      PORT: String(port),
      ORIGIN: origin,
      SECRET: randomBytes(32).toString('hex'),
      LOG_LEVEL: 'warn',
      ...settings.environment,
    },
  })
  const kill = () => killGroup(child)
  process.once('exit', kill)
  const exited = once(child, 'exit').then(() => process.off('exit', kill))
  const said = lastWords(child)

  const deadline = Date.now() + SECONDS_TO_START * 1000
  while (!(await isReady(origin))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      kill()
      throw new Error(`The server did not become ready. It said:\n${said()}`)
    }
    await pause(20)
  }
  return {
    origin,
    startedIn: performance.now() - started,
    pids: () => [child.pid!, ...childrenOf(child.pid!)],
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
    async kill() {
      kill()
      await exited
    },
  }
}

/** The server is the leader of a group of processes, so that its workers go with it. */
function killGroup({ pid, exitCode, signalCode }: ChildProcess) {
  if (pid === undefined || exitCode !== null || signalCode !== null) return
  process.kill(-pid, 'SIGKILL')
}

async function isReady(origin: string) {
  try {
    const answer = await fetch(`${origin}/readyz`)
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

/** The children of a process, where the system tells them. */
function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
      .map(Number)
  } catch {
    return []
  }
}

function lastWords(child: ChildProcess): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-4000)
    })
  }
  return () => text.trim()
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
