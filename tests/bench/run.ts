import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { engine } from '#db/dialect'
import { dayOf } from '#db/seed/day'
import { isBuildFresh } from '../support/build'
import { startServer } from '../support/server-process'
import { measureCredit } from './credit'
import { openDatabase } from './database'
import { type Figures, measure, rounded, throughput, type Visit } from './measuring'
import { gather, pagesOf } from './pages'
import { measureMandates } from './mandates'
import { measurePathways } from './pathways'
import { HEADINGS, lineOf, totalsOf } from './table'
import { type Bench, HELP, readArguments } from './sizes'

const CLIENTS = 8
const SECONDS = 5
const MEGABYTE = 1024 * 1024

const say = (text: string) => process.stderr.write(`${text}\n`)
const bench = readArguments(process.argv.slice(2))

if (!bench) say(HELP)
else if (bench.credit) await runCredit(bench)
else if (bench.pathways) print(bench, await measurePathways(bench, say))
else if (bench.mandates) print(bench, await measureMandates(bench, say))
else await run(bench)

async function runCredit(bench: Bench) {
  const results = await measureCredit(bench, say)
  say(`\n${totalsOf(results)}`)
  if (bench.json) process.stdout.write(`${JSON.stringify(results)}\n`)
}

function print(bench: Bench, results: unknown) {
  if (bench.json) process.stdout.write(`${JSON.stringify(results)}\n`)
}

async function run(bench: Bench) {
  buildWhereNeeded()
  const database = await openDatabase(bench, say)
  try {
    const server = await startServer({
      databaseUrl: database.url,
      dataDirectory: database.folder,
      environment: { SERVER_TIMING: 'on' },
    })
    say(
      `${bench.size} on ${engine}, ${cpus().length} cores; ready in ${rounded(server.startedIn)} ms.`,
    )
    const people = await gather(server.origin, database.district)

    const bare = await measure(
      'bare page',
      [async () => [await people.nobody.get('/sign-in')]],
      bench.requests,
    )
    say(`\n${HEADINGS}\n${lineOf(bare)}`)
    const pages: (Figures & { ratio: number })[] = []
    const visits = pagesOf(people, database.district, dayOf(new Date()))
    for (const [name, visitsOfPage] of Object.entries<Visit[]>(visits)) {
      const figures = await measure(name, visitsOfPage, bench.requests)
      pages.push({ ...figures, ratio: rounded(figures.p50_ms / (figures.sql_ms + bare.p50_ms)) })
      say(lineOf(figures))
    }
    const results = {
      size: bench.size,
      engine,
      educators: bench.educators,
      activities: database.district.rows.activities,
      pages,
      bare_remix_ms: bare.p50_ms,
      requests_per_second: await throughput(visits['educator home'], CLIENTS, SECONDS),
      writes_per_second: await throughput(visits['log an activity'], CLIENTS, SECONDS),
      memory_mb: memoryOf(server.pids()),
      database_mb: Math.round((await database.bytes()) / MEGABYTE),
      ready_ms: rounded(server.startedIn),
    }
    await server.stop()
    say(`\n${totalsOf(results)}`)
    if (bench.json) process.stdout.write(`${JSON.stringify(results)}\n`)
  } finally {
    await database.drop()
  }
}

function buildWhereNeeded() {
  if (isBuildFresh()) return
  say('Building …')
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The build failed.\n${stderr}`)
}

/** What the processes occupy together, shared pages counted once; null where the system does not tell. */
function memoryOf(pids: number[]) {
  try {
    const kilobytes = pids.map((pid) =>
      Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]),
    )
    return Math.round(kilobytes.reduce((sum, each) => sum + each, 0) / 1024)
  } catch {
    return null
  }
}
