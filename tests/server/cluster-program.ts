import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { runServer } from '../../app/server/cluster'
import { createLog } from '../../app/server/log'

const [dataDirectory = '.', workers = '1', fault] = process.argv.slice(2)
const log = createLog()
const note = (text: string) => appendFileSync(join(dataDirectory, 'notes'), `${text}\n`)

runServer({
  workers: Number(workers),
  dataDirectory,
  beforeWorkers: async () => note('migrated'),
  startWorker: async (runsJobs) => {
    if (fault === 'no-start') throw new Error('cannot start')
    if (runsJobs) note('runs jobs')
    const server = createServer((_req, res) => res.end(String(process.pid)))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    log.info({ serving: server.address() }, 'serving')
    if (fault === 'rejection') void Promise.reject(new Error('unexpected'))
    return {
      close: async () => {
        server.close()
        note('closed')
      },
    }
  },
  log,
}).catch((error: Error) => {
  log.fatal(error.message)
  process.exit(2)
})
