import { mkdirSync } from 'node:fs'
import { engineOf } from '#db/dialect'
import { migrate } from '#db/migrate.server'
import type { Environment } from '~/http/env.server'
import { defaultWorkers, runServer } from './cluster'
import { createLog } from './log'
import { migrationFolder } from './migrations'

/** Everything between the socket and the data, started and kept until a signal ends it. */
export async function serve(environment: Environment, prepare?: () => Promise<void>) {
  const log = createLog({ level: environment.logLevel })
  mkdirSync(environment.dataDirectory, { recursive: true })
  await runServer({
    workers: environment.workers ?? defaultWorkers(environment.mode),
    dataDirectory: environment.dataDirectory,
    log,
    async beforeWorkers() {
      await migrate(environment.databaseUrl, migrationFolder(engineOf(environment.databaseUrl)))
      await prepare?.()
    },
    async startWorker(runsJobs) {
      const { startWorker } = await import('./worker')
      return startWorker(environment, log, runsJobs)
    },
  })
}
