import { openStore } from '#db/client.server'
import { newId } from '#db/id'
import {
  activities,
  affiliations,
  creditClaims,
  cycles,
  ledgerEntries,
  licenses,
  members,
} from '#db/schema'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { sortNameOf } from '~/domain/people/name'
import { evaluateMembers } from '~/domain/renewal/evaluating.server'
import { listBehind } from '~/domain/renewal-lists/behind.server'
import { behindCsv, expiringCsv, lostCsv, sampleCsv } from '~/domain/renewal-lists/csv.server'
import { listExpiring } from '~/domain/renewal-lists/expiring.server'
import { listLostRows, sumLosses } from '~/domain/renewal-lists/lost.server'
import { drawSample } from '~/domain/renewal-lists/sample.server'
import type { WriteScope } from '~/domain/scope.server'
import { textOf } from '../../support/csv'
import { emptyFileStore, type TestStore } from '../../support/database'
import { ruleSetNamed } from '../../support/evaluations'
import { freshDistrict } from '../../support/fresh-district'
import { asActor } from '../../support/members'
import { behindAtOnce, expiringAtOnce, lostAtOnce, sampleAtOnce } from './at-once'

const PEOPLE = 600
const BATCH = 50
const PAGE = 25
/** What a page asks beside the evaluation, names and schools among it. */
const FOR_A_PAGE = 5
const BY_NAME = { sort: 'name' as const }

/** What everybody has done: of the last, only every third. */
const DONE = [
  { title: 'Reading across subjects', topic: 'Reading', hours: 12, status: 'approved' as const },
  { title: 'Chess in class', topic: 'Chess', hours: 4, status: 'approved' as const },
  { title: 'Reading aloud', topic: 'Reading', hours: 5, status: 'submitted' as const },
]

type Filled = Awaited<ReturnType<typeof manyLicensed>>

/** An office, and 600 educators: half of their licenses expire within a year. */
async function manyLicensed(store: TestStore) {
  const office = await freshDistrict(store)
  const people = await office.write(addPeople, office.organizationId)
  return { store, office, people }
}

async function addPeople(scope: WriteScope, organizationId: string) {
  const { now } = scope
  const people = Array.from({ length: PEOPLE }, (_, at) => {
    const named = { givenName: 'Rae', familyName: `Rivers ${String(at).padStart(3, '0')}` }
    return { id: newId(), ...named, sortName: sortNameOf(named), createdAt: now }
  })
  const held = people.map(({ id: memberId }, at) => ({
    memberId,
    ...licenseFor(memberId, at, now),
  }))
  const done = people.flatMap(({ id: memberId }, at) =>
    DONE.filter(({ status }) => status === 'approved' || at % 3 === 0).map((it) => ({
      ...it,
      id: newId(),
      memberId,
    })),
  )
  await scope.db.insertMany(members, people)
  await scope.db.insertMany(
    affiliations,
    people.map(({ id: memberId }) => ({
      id: newId(),
      memberId,
      organizationId,
      role: 'educator' as const,
      startedOn: '2022-08-01',
      source: 'person' as const,
    })),
  )
  await scope.db.insertMany(
    licenses,
    held.map((it) => it.license),
  )
  await scope.db.insertMany(
    cycles,
    held.map((it) => it.cycle),
  )
  await scope.db.insertMany(
    activities,
    done.map(({ id, memberId, title, hours, status }) => ({
      id,
      memberId,
      organizationId,
      title,
      kind: 'workshop',
      startedOn: '2026-10-05',
      minutes: hours * 60,
      status,
      version: 1,
      createdAt: now,
      updatedAt: now,
    })),
  )
  await scope.db.insertMany(
    ledgerEntries,
    done
      .filter(({ status }) => status === 'approved')
      .map(({ id: activityId, memberId, hours }) => ({
        id: newId(),
        memberId,
        organizationId,
        activityId,
        kind: 'workshop',
        minutes: hours * 60,
        earnedOn: '2026-10-05',
        bookedOn: '2026-10-06',
        schoolYear: 2026,
        strength: 'self_reported' as const,
      })),
  )
  await scope.db.insertMany(
    creditClaims,
    done.map(({ id: activityId, memberId, topic }) => ({
      id: newId(),
      memberId,
      activityId,
      topic,
      proof: 'product',
    })),
  )
  return people.map(({ id }) => id)
}

function licenseFor(memberId: string, at: number, now: Date) {
  const [startsOn, endsOn] =
    at % 2 === 0 ? ['2022-07-01', '2027-06-30'] : ['2023-07-01', '2028-06-30']
  const stamps = { version: 1, createdAt: now, updatedAt: now }
  const licenseId = newId()
  return {
    license: {
      id: licenseId,
      memberId,
      jurisdiction: 'US-MA',
      kind: 'professional',
      isPrimary: true,
      issuedOn: startsOn,
      expiresOn: endsOn,
      source: 'import' as const,
      ...stamps,
    },
    cycle: {
      id: newId(),
      memberId,
      licenseId,
      startsOn,
      endsOn,
      earnUntilOn: endsOn,
      ruleSetId: 'us-ma-2017',
      ruleSetRevision: ruleSetNamed('us-ma-2017').revision,
      isEmployed: true,
      fteThousandths: 1000,
      leaveThousandths: 0,
      ...stamps,
    },
  }
}

