import { createHash } from 'node:crypto'
import { newId } from '#db/id'
import { eq, inArray } from '#db/query.server'
import { events, licenses, members, organizations, stateFiles } from '#db/schema'
import { describe, expect, test } from 'vitest'
import { Conflict, Invalid } from '~/domain/errors'
import {
  downloadStateFile,
  listStateFiles,
  openStateFile,
  readStateFile,
} from '~/domain/state-files/files.server'
import type { WriteScope } from '~/domain/scope.server'
import { listRows } from '~/domain/state-files/listing.server'
import { makeStateFile, openMaking } from '~/domain/state-files/making.server'
import { openRefusal, refuseStateFile } from '~/domain/state-files/refusing.server'
import { textOf } from '../../support/csv'
import { openTestStore } from '../../support/database'
import { asActor, asMember } from '../../support/members'
import { world } from '../../support/world'
import {
  approve,
  AUTUMN,
  educator,
  linesOf,
  look,
  type Office,
  officeOf,
  take,
  takeBack,
  tell,
} from './ground'

const { northside } = world

const resultsOf = async (office: Office) => (await look(office)).rows.map(({ result }) => result)

async function renumber(office: Office, licenseId: string, number: string) {
  await office.write(async ({ db }) => {
    await db.update(licenses).set({ number }).where(eq(licenses.id, licenseId))
  })
}

/** A file of 10,000 rows as if it had been made. @returns its id */
async function keep(
  { db, actor, now }: WriteScope,
  file: { number: number; content: string; sha256: string },
) {
  const id = newId()
  const period = { firstOn: AUTUMN.first, lastOn: AUTUMN.last }
  await db
    .insert(stateFiles)
    .values({ id, ...file, ...period, size: 10_000, madeById: actor.id, madeAt: now })
  return id
}

describe('a file for the state', () => {
  test('has a line for each row that is ready, and is the same whenever it is taken', async () => {
    const office = await officeOf(await openTestStore())
    const able = await educator(office, 'Able', '0012')
    const evil = await educator(office, '=Evil', '0013')
    await approve(office, able.id, 100)
    await approve(office, able.id, 50)
    await approve(office, evil.id, 50)

    const id = await tell(office)

    const first = await take(office, id)
    const second = await take(office, id)
    expect(first).toBe(second)
    expect(first.split('\r\n')).toEqual([
      '\uFEFFstate_number,family_name,given_name,school_number,school_name,first_day,last_day,activities,hours,row,previous_hours',
      "0013,'=Evil,Rae,0042,Hill School,2026-08-01,2026-11-30,1,0.83,new,",
      '0012,Able,Rae,0042,Hill School,2026-08-01,2026-11-30,2,2.50,new,',
      '',
    ])
  })

  test('is kept with its rows, its hash and who made it; making and taking it are recorded', async () => {
    const office = await officeOf(await openTestStore())
    const { id: memberId } = await educator(office, 'Able', '12')
    await approve(office, memberId, 100)

    const id = await tell(office)
    await office.write(downloadStateFile, id)

    const { file, rows } = await office.read(openStateFile, id, 1)
    expect(file).toMatchObject({
      number: 1,
      ...AUTUMN,
      size: 1,
      madeBy: 'Wendy Wu',
      madeOn: '2026-11-20',
      refused: null,
    })
    expect(rows.rows).toMatchObject([{ memberId, stateNumber: '12', kind: 'new', minutes: 100 }])
    const recorded = await office.scope.db
      .select({ type: events.type, details: events.details })
      .from(events)
      .where(inArray(events.type, ['state_file.made', 'state_file.downloaded']))
    expect(recorded).toMatchObject([
      { type: 'state_file.made', details: { number: 1, rows: 1, sha256: file.sha256 } },
      { type: 'state_file.downloaded', details: { sha256: file.sha256 } },
    ])
  })

  test('is the text that its hash is of, however long, or has no end', async () => {
    const office = await officeOf(await openTestStore())
    const line = '12,Åble 🏔,Rae,0042,"Hill, School",2026-08-01,2026-11-30,1,1.67,new,\r\n'
    const content = `\uFEFFstate_number\r\n${line.repeat(10_000)}`
    const sha256 = createHash('sha256').update(content).digest('hex')

    const whole = await office.write(keep, { number: 1, content, sha256 })
    const other = await office.write(keep, { number: 2, content: `${content} `, sha256 })
    const csv = await office.read(readStateFile, await office.write(downloadStateFile, whole))

    expect(csv.rows).toBe(10_000)
    expect(await textOf(csv)).toBe(content)
    await expect(take(office, other)).rejects.toThrow('not as it was made')
  })

  test('is made once, however often its form is sent', async () => {
    const office = await officeOf(await openTestStore())
    const { id: memberId } = await educator(office, 'Able', '12')
    await approve(office, memberId, 100)
    const id = newId()

    const made = await Promise.all([tell(office, id), tell(office, id), tell(office, id)])
    await approve(office, memberId, 100)
    made.push(await tell(office, id))

    expect(new Set(made)).toEqual(new Set([id]))
    expect((await office.read(listStateFiles, 1)).total).toBe(1)
  })

  test('is not made twice by two people at once, nor where nothing has changed', async () => {
    const office = await officeOf(await openTestStore())
    const { id: memberId } = await educator(office, 'Able', '12')
    await approve(office, memberId, 100)

    const both = await Promise.allSettled([tell(office), tell(office)])
    const again = tell(office)

    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(again).rejects.toThrow(/Nothing has changed/)
    expect((await office.read(listStateFiles, 1)).total).toBe(1)
    expect(await office.read(openMaking, AUTUMN)).toMatchObject({ toTell: 0, inTheWay: [] })
  })

  test('is not made of nothing', async () => {
    const office = await officeOf(await openTestStore())

    await expect(tell(office)).rejects.toThrow(/no file was made/)
    expect(await office.read(listStateFiles, 1)).toMatchObject({ rows: [], total: 0 })
  })
})

