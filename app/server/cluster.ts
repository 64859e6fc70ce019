import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { exitOnUncaughtErrors, stopOnSignals } from './lifecycle'
import { takeLock } from './lock'
import type { Logger } from './log'
import { type Mode, runsJobs, workerVariables } from '~/http/env.server'

export type ServerOptions = {
  /** How many processes serve; see `defaultWorkers`. */
  workers: number
  /** Where `server.lock` stands; it must exist. */
  dataDirectory: string
  /** What happens once, before any worker: migrations. */
  beforeWorkers: () => Promise<void>
  /** Starts to serve, in each worker; one of them also does what goes on beside the requests. */
  startWorker: (runsJobs: boolean) => Promise<{ close: () => Promise<void> }>
  log: Logger
}

const SECOND = 1000
const STOP_SECONDS = 15

/** One process per core for a district, one for a demonstration or for development. */
export function defaultWorkers(mode: Mode) {
  return mode === 'production' ? availableParallelism() : 1
}

/**
 * Runs the server until a signal stops it. Throws `AlreadyRunning` when another one works on the same directory.
 * With one worker there is no second process.
 */
export async function runServer(options: ServerOptions): Promise<void> {
  const { workers, dataDirectory, beforeWorkers, startWorker, log } = options
  exitOnUncaughtErrors(log)

  if (cluster.isWorker) {
    const worker = await startWorker(runsJobs())
    stopOnSignals(worker.close, log)
    return
  }

  const lock = takeLock(dataDirectory)
  await beforeWorkers()

  if (workers > 1) {
    const stop = keepWorkers(workers, log)
    stopOnSignals(() => stop().finally(lock.release), log)
  } else {
    const worker = await startWorker(true)
    stopOnSignals(() => worker.close().finally(lock.release), log)
  }
}

/** How long to wait before the next worker after so many early deaths in a row. */
export function restartDelay(earlyDeaths: number) {
  return Math.min(30 * SECOND, 250 * 2 ** earlyDeaths)
}

/** Keeps that many workers alive, and returns how to stop them. */
function keepWorkers(count: number, log: Logger): () => Promise<void> {
  let isStopping = false
  let hasServed = false
  let earlyDeaths = 0

  cluster.on('listening', () => {
    hasServed = true
  })

  function start(isFirst: boolean) {
    const worker = cluster.fork(workerVariables(isFirst))
    const started = Date.now()

    worker.on('exit', (code, signal) => {
      if (isStopping) return
      log.error({ worker: worker.process.pid, code, signal }, 'a worker died')
      if (!hasServed) {
        log.fatal('no worker could start')
        void stop().finally(() => process.exit(1))
        return
      }
      earlyDeaths = Date.now() - started < 60 * SECOND ? earlyDeaths + 1 : 0
      setTimeout(() => isStopping || start(isFirst), restartDelay(earlyDeaths))
    })
  }

  async function stop() {
    isStopping = true
    await Promise.all(Object.values(cluster.workers ?? {}).map((worker) => worker && end(worker)))
  }

  for (let each = 0; each < count; each++) start(each === 0)
  return stop
}

async function end(worker: Worker) {
  const exited = once(worker, 'exit')
  const deadline = setTimeout(() => worker.process.kill('SIGKILL'), STOP_SECONDS * SECOND)
  worker.process.kill('SIGTERM')
  await exited
  clearTimeout(deadline)
}
