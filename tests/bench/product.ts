import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { openStore } from '#db/client.server'
import { engine } from '#db/dialect'
import { dayOf } from '#db/seed/day'
import { workOfNewDays } from '~/jobs/daily.server'
import { isBuildFresh } from '../../bin/freshness.js'
import { startServer } from '../support/server-process'
import { type BenchDatabase, openDatabase } from './database'
import { atRate, mixed, saturate, type Stream } from './load'
import { type Figures, measure, rounded } from './measuring'
import { gather, logActivity, type Page, pagesOf } from './pages'
import { measureRaw, startListening } from './raw'
import type { Bench } from './sizes'
import { loadTable, pageHeadings, pageLine, totalsOf } from './table'

/** A page's figures beside the limit: the same queries by the driver alone, and a page without any. */
export type PageFigures = Figures & {
  /** The median of its queries when the driver alone makes them; null for a page that writes. */
  raw_ms: number | null
  /** How many times the limit its median is. */
  ratio: number | null
}

const CLIENTS = 8
const SECONDS = 10
const MEGABYTE = 1024 * 1024
/** Submissions a second in June for each educator: 30 records a year, 15 % of them in the last two weeks, half of those within eight hours. */
const IN_JUNE = (30 * 0.15 * 0.5) / (8 * 3600)
const VIEWS_A_SUBMISSION = 15
/** How often a page is asked for while activities are sent. */
const ASKED = 20
const WHILE_WRITING = [
  'educator home',
  'my record',
  'principal home',
  'a member of the staff',
  'readiness of a school',
  'district report',
  'the state',
]
const SENT = 10

/** Measures all pages of the product on one size: a real server, real HTTP, people who are signed in. */
export async function measureProduct(bench: Bench, say: (text: string) => void) {
  buildWhereNeeded(say)
  const database = await openDatabase(bench, say)
  try {
    await doWorkOfTheDay(database.url)
    const raw = await rawOf(database)
    const server = await startServer({
      databaseUrl: database.url,
      dataDirectory: database.folder,
      environment: { SERVER_TIMING: 'on' },
    })
    const { educators, size } = bench
    const ready_ms = rounded(server.startedIn)
    say(`\n${size} on ${engine}, ${cpus().length} cores; ready in ${ready_ms} ms.`)
    const people = await gather(server.origin, database.district)
    const today = dayOf(new Date())
    const pages = await pagesOf(people, database.district, today)
    const bare = await measure(
      'bare page',
      [async () => [await people.nobody.get('/sign-in')]],
      bench.requests,
    )
    const figuresOf = (figures: Figures): PageFigures => {
      const raw_ms = raw.get(figures.name) ?? null
      const limit = raw_ms === null ? null : raw_ms + bare.p50_ms
      return { ...figures, raw_ms, ratio: limit && rounded(figures.p50_ms / limit) }
    }
    say(`${pageHeadings}\n${pageLine({ ...bare, raw_ms: null, ratio: null })}`)
    const measured: PageFigures[] = []
    for (const [name, { visits }] of Object.entries(pages)) {
      const figures = figuresOf(await measure(name, visits, bench.requests))
      measured.push(figures)
      say(pageLine(figures))
    }

    const june = await atRate(inJune(pages, educators), SECONDS)
    say(`\n${loadTable('the peak of June', june)}`)
    const writing = {
      name: 'log an activity',
      visits: people.senders.map(
        ({ visitor, ...district }) =>
          () =>
            logActivity(visitor, district, today),
      ),
      perSecond: SENT,
    }
    const whileWriting = []
    for (const name of WHILE_WRITING) {
      const { visits } = pages[name]!
      whileWriting.push(...(await atRate([{ name, visits, perSecond: ASKED }, writing], SECONDS)))
    }
    say(`\n${loadTable('while activities are sent', whileWriting)}`)
    const results = {
      size,
      engine,
      educators,
      activities: database.district.rows.activities,
      pages: measured,
      june,
      while_writing: whileWriting,
      bare_remix_ms: bare.p50_ms,
      home_per_second: await saturate(turning(pages['educator home']!), CLIENTS, SECONDS),
      mix_per_second: await saturate(mixed(pages), CLIENTS, SECONDS),
      writes_per_second: await saturate(turning(pages['log an activity']!), CLIENTS, SECONDS),
      ...memoryOf(server.pids()),
      database_mb: Math.round((await database.bytes()) / MEGABYTE),
      ready_ms,
    }
    await server.stop()
    say(`\n${totalsOf(results)}`)
    return results
  } finally {
    await database.drop()
  }
}

/** What a server has done by the hour at which people come: the letters of years that nobody ran it, too. */
async function doWorkOfTheDay(url: string) {
  const store = await openStore(url)
  const report = (error: unknown) => {
    throw error
  }
  await workOfNewDays(store, 'https://cairn.example', { report })()
  await store.close()
}

/** What the queries of each page take by the driver alone, measured before the server is there. */
async function rawOf(database: BenchDatabase) {
  const listening = await startListening(database.url, database.folder)
  try {
    const people = await gather(listening.origin, database.district)
    const pages = await pagesOf(people, database.district, dayOf(new Date()))
    const raw = new Map<string, number | null>()
    for (const [name, { visits }] of Object.entries(pages)) {
      raw.set(name, await measureRaw(database.url, listening, visits))
    }
    return raw
  } finally {
    await listening.close()
  }
}

const turning =
  ({ visits }: Page) =>
  (turn: number) =>
    visits[turn % visits.length]!

/** What a district, or all of a state, is asked for in the last two days of June. */
function inJune({ 'log an activity': sending, ...pages }: Record<string, Page>, educators: number) {
  const perSecond = educators * IN_JUNE
  const visitOf = mixed(pages)
  const views = Math.ceil(perSecond * VIEWS_A_SUBMISSION * SECONDS)
  return [
    {
      name: 'pages',
      visits: Array.from({ length: views }, (_, turn) => visitOf(turn)),
      perSecond: perSecond * VIEWS_A_SUBMISSION,
    },
    { name: 'log an activity', visits: sending!.visits, perSecond },
  ] satisfies Stream[]
}

function buildWhereNeeded(say: (text: string) => void) {
  if (isBuildFresh()) return
  say('Building …')
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The build failed.\n${stderr}`)
}

/**
 * What the processes hold together, shared pages counted once: in all, and of that what they only map, such
 * as the file of the database; null where the system does not tell.
 */
function memoryOf(pids: number[]) {
  try {
    const rollups = pids.map((pid) => readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
    const megabytes = (kind: string) => {
      const kilobytes = rollups.map((it) =>
        Number(new RegExp(`^${kind}:\\s+(\\d+)`, 'm').exec(it)?.[1]),
      )
      return Math.round(kilobytes.reduce((sum, each) => sum + each, 0) / 1024)
    }
    return { memory_mb: megabytes('Pss'), mapped_mb: megabytes('Pss_File') }
  } catch {
    return { memory_mb: null, mapped_mb: null }
  }
}
