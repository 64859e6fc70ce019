import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './free-port'
import { canInstallFromDebian, findOnPath, installFromDebian, isProgram } from './programs'
import { scratchFolder } from './scratch-folder'

/** A PostgreSQL server that lives as long as the tests that asked for it. */
export type PostgresServer = {
  /** Its maintenance database, as superuser; tests create their own databases beside it. */
  url: string
  /** The temporary folder that holds its files. */
  folder: string
  stop(): Promise<void>
}

const OLDEST_VERSION = 15
const SECONDS_TO_START = 60
const PORTS_TO_TRY = 5

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  timezone: 'UTC',
  log_timezone: 'UTC',
  // What follows gives up surviving a crash, which no test's database needs.
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
  autovacuum: 'off',
  jit: 'off',
}

const HOW_TO_INSTALL =
  `The tests need the programs of PostgreSQL ${OLDEST_VERSION} or newer; they start a server of their own.\n` +
  'Install them with "sudo apt-get install postgresql", "brew install postgresql" or your system\'s\n' +
  'package, or put the folder that holds initdb and postgres on PATH.'

/**
 * The folder that holds `initdb` and `postgres`: on `PATH`, or where packages put them. As root on
 * Debian, the package is installed when there is none.
 *
 * @throws Error that says how to install it, when there is none
 */
export function findPostgres(): string {
  const found = newestPostgres()
  if (found) return found
  if (!canInstallFromDebian()) throw new Error(HOW_TO_INSTALL)

  installFromDebian(['postgresql'], 'the tests run on PostgreSQL too, and there is none here.')
  const installed = newestPostgres()
  if (!installed)
    throw new Error(`The package postgresql brought none that fits.\n${HOW_TO_INSTALL}`)
  return installed
}

/** What the PostgreSQL in a folder says of its version. */
export function postgresVersion(folder: string): string {
  return execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).trim()
}

/**
 * Starts a PostgreSQL server in a temporary folder, on a free port of 127.0.0.1. Both go away on
 * `stop`, and when this process ends in any other way, even killed.
 *
 * @throws Error when PostgreSQL cannot be found, installed or started
 */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = findPostgres()
  for (let tried = 1; ; tried++) {
    const port = await freePort()
    const server = supervise(programs, port)
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`
    try {
      await answers(url, server)
      return { url, folder: server.folder, stop: () => stop(server) }
    } catch (error) {
      await stop(server)
      const isPortTaken = String(error).includes('could not bind')
      if (!isPortTaken || tried === PORTS_TO_TRY) throw error
    }
  }
}

type Account = { uid: number; gid: number }
type Supervised = { shell: ChildProcess; folder: string; said(): string }

function newestPostgres(): string | undefined {
  const onPath = findOnPath('postgres')
  const folders = [
    ...(onPath ? [dirname(onPath)] : []),
    ...subfolders('/usr/lib/postgresql').map((folder) => join(folder, 'bin')),
    ...subfolders('/opt/homebrew/opt').map((folder) => join(folder, 'bin')),
    ...subfolders('/usr').map((folder) => join(folder, 'bin')),
  ]
  return folders
    .filter((folder) => ['initdb', 'postgres'].every((name) => isProgram(join(folder, name))))
    .map((folder) => ({ folder, version: Number(/ (\d+)/.exec(postgresVersion(folder))?.[1]) }))
    .filter(({ version }) => version >= OLDEST_VERSION)
    .toSorted((a, b) => b.version - a.version)[0]?.folder
}

function subfolders(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name))
  } catch {
    return []
  }
}

/**
 * Runs initdb and the server under a shell that ends them when its own standard input closes: on
 * `stop`, or when this process is gone. The shell has its own process group, so that Ctrl-C ends
 * the tests before their database.
 */
function supervise(programs: string, port: number): Supervised {
  const account = unprivilegedAccount()
  const folder = mkdtempSync(join(openFolder(), 'cairn-postgres-'))
  if (account) chownSync(folder, account.uid, account.gid)

  const script = `
    exec 3<&0 </dev/null
    if "$PROGRAMS/initdb" --pgdata cluster --username postgres --auth trust --encoding UTF8 \\
      --locale C.UTF-8 --no-sync --no-instructions >/dev/null
    then
      "$PROGRAMS/postgres" -D cluster "$@" 3<&- & server=$!
      { cat; kill -QUIT $server; } <&3 >/dev/null 2>&1 &
      exec 3<&-
      wait $server
    fi
    cd / && rm -rf "$FOLDER"`
  const settings = Object.entries({ ...SETTINGS, port }).map(([name, value]) => `${name}=${value}`)
  const shell = spawn('/bin/sh', ['-c', script, 'sh', ...settings.flatMap((it) => ['-c', it])], {
    ...account,
    cwd: folder,
    detached: true,
    env: { ...plainEnvironment(), PROGRAMS: programs, FOLDER: folder },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  return { shell, folder, said: lastWords(shell) }
}

/** Without the PG… variables of whoever runs the tests. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { PATH, NODE_ENV } = process.env
  return { PATH, NODE_ENV, LC_ALL: 'C.UTF-8', TZ: 'UTC' }
}

/** PostgreSQL refuses to run as root; another account runs it then. */
function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined

  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find((fields) => fields[0] === name)
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) }
  }
  throw new Error('PostgreSQL does not run as root, and there is no account postgres or nobody.')
}

/** Root's own temporary folder may be closed to the account that runs the server. */
function openFolder() {
  const folder = scratchFolder()
  const isOpenToAll = (statSync(folder).mode & 0o001) !== 0
  return process.getuid?.() === 0 && !isOpenToAll ? '/tmp' : folder
}

/** Keeps the end of what the server prints; nothing of it holds this process back from ending. */
function lastWords(shell: ChildProcess): () => string {
  let text = ''
  for (const stream of [shell.stdout, shell.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-4000)
    })
  }
  for (const stream of shell.stdio) (stream as { unref?(): void } | null)?.unref?.()
  shell.stdin?.on('error', () => {})
  shell.unref()
  return () => text.trim()
}

async function answers(url: string, { shell, said }: Supervised) {
  const deadline = Date.now() + SECONDS_TO_START * 1000
  while (shell.exitCode === null && shell.signalCode === null && Date.now() < deadline) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch {
      await pause(50)
    } finally {
      await client.end().catch(() => {})
    }
  }
  const ended =
    shell.exitCode === null ? `gave no answer in ${SECONDS_TO_START} s` : 'ended at once'
  throw new Error(`PostgreSQL ${ended}. It said:\n${said()}`)
}

async function stop({ shell, folder }: Supervised) {
  if (shell.exitCode === null && shell.signalCode === null) {
    shell.ref()
    const exited = once(shell, 'exit')
    shell.stdin?.end()
    await exited
  }
  rmSync(folder, { recursive: true, force: true })
}