describe('what changed since it was sent', () => {
  test('goes as a correction with what was told before', async () => {
    const office = await officeOf(await openTestStore())
    const able = await educator(office, 'Able', '12')
    const baker = await educator(office, 'Baker', '13')
    for (const { id } of [able, baker]) await approve(office, id, 120)
    const first = await tell(office)
    await approve(office, able.id, 30)

    const before = await look(office)
    const second = await tell(office)

    expect(before.rows.map(({ result }) => result)).toEqual(['changed', 'sent'])
    expect(before.rows[0]!.before).toEqual({ minutes: 120, fileId: first, fileNumber: 1 })
    expect(await linesOf(office, second)).toMatchObject([
      {
        state_number: '12',
        hours: '2.50',
        activities: '2',
        row: 'correction',
        previous_hours: '2.00',
      },
    ])
    expect(await resultsOf(office)).toEqual(['sent', 'sent'])
  })

  test('goes as zero where all hours were taken back, and as new where they come again', async () => {
    const office = await officeOf(await openTestStore())
    const { id } = await educator(office, 'Able', '12')
    const activity = await approve(office, id, 120)
    await tell(office)
    await takeBack(office, activity)

    expect(await resultsOf(office)).toEqual(['taken_back'])
    expect(await linesOf(office, await tell(office))).toMatchObject([
      {
        state_number: '12',
        hours: '0.00',
        activities: '0',
        row: 'withdrawn',
        previous_hours: '2.00',
      },
    ])
    expect(await resultsOf(office)).toEqual([])
    await approve(office, id, 60)
    expect(await linesOf(office, await tell(office))).toMatchObject([
      { hours: '1.00', row: 'new', previous_hours: '' },
    ])
  })

  test('is no other spelling of a number or a name, but another school is', async () => {
    const office = await officeOf(await openTestStore())
    const { id, licenseId } = await educator(office, 'Able', 'ab 12')
    await approve(office, id, 120)
    await tell(office)

    await renumber(office, licenseId, 'AB12')
    await office.write(async ({ db }) => {
      await db.update(members).set({ familyName: 'Adams' }).where(eq(members.id, id))
    })
    expect(await resultsOf(office)).toEqual(['sent'])
    await office.write(async ({ db }) => {
      await db
        .update(organizations)
        .set({ identifier: '0043' })
        .where(eq(organizations.id, office.schoolId))
    })

    expect(await resultsOf(office)).toEqual(['changed'])
  })

  test('is a number that was mended: the old one is withdrawn, the new one is new', async () => {
    const office = await officeOf(await openTestStore())
    const { id, licenseId } = await educator(office, 'Able', '12')
    await approve(office, id, 120)
    await tell(office)
    await renumber(office, licenseId, '21')

    expect(await resultsOf(office)).toEqual(['ready', 'taken_back'])
    expect(await linesOf(office, await tell(office))).toMatchObject([
      { state_number: '21', row: 'new', hours: '2.00' },
      { state_number: '12', row: 'withdrawn', hours: '0.00', previous_hours: '2.00' },
    ])
  })

  test('is two numbers that were mixed up: each is corrected', async () => {
    const office = await officeOf(await openTestStore())
    const able = await educator(office, 'Able', '12')
    const baker = await educator(office, 'Baker', '13')
    await approve(office, able.id, 60)
    await approve(office, baker.id, 120)
    await tell(office)
    await renumber(office, able.licenseId, '13')
    await renumber(office, baker.licenseId, '12')

    expect(await linesOf(office, await tell(office))).toMatchObject([
      {
        state_number: '13',
        family_name: 'Able',
        row: 'correction',
        hours: '1.00',
        previous_hours: '2.00',
      },
      {
        state_number: '12',
        family_name: 'Baker',
        row: 'correction',
        hours: '2.00',
        previous_hours: '1.00',
      },
    ])
  })

  test('stands as it was told while somebody is not ready', async () => {
    const office = await officeOf(await openTestStore())
    const { id, licenseId } = await educator(office, 'Able', '12')
    const file = await (async () => {
      await approve(office, id, 120)
      return tell(office)
    })()
    await renumber(office, licenseId, '')
    await approve(office, id, 60)

    const { rows } = await look(office)

    expect(rows).toMatchObject([
      { result: 'not_ready', minutes: 180, before: { minutes: 120, fileId: file } },
    ])
    await expect(tell(office)).rejects.toThrow(Invalid)
  })
})

