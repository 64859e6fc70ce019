/**
 * Measures how long it takes to evaluate the license renewal of a whole generated district, each educator
 * with a license: `npx tsx tests/bench/renewal.ts`; options as for the bench.
 */
import { openStore, type Store } from '#db/client.server'
import { engine } from '#db/dialect'
import { asc, eq, isNull } from '#db/query.server'
import { cycles, districts } from '#db/schema'
import { licenseEverybody } from '#db/seed/generated/licensing'
import { batchesOf, groupBy } from '~/domain/grouping'
import { listOpenCyclesOf } from '~/domain/licenses/cycles.server'
import { lastDayToEarn } from '~/domain/licenses/license'
import { evaluateDistrict } from '~/domain/renewal/evaluating.server'
import { sourcesOf, spanOf } from '~/domain/renewal/sources.server'
import { type Scope, scopeOf, SYSTEM } from '~/domain/scope.server'
import { ruleSetNamed } from '../support/evaluations'
import { openDatabase } from './database'
import { rounded } from './measuring'
import { type Bench, HELP, readArguments } from './sizes'

const AT_ONCE = 50

const say = (text: string) => process.stderr.write(`${text}\n`)
const benches = readArguments(process.argv.slice(2))

for (const bench of benches) await run(bench)
if (benches.length === 0) say(HELP)

async function run(bench: Bench) {
  const database = await openDatabase(bench, say)
  const store = await openStore(database.url)
  try {
    const scope = await scopeFor(store, database.district.slug)
    await licenseEverybody(
      store,
      database.district.slug,
      scope.now,
      ruleSetNamed('us-ma-2017').revision,
    )
    const members = await listLicensed(scope)
    const loading = await timed(() => load(scope, members))
    const whole = await timed(() => evaluateDistrict(scope))
    const kept = await timed(() => evaluateDistrict(scope))
    const states = groupBy(whole.value, ({ state }) => state)
    const results = {
      size: bench.size,
      engine,
      cycles: whole.value.length,
      rows: loading.value,
      loading_ms: loading.ms,
      loading_cpu_ms: loading.cpu,
      all_ms: whole.ms,
      all_cpu_ms: whole.cpu,
      kept_ms: kept.ms,
      states: Object.fromEntries([...states].map(([state, list]) => [state, list.length])),
    }
    say(JSON.stringify(results, null, 2))
  } finally {
    await store.close()
    await database.drop()
  }
}

async function timed<T>(work: () => Promise<T>) {
  const started = performance.now()
  const used = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(used)
  const ms = rounded(performance.now() - started)
  return { value, ms, cpu: rounded((user + system) / 1000) }
}

/** Only what the evaluation reads: the queries, and turning rows into what rules see. */
async function load(scope: Scope, memberIds: string[]) {
  let rows = 0
  for (const batch of batchesOf(memberIds, AT_ONCE)) {
    const open = await listOpenCyclesOf(scope, batch)
    const days = open.map((it) => ({ startsOn: it.startsOn, lastDay: lastDayToEarn(it) }))
    const found = await sourcesOf(scope, batch, spanOf(days))
    for (const sources of found.values()) rows += sources.length
  }
  return rows
}

async function scopeFor(store: Store, slug: string) {
  const [district] = await store.read.select().from(districts).where(eq(districts.slug, slug))
  return scopeOf(store.read, district!, SYSTEM, new Date())
}

/** Those with an open cycle, by the day it began. */
async function listLicensed(scope: Scope) {
  const open = await scope.db
    .select({ memberId: cycles.memberId })
    .from(cycles)
    .where(isNull(cycles.closedOn))
    .orderBy(asc(cycles.startsOn), asc(cycles.id))
  return open.map(({ memberId }) => memberId)
}
