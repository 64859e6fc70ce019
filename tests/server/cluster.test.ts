import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { defaultWorkers, restartDelay } from '../../app/server/cluster'
import { findRunningServer, takeLock } from '../../app/server/lock'
import { temporaryDirectory } from './server-under-test'

const program = fileURLToPath(new URL('cluster-program.ts', import.meta.url))
const PATIENCE = { timeout: 30_000 }

type Line = { pid: number; msg: string; worker?: number }

function run(directory: string, ...rest: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', program, directory, ...rest])
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: Line[] = []
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(JSON.parse(line)))
  const exit = once(child, 'exit') as Promise<[number | null, string | null]>

  return {
    pid: child.pid!,
    lines,
    exit,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    serving: () => lines.filter(({ msg }) => msg === 'serving').map(({ pid }) => pid),
  }
}

const notes = async (directory: string) =>
  (await readFile(join(directory, 'notes'), 'utf8')).trim().split('\n')

test('one worker is the process itself', PATIENCE, async () => {
  const directory = await temporaryDirectory()
  const server = run(directory, '1')
  await expect.poll(server.serving, PATIENCE).toEqual([server.pid])

  expect(findRunningServer(directory)).toBe(server.pid)
  server.kill('SIGTERM')

  expect(await server.exit).toEqual([0, null])
  expect(await notes(directory)).toEqual(['migrated', 'runs jobs', 'closed'])
  expect(findRunningServer(directory)).toBeNull()
})

test(
  'several workers serve after one migration, one of them runs the jobs, and all stop on one signal',
  PATIENCE,
  async () => {
    const directory = await temporaryDirectory()
    const server = run(directory, '2')
    await expect.poll(server.serving, PATIENCE).toHaveLength(2)

    expect(server.serving()).not.toContain(server.pid)
    server.kill('SIGTERM')

    expect(await server.exit).toEqual([0, null])
    expect(await notes(directory)).toEqual(['migrated', 'runs jobs', 'closed', 'closed'])
  },
)

test('a worker that dies is replaced', PATIENCE, async () => {
  const directory = await temporaryDirectory()
  const server = run(directory, '2')
  await expect.poll(server.serving, PATIENCE).toHaveLength(2)
  const [first] = server.serving()

  process.kill(first!, 'SIGKILL')

  await expect.poll(server.serving, PATIENCE).toHaveLength(3)
  expect(server.lines).toContainEqual(expect.objectContaining({ worker: first, signal: 'SIGKILL' }))
  server.kill('SIGTERM')
  expect(await server.exit).toEqual([0, null])
})

test('a server whose workers cannot start gives up', PATIENCE, async () => {
  const server = run(await temporaryDirectory(), '2', 'no-start')

  expect(await server.exit).toEqual([1, null])
  expect(server.lines).toContainEqual(expect.objectContaining({ msg: 'no worker could start' }))
})

test('a rejection nobody caught is logged and ends the process', PATIENCE, async () => {
  const server = run(await temporaryDirectory(), '1', 'rejection')

  expect(await server.exit).toEqual([1, null])
  expect(server.lines).toContainEqual(expect.objectContaining({ msg: 'unhandled rejection' }))
})

test('a second server on the same directory refuses in a clear sentence', PATIENCE, async () => {
  const directory = await temporaryDirectory()
  const first = run(directory, '2')
  await expect.poll(first.serving, PATIENCE).toHaveLength(2)

  const second = run(directory, '2')

  expect(await second.exit).toEqual([2, null])
  expect(second.lines.map(({ msg }) => msg)).toEqual([
    `Another Cairn server (process ${first.pid}) is already running on ${directory}. Stop it first.`,
  ])
  expect(await notes(directory)).toEqual(['migrated', 'runs jobs'])
})

test(
  'the lock of a killed server holds nobody up, and its workers go with it',
  PATIENCE,
  async () => {
    const directory = await temporaryDirectory()
    const killed = run(directory, '2')
    await expect.poll(killed.serving, PATIENCE).toHaveLength(2)

    killed.kill('SIGKILL')
    await killed.exit

    const isAlive = (pid: number) => {
      try {
        return process.kill(pid, 0)
      } catch {
        return false
      }
    }
    await expect.poll(() => killed.serving().filter(isAlive), PATIENCE).toEqual([])
    expect(findRunningServer(directory)).toBeNull()
    takeLock(directory).release()
  },
)

test('a lock can be taken once in a process too, and again when released', async () => {
  const directory = await temporaryDirectory()
  const lock = takeLock(directory)

  expect(() => takeLock(directory)).toThrow(`(process ${process.pid}) is already running`)
  expect(findRunningServer(directory)).toBe(process.pid)
  lock.release()

  expect(findRunningServer(directory)).toBeNull()
  takeLock(directory).release()
})

test('workers that keep dying are restarted ever more slowly, but are', () => {
  expect([1, 2, 3, 20].map(restartDelay)).toEqual([500, 1000, 2000, 30_000])
})

test('only a district’s server uses every core unasked', () => {
  expect(defaultWorkers('demo')).toBe(1)
  expect(defaultWorkers('development')).toBe(1)
  expect(defaultWorkers('production')).toBeGreaterThanOrEqual(1)
})