describe('a file that the state refused', () => {
  test('counts as not sent, and is told again', async () => {
    const office = await officeOf(await openTestStore())
    const { id: memberId } = await educator(office, 'Able', '12')
    await approve(office, memberId, 120)
    const id = await tell(office)

    await office.write(refuseStateFile, id, { reason: 'The header was not read.' })

    expect(await resultsOf(office)).toEqual(['ready'])
    expect((await office.read(openStateFile, id, 1)).file.refused).toEqual({
      on: '2026-11-20',
      by: 'Wendy Wu',
      reason: 'The header was not read.',
    })
    expect(await linesOf(office, await tell(office))).toMatchObject([{ row: 'new' }])
    expect((await office.read(listStateFiles, 1)).rows.map(({ number }) => number)).toEqual([2, 1])
  })

  test('leaves standing what the one before it told', async () => {
    const office = await officeOf(await openTestStore())
    const { id: memberId } = await educator(office, 'Able', '12')
    await approve(office, memberId, 120)
    await tell(office)
    await approve(office, memberId, 60)
    const correction = await tell(office)

    await office.write(refuseStateFile, correction, { reason: 'Broken' })

    expect((await look(office)).rows).toMatchObject([
      { result: 'changed', before: { minutes: 120, fileNumber: 1 } },
    ])
  })

  test('is refused once', async () => {
    const office = await officeOf(await openTestStore())
    const { id: memberId } = await educator(office, 'Able', '12')
    await approve(office, memberId, 120)
    const id = await tell(office)
    await office.write(refuseStateFile, id, { reason: 'Broken' })

    await expect(office.write(refuseStateFile, id, { reason: 'Again' })).rejects.toThrow(Conflict)
    await expect(office.read(openRefusal, id)).rejects.toThrow(Conflict)
  })
})

describe('periods', () => {
  test('are told apart, and not twice', async () => {
    const office = await officeOf(await openTestStore())
    const { id } = await educator(office, 'Able', '12')
    await approve(office, id, 60, '2026-08-15')
    await approve(office, id, 120, '2026-10-15')
    const august = { first: '2026-08-01', last: '2026-08-31' }
    const october = { first: '2026-10-01', last: '2026-10-31' }
    const file = await tell(office, newId(), august)

    await tell(office, newId(), october)
    const both = tell(office)

    await expect(both).rejects.toThrow(/1 August 2026 to 31 August 2026/)
    expect((await look(office)).inTheWay).toEqual([august, october])
    expect((await look(office, {}, october)).inTheWay).toEqual([])
    await office.write(refuseStateFile, file, { reason: 'Wrong days' })
    expect((await look(office)).inTheWay).toEqual([october])
  })
})

