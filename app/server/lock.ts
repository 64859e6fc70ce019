import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Another server works on the same directory. */
export class AlreadyRunning extends Error {
  override name = 'AlreadyRunning'

  constructor(dataDirectory: string, pid: number | null) {
    const which = pid ? ` (process ${pid})` : ''
    super(`Another Cairn server${which} is already running on ${dataDirectory}. Stop it first.`)
  }
}

/**
 * Takes `server.lock`, or throws `AlreadyRunning`. SQLite holds the lock in the kernel, which lets go whenever the
 * process ends: a lock cannot be stale, even when a container gives the next server the same process number.
 * Nothing else in this process may open the file: to close it would let the lock go.
 */
export function takeLock(dataDirectory: string): { release: () => void } {
  const file = open(dataDirectory)
  try {
    file.exec('BEGIN IMMEDIATE')
    file.pragma(`user_version = ${process.pid}`)
    file.exec('COMMIT; BEGIN IMMEDIATE')
  } catch (error) {
    file.close()
    if (!isBusy(error)) throw error
    throw new AlreadyRunning(dataDirectory, findRunningServer(dataDirectory))
  }
  return { release: () => file.close() }
}

/** The process that holds the lock, or null when none does. */
export function findRunningServer(dataDirectory: string): number | null {
  const file = open(dataDirectory)
  try {
    file.exec('BEGIN IMMEDIATE; ROLLBACK')
    return null
  } catch (error) {
    if (!isBusy(error)) throw error
    return file.pragma('user_version', { simple: true }) as number
  } finally {
    file.close()
  }
}

function open(dataDirectory: string) {
  return new Database(join(dataDirectory, 'server.lock'), { timeout: 0 })
}

function isBusy(error: unknown) {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}