/** The office on a connection of its own, and how many queries something asks there. */
async function countedOffice({ store, office }: Filled) {
  let queries = 0
  const own = await openStore(store.url, { connections: 1, onQuery: () => void (queries += 1) })
  onTestFinished(() => own.close())
  const counted = await asActor(own, 'fresh', office.actor)
  return async (work: (member: typeof counted) => Promise<unknown>) => {
    const before = queries
    await work(counted)
    return queries - before
  }
}

const idsOf = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id))

describe('the lists of a large district', () => {
  const empty = emptyFileStore()
  let filled: Filled

  beforeAll(async () => {
    filled = await manyLicensed(empty())
  })

  it('have everybody on one page only, and true sums', async () => {
    const { office } = filled
    const behindOn = (page: number) => office.read(listBehind, { ...BY_NAME, page })
    const expiringOn = (page: number) => office.read(listExpiring, { by: '2027-11-20', page })

    const behind = [await behindOn(1), await behindOn(2), await behindOn(PEOPLE / PAGE)]
    const expiring = [await expiringOn(1), await expiringOn(12), await expiringOn(13)]
    const { sums } = await office.read(sumLosses, {})

    expect(behind[0]).toMatchObject({ total: PEOPLE, behind: PEOPLE, cycles: PEOPLE, pages: 24 })
    expect(behind[0]?.rows[0]).toMatchObject({ name: 'Rae Rivers 000', counted: 12, required: 150 })
    expect(behind.at(-1)?.rows.at(-1)).toMatchObject({ name: 'Rae Rivers 599' })
    expect(idsOf(behind.flatMap(({ rows }) => rows)).size).toBe(3 * PAGE)
    expect(expiring[0]).toMatchObject({ total: PEOPLE / 2, pages: 12 })
    expect(idsOf(expiring.flatMap(({ rows }) => rows)).size).toBe(2 * PAGE)
    expect(expiring.at(-1)?.rows).toEqual([])
    expect(sums).toEqual([
      {
        reason: 'block',
        people: 600,
        rows: 600,
        units: [{ one: 'PDP', many: 'PDPs', amount: 2400 }],
      },
      {
        reason: 'approval',
        people: 200,
        rows: 200,
        units: [{ one: 'PDP', many: 'PDPs', amount: 1000 }],
      },
    ])
  })

  it('open to the rows of ten people at a time, and draw a sample from all', async () => {
    const { office } = filled

    const last = await office.read(listLostRows, { reason: 'approval', page: 20 })
    const sample = await office.read(drawSample, { seed: 'spring', size: 200 })

    expect(last).toMatchObject({ total: 200, pages: 20 })
    expect(last.rows.map(({ name }) => name)).toEqual(
      Array.from({ length: 10 }, (_, at) => `Rae Rivers ${570 + at * 3}`),
    )
    expect(last.rows.every(({ rows }) => rows.length === 1 && rows[0]!.units === 5)).toBe(true)
    expect(sample).toMatchObject({ weak: PEOPLE, people: PEOPLE })
    expect(idsOf(sample.rows).size).toBe(200)
    expect(new Set(sample.rows.map(({ title }) => title))).toEqual(new Set([DONE[0]!.title]))
  })

  it('give files of everybody, the same as if they were made at once', async () => {
    const { office } = filled
    const by = { by: '2030-01-01' }
    const drawn = { seed: 'spring', size: 200 }

    const behind = await office.read(behindCsv, BY_NAME)
    const expiring = await office.read(expiringCsv, by)
    const lost = await office.read(lostCsv, {})
    const sample = await office.read(sampleCsv, drawn)

    expect([behind.rows, expiring.rows, lost.rows, sample.rows]).toEqual([PEOPLE, PEOPLE, 800, 200])
    expect(await textOf(behind)).toBe(await behindAtOnce(office, BY_NAME))
    expect(await textOf(expiring)).toBe(await expiringAtOnce(office, by))
    expect(await textOf(lost)).toBe(await lostAtOnce(office, {}))
    expect(await textOf(sample)).toBe(await sampleAtOnce(office, drawn))
  })

  it('ask as many queries for each batch of people, and few more for a page', async () => {
    const queriesOf = await countedOffice(filled)
    const batch = filled.people.slice(0, BATCH)

    const forOne = await queriesOf((it) => it.read(evaluateMembers, batch.slice(0, 1)))
    const forBatch = await queriesOf((it) => it.read(evaluateMembers, batch))
    const first = await queriesOf((it) => it.read(listBehind, { ...BY_NAME, page: 1 }))
    const next = await queriesOf((it) => it.read(listBehind, { ...BY_NAME, page: 2 }))
    const lost = await queriesOf((it) => it.read(listLostRows, { reason: 'block', page: 7 }))

    expect(forBatch).toBe(forOne)
    expect(next).toBeLessThanOrEqual(first)
    expect(first).toBeLessThanOrEqual((PEOPLE / BATCH) * forBatch + FOR_A_PAGE)
    expect(lost).toBeLessThanOrEqual(first + forBatch)
  })
})