describe('the rows', () => {
  test('are narrowed by result, school and name, and sorted', async () => {
    const office = await officeOf(await openTestStore())
    const able = await educator(office, 'Able', '1')
    const baker = await educator(office, 'Baker', '2')
    const office2 = { organizationId: office.organizationId }
    const cole = await educator(office, 'Cole', '3', office2)
    await approve(office, able.id, 60)
    await approve(office, baker.id, 120)
    await approve(office, cole.id, 90)
    const names = async (filter: Parameters<typeof look>[1]) =>
      (await look(office, filter)).rows.map(({ familyName }) => familyName)

    expect(await names({ sort: '-name' })).toEqual(['Cole', 'Baker', 'Able'])
    expect(await names({ sort: '-hours' })).toEqual(['Baker', 'Cole', 'Able'])
    expect(await names({ sort: 'school' })).toEqual(['Cole', 'Able', 'Baker'])
    expect(await names({ result: 'ready' })).toEqual(['Able', 'Baker'])
    expect(await names({ organizationId: office.organizationId })).toEqual(['Cole'])
    expect(await names({ text: 'RAE bak' })).toEqual(['Baker'])
    expect((await look(office, { result: 'ready' })).counts).toMatchObject({
      ready: 2,
      not_ready: 1,
    })
  })

  test('are for the office and auditors, who see no numbers and make nothing', async () => {
    const store = await openTestStore()
    const office = await officeOf(store)
    const { id: memberId } = await educator(office, 'Able', '12')
    await approve(office, memberId, 60)
    const id = await tell(office)
    const hat = {
      organizationId: office.organizationId,
      organizationPath: `${office.organizationId}/`,
    }
    const as = (role: 'auditor' | 'coordinator' | 'principal') =>
      asActor(store, 'fresh', { ...office.actor, id: newId(), hats: [{ role, ...hat }] })
    const auditor = await as('auditor')
    const filter = { sort: 'name', page: 1 } as const

    const seen = await auditor.read(listRows, AUTUMN, filter)

    expect(seen.rows).toMatchObject([{ stateNumber: null, hasNumber: true }])
    expect(seen.can).toEqual({ make: false })
    expect((await auditor.read(openStateFile, id, 1)).rows.rows).toMatchObject([
      { stateNumber: null },
    ])
    await expect(auditor.write(downloadStateFile, id)).toBeForbidden()
    const taken = await office.write(downloadStateFile, id)
    await expect(auditor.read(readStateFile, taken)).toBeForbidden()
    await expect(auditor.write(makeStateFile, { id: newId(), ...AUTUMN })).toBeForbidden()
    await expect(auditor.read(openMaking, AUTUMN)).toBeForbidden()
    await expect(auditor.write(refuseStateFile, id, { reason: 'No' })).toBeForbidden()
    for (const role of ['coordinator', 'principal'] as const) {
      const other = await as(role)
      await expect(other.read(listRows, AUTUMN, filter)).toBeForbidden()
      await expect(other.read(listStateFiles, 1)).toBeForbidden()
      await expect(other.read(openStateFile, id, 1)).toBeForbidden()
    }
  })

  test('of another district are never there', async () => {
    const store = await openTestStore()
    const office = await officeOf(store)
    const { id: memberId } = await educator(office, 'Able', '482913')
    await approve(office, memberId, 60)
    const id = await tell(office)
    const rosa = await asMember(store, northside.rosa)
    const theirs = await rosa.read(listRows, AUTUMN, { sort: 'name', page: 1 })

    expect((await look(office)).rows.map((row) => row.memberId)).toEqual([memberId])
    expect(theirs.rows.map((row) => row.memberId)).not.toContain(memberId)
    expect(theirs.rows.flatMap(({ reasons }) => reasons.map(({ kind }) => kind))).not.toContain(
      'shared_number',
    )
    await expect(rosa.read(openStateFile, id, 1)).toBeNotFound()
    await expect(rosa.write(downloadStateFile, id)).toBeNotFound()
    await expect(rosa.write(refuseStateFile, id, { reason: 'Ours' })).toBeNotFound()
    expect(await office.scope.db.count(stateFiles)).toBe(1)
  })
})
