import { createHash } from 'node:crypto'
import { openStore } from '#db/client.server'
import { newId } from '#db/id'
import { activities, affiliations, ledgerEntries, licenses, members, stateFiles } from '#db/schema'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { sortNameOf } from '~/domain/people/name'
import type { WriteScope } from '~/domain/scope.server'
import { openStateFile } from '~/domain/state-files/files.server'
import { listRows } from '~/domain/state-files/listing.server'
import { makeStateFile, openMaking } from '~/domain/state-files/making.server'
import { emptyFileStore } from '../../support/database'
import { asActor } from '../../support/members'
import { addSchool, AUTUMN, type Office, officeOf, take } from './ground'

const PEOPLE = 4000
const ACTIVITIES = 4
/** Every tenth has no number; every twentieth has earned some before the day of hire. */
const NO_NUMBER = 10
const EARLY = 20

async function fill(scope: WriteScope, schools: string[], count: number, from = 0) {
  const { now, db } = scope
  const people = Array.from({ length: count }, (_, index) => {
    const at = from + index
    const named = { givenName: 'Rae', familyName: `Rivers ${String(at).padStart(4, '0')}` }
    const isEarly = at % EARLY === 1
    return {
      at,
      id: newId(),
      ...named,
      sortName: sortNameOf(named),
      hiredOn: isEarly ? '2026-10-01' : '2020-08-01',
      createdAt: now,
    }
  })
  const done = people.flatMap(({ id: memberId, at }) =>
    Array.from({ length: ACTIVITIES }, (_, index) => ({
      id: newId(),
      memberId,
      organizationId: schools[at % schools.length]!,
      title: 'Reading aloud',
      kind: 'workshop' as const,
      startedOn: `2026-09-${String(10 + index)}`,
      minutes: 45,
      status: 'approved' as const,
      version: 1,
      createdAt: now,
      updatedAt: now,
    })),
  )
  const stamps = { version: 1, createdAt: now, updatedAt: now }
  await db.insertMany(
    members,
    people.map(({ at: _, ...row }) => row),
  )
  await db.insertMany(
    affiliations,
    people.map(({ id: memberId, at }) => ({
      id: newId(),
      memberId,
      organizationId: schools[at % schools.length]!,
      role: 'educator' as const,
      startedOn: '2020-08-01',
      source: 'roster' as const,
    })),
  )
  await db.insertMany(
    licenses,
    people.map(({ id: memberId, at }) => ({
      id: newId(),
      memberId,
      jurisdiction: 'US-MA',
      kind: 'professional',
      isPrimary: true,
      number: at % NO_NUMBER === 0 ? null : String(100_000 + at),
      source: 'import' as const,
      ...stamps,
    })),
  )
  await db.insertMany(activities, done)
  await db.insertMany(
    ledgerEntries,
    done.map(({ id: activityId, memberId, organizationId, minutes, startedOn }) => ({
      id: newId(),
      memberId,
      organizationId,
      activityId,
      kind: 'workshop',
      minutes,
      earnedOn: startedOn,
      bookedOn: '2026-10-06',
      schoolYear: 2026,
      strength: 'self_reported' as const,
    })),
  )
}

describe('the rows of a large district', () => {
  const empty = emptyFileStore()
  let office: Office
  let schools: string[]

  beforeAll(async () => {
    office = await officeOf(empty())
    schools = []
    for (let at = 0; at < 10; at++) {
      schools.push(await office.write(addSchool, office.organizationId, `School ${at}`, `00${at}`))
    }
    await office.write(fill, schools, 40)
  }, 60_000)

  /** How many queries something asks on a connection of its own, with nothing kept yet. */
  async function queriesOf(work: (member: Pick<Office, 'read' | 'write'>) => Promise<unknown>) {
    let queries = 0
    const own = await openStore(empty().url, { connections: 1, onQuery: () => void (queries += 1) })
    onTestFinished(() => own.close())
    const counted = await asActor(own, 'fresh', office.actor)
    const before = queries
    await work(counted)
    return queries - before
  }

  test('come in as many queries as those of a small one, and so does the file', async () => {
    const list = (page: number) => (member: Pick<Office, 'read'>) =>
      member.read(listRows, AUTUMN, { sort: 'name', page })
    const few = await queriesOf(list(1))
    await office.write(fill, schools, PEOPLE - 40, 40)

    const many = await queriesOf(list(1))
    const last = await office.read(listRows, AUTUMN, { sort: 'name', page: PEOPLE / 25 })
    const id = newId()
    const opening = await queriesOf((member) => member.read(openMaking, AUTUMN))
    await office.write(makeStateFile, { id, ...AUTUMN })

    expect(many).toBe(few)
    expect(many).toBeLessThan(12)
    expect(last).toMatchObject({ total: PEOPLE, all: PEOPLE })
    expect(last.rows.at(-1)).toMatchObject({ familyName: 'Rivers 3999', minutes: 180 })
    expect(last.counts).toEqual({
      ready: PEOPLE - PEOPLE / NO_NUMBER - PEOPLE / EARLY,
      not_ready: PEOPLE / NO_NUMBER + PEOPLE / EARLY,
      changed: 0,
      taken_back: 0,
      sent: 0,
    })
    expect(opening).toBe(many)
    const { file, rows } = await office.read(openStateFile, id, 2)
    expect([file.size, rows.pages, rows.rows.length]).toEqual([3400, 136, 25])
    const text = await take(office, id)
    const [kept] = await office.scope.db.select({ text: stateFiles.content }).from(stateFiles)
    expect(text).toBe(kept?.text)
    expect(createHash('sha256').update(text).digest('hex')).toBe(file.sha256)
    expect(text.trim().split('\r\n')).toHaveLength(3401)
    expect((await office.read(listRows, AUTUMN, { sort: 'name', page: 1 })).toTell).toBe(0)
  }, 120_000)
})
