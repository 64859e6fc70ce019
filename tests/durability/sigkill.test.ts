import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openStore, type Store } from '#db/client.server'
import { isLongId, newLongId } from '#db/id'
import { inspectDatabase } from '#db/inspect.server'
import { migrate } from '#db/migrate.server'
import { count, eq, inArray } from '#db/query.server'
import { activities, activityCompetencies, submissions } from '#db/schema'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { seedWorld } from '#db/seed/world'
import { forDistrict } from '#db/tenant.server'
import { addDays, dayIn } from '~/domain/calendar'
import { hashPassword } from '~/domain/people/password-hash.server'
import { paths } from '~/http/paths'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '../support/server-process'
import { Visitor } from '../support/visitor'
import { world } from '../support/world'

const { northside } = world
const EDUCATORS = [northside.ana, northside.ben, northside.cora, northside.omar]
const PASSWORD = 'only while it lasts'
const CRASHES = 5
const MIGRATIONS = 'drizzle/sqlite'
/** Days to spread the activities over, for a day can hold only so many. */
const DAYS = 300

/** Every activity that was sent, and whether the server said that it has it. */
type Sent = Map<string, 'acknowledged' | 'unknown'>

test('a server killed under load has everything it acknowledged, and nothing by halves', async () => {
  const place = await prepare()
  const sent: Sent = new Map()

  for (let crash = 1; crash <= CRASHES; crash++) {
    await crashUnderLoad(place, sent)

    await expectSound(place.databaseUrl)
    await expectWhole(place.databaseUrl, sent)
  }

  const acknowledged = [...sent].filter(([, outcome]) => outcome === 'acknowledged')
  expect(acknowledged.length).toBeGreaterThan(CRASHES * EDUCATORS.length)
  const [last] = acknowledged.at(-1)!
  await expectToBeShown(place, last)
}, 170_000)

type Place = { databaseUrl: string; dataDirectory: string }

async function prepare(): Promise<Place> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'cairn-durability-'))
  onTestFinished(() => rm(dataDirectory, { recursive: true, force: true }))
  const databaseUrl = `file:${join(dataDirectory, 'cairn.db')}`
  await migrate(databaseUrl, MIGRATIONS)
  const passwordHash = await hashPassword(PASSWORD)
  await withStore(databaseUrl, (store) =>
    seedWorld(store, { now: new Date(), size: 'tests', passwordHash, ruleSets: shippedRuleSets() }),
  )
  return { databaseUrl, dataDirectory }
}

/** Starts the server, lets everybody log activities as fast as it takes them, and kills it meanwhile. */
async function crashUnderLoad(place: Place, sent: Sent) {
  const server = await startServer({ ...place, environment: { WORKERS: '2' } })
  const before = acknowledgedIn(sent)
  const logging = EDUCATORS.map(async ({ email }) => {
    const visitor = new Visitor(server.origin)
    await visitor.signIn(email, PASSWORD)
    for (;;) await logActivity(visitor, sent)
  })
  const isUnderLoad = async () => {
    while (acknowledgedIn(sent) < before + 2 * EDUCATORS.length) await pause(5)
  }
  await Promise.race([isUnderLoad(), Promise.all(logging)])
  await pause(randomInt(0, 800))
  await server.kill()
  await Promise.allSettled(logging)
}

const acknowledgedIn = (sent: Sent) =>
  [...sent.values()].filter((outcome) => outcome === 'acknowledged').length

async function logActivity(visitor: Visitor, sent: Sent) {
  const id = newLongId()
  const today = dayIn('America/New_York', new Date())
  sent.set(id, 'unknown')
  const { status } = await visitor.post(paths.newActivity(northside), {
    id,
    version: '0',
    title: 'Five minutes with a new tool',
    kind: 'independent_study',
    startedOn: addDays(today, -(sent.size % DAYS)),
    hours: '0:05',
    competencies: 'digcompedu-2017/2.1',
    then: 'send',
  })
  expect(status).toBe(302)
  sent.set(id, 'acknowledged')
}

async function expectSound(databaseUrl: string) {
  const findings = await inspectDatabase(databaseUrl, MIGRATIONS)

  expect(findings.filter(({ ok }) => !ok)).toEqual([])
  expect(findings.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['integrity', 'foreign keys']),
  )
}

/**
 * Saving and sending are a transaction each: what nobody acknowledged is missing, a draft, or sent.
 */
async function expectWhole(databaseUrl: string, sent: Sent) {
  await withStore(databaseUrl, async ({ read }) => {
    const db = forDistrict(read, northside.id)
    const ids = [...sent.keys()]
    const rows = await db
      .select({ id: activities.id, status: activities.status, submissionId: submissions.id })
      .from(activities)
      .leftJoin(submissions, eq(submissions.activityId, activities.id))
      .where(inArray(activities.id, ids))
    const found = new Map(rows.map((row) => [row.id, row]))

    for (const [id, outcome] of sent) {
      const row = found.get(id)
      if (outcome === 'acknowledged') expect(row?.status).toBe('submitted')
      if (row) expect(row.submissionId !== null).toBe(row.status === 'submitted')
      if (row?.submissionId) expect(isLongId(row.submissionId)).toBe(false)
    }
    expect(rows).toHaveLength(found.size)
    expect(await countNamed(db, ids)).toBe(found.size)
  })
}

async function countNamed(db: ReturnType<typeof forDistrict>, ids: string[]) {
  const [row] = await db
    .select({ count: count() })
    .from(activityCompetencies)
    .where(inArray(activityCompetencies.activityId, ids))
  return row!.count
}

async function expectToBeShown(place: Place, id: string) {
  const server = await startServer(place)
  const visitors = await Promise.all(
    EDUCATORS.map(async ({ email }) => {
      const visitor = new Visitor(server.origin)
      await visitor.signIn(email, PASSWORD)
      return visitor
    }),
  )
  const replies = await Promise.all(
    visitors.map((visitor) => visitor.get(paths.activity(northside, id))),
  )
  await server.stop()

  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 404, 404, 404])
}

async function withStore<T>(url: string, work: (store: Store) => Promise<T>) {
  const store = await openStore(url)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
