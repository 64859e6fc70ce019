import { eq } from '#db/query.server'
import { events, evidence } from '#db/schema'
import { describe, expect, it } from 'vitest'
import { csvOf } from '~/domain/csv.server'
import { Forbidden, NotFound } from '~/domain/errors'
import { showActivity } from '~/domain/activities/showing.server'
import { getEvidence, strengthOf } from '~/domain/evidence/queries.server'
import { listUnnamedFiles } from '~/domain/evidence/unnamed.server'
import { placeHold, releaseHold } from '~/domain/holds/placing.server'
import { filesCsv } from '~/domain/retention/csv.server'
import { confirmDestruction } from '~/domain/retention/destroying.server'
import { type ListedFile, listFiles, openDestruction } from '~/domain/retention/list.server'
import { FILE_STANDINGS } from '~/domain/retention/retention'
import { listMembersToReview, reviewFiles } from '~/domain/retention/reviewing.server'
import { getSchedule, openScheduleForm, setSchedule } from '~/domain/retention/schedule.server'
import { textOf } from '../../support/csv'
import { openTestStore } from '../../support/database'
import { asMember, type TestMember } from '../../support/members'
import { world } from '../../support/world'
import { newcomer } from '../renewal/newcomers'
import { certify, leaver, redate } from './files-of'

const { ana, ida, mara, ming, rosa } = world.northside

/** Rosa after the nightly look at all files. */
async function reviewed(office: TestMember) {
  await office.write(reviewFiles, await office.read(listMembersToReview))
  const standings = await Promise.all(
    FILE_STANDINGS.map((standing) => office.read(listFiles, { standing, page: 1 })),
  )
  const names = standings.map(({ rows }) => rows.map(({ name }) => name))
  return Object.fromEntries(FILE_STANDINGS.map((standing, at) => [standing, names[at]!]))
}

/** The rows of all pages as a table. */
const tableOf = (files: ListedFile[]) =>
  csvOf(
    [
      'id',
      'educator',
      'what_it_backs',
      'file',
      'bytes',
      'sha256',
      'kept_until',
      'destroyed_on',
      'why',
    ],
    files.map((file) => [
      file.id,
      file.person,
      file.title,
      file.name,
      file.bytes,
      file.sha256,
      file.keptUntil,
      file.destroyedOn,
      file.because,
    ]),
  )

describe('evidence files', () => {
  it('come due after their educator has left, the day after the last one', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const files = [
      ['over.pdf', '2020-11-19'],
      ['today.pdf', '2020-11-20'],
      ['soon.pdf', '2021-11-20'],
      ['later.pdf', '2021-11-21'],
      ['here.pdf', null],
    ] as const
    for (const [name, endedOn] of files) {
      const { id } = await leaver(office, endedOn)
      await certify(office, id, { on: '2015-03-02', name })
    }

    expect(await reviewed(office)).toEqual({
      due: ['over.pdf'],
      held: [],
      coming: ['today.pdf', 'soon.pdf'],
      destroyed: [],
    })
  })

  it('come due after the renewal they count for, as long as the state asks', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const { id, cycle } = await newcomer(store)
    const days = { startsOn: '2011-07-01', endsOn: '2016-06-30' }
    await redate(office, cycle, { ...days, renewedOn: '2016-06-20', closedOn: '2016-06-20' })
    await certify(office, id, { on: '2015-03-02', name: 'counted.pdf' })
    await certify(office, id, { on: '2016-06-20', attachedOn: '2016-07-20', name: 'late.pdf' })
    await certify(office, id, { on: '2016-07-01', name: 'after-the-cycle.pdf' })

    const lists = await reviewed(office)
    const due = await office.read(listFiles, { standing: 'due', page: 1 })

    expect(lists.due).toEqual(['counted.pdf', 'late.pdf'])
    expect(due.rows[0]).toMatchObject({
      keptUntil: '2021-06-20',
      because: 'The Massachusetts license was renewed on 20 June 2016. Kept 5 years from then.',
      title: 'Google Classroom basics',
    })
    expect(due.rows[1]).toMatchObject({ keptUntil: '2021-07-20' })
  })

  it('go with an event each; the row, what was approved and its strength stay', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const { id: memberId } = await leaver(office, '2016-06-30')
    const file = await certify(office, memberId, { on: '2015-03-02' })
    await reviewed(office)
    const before = await office.read(openDestruction)

    const { destroyed, mayBeMore } = await office.write(confirmDestruction)

    expect(before).toEqual({ files: 1, people: 1, bytes: 2_000 })
    expect([destroyed, mayBeMore]).toEqual([[file.id], false])
    expect(await office.read(strengthOf, { activityId: file.activityId })).toBe('document')
    const activity = await office.read(showActivity, file.activityId)
    expect(activity.evidence).toMatchObject([
      { name: 'certificate.pdf', destroyedOn: '2026-11-20' },
    ])
    const [event] = await office.scope.db
      .select({ actorId: events.actorId, details: events.details })
      .from(events)
      .where(eq(events.type, 'evidence.destroyed'))
    expect(event).toMatchObject({
      actorId: rosa.id,
      details: { memberId, sha256: 'ab'.repeat(32), keptUntil: '2022-06-30' },
    })
    expect(await office.read(({ db }) => listUnnamedFiles(db, [file.id]))).toEqual([file.id])
    expect((await reviewed(office)).destroyed).toEqual(['certificate.pdf'])
    expect((await office.write(confirmDestruction)).destroyed).toEqual([])
  })

  it('stay where they are no longer due when it is looked up once more', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const { id } = await leaver(office, '2016-06-30')
    const file = await certify(office, id, { on: '2015-03-02' })
    await reviewed(office)
    const schedule = { evidenceYears: 5, separationYears: 30, destroysWhenDue: false }
    await office.write(setSchedule, schedule)
    const later = await asMember(store, rosa)

    const { destroyed } = await later.write(confirmDestruction)

    expect(destroyed).toEqual([])
    const [row] = await office.scope.db
      .select({ keptUntil: evidence.keptUntil, destroyedOn: evidence.destroyedOn })
      .from(evidence)
      .where(eq(evidence.id, file.id))
    expect(row).toEqual({ keptUntil: '2046-06-30', destroyedOn: null })
    expect((await later.read(openDestruction)).files).toBe(0)
  })

  it('stay while a hold stands on their educator or on everybody, and go after it', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const [one, other] = [await leaver(office, '2016-06-30'), await leaver(office, '2016-06-30')]
    await certify(office, one.id, { on: '2015-03-02', name: 'held.pdf' })
    await certify(office, other.id, { on: '2015-03-02', name: 'free.pdf' })
    const hold = await office.write(placeHold, one.id, { matter: 'Grievance' })

    expect(await reviewed(office)).toMatchObject({ due: ['free.pdf'], held: ['held.pdf'] })
    const all = await office.write(placeHold, undefined, { matter: 'Audit' })
    expect(await reviewed(office)).toMatchObject({ due: [], held: ['held.pdf', 'free.pdf'] })
    expect((await office.write(confirmDestruction)).destroyed).toEqual([])
    await office.write(releaseHold, all, { reason: 'Done' })
    await office.write(releaseHold, hold, { reason: 'Settled' })
    expect((await office.write(confirmDestruction)).destroyed).toHaveLength(2)
  })

  it('of another district are not touched', async () => {
    const store = await openTestStore()
    const south = await asMember(store, world.southside.rosa)
    const office = await asMember(store, rosa)
    const { id } = await leaver(office, '2016-06-30')
    const file = await certify(office, id, { on: '2015-03-02' })
    await reviewed(office)

    expect((await south.read(listFiles, { standing: 'due', page: 1 })).total).toBe(0)
    expect((await south.write(confirmDestruction)).destroyed).toEqual([])
    await expect(south.read(getEvidence, file.id)).rejects.toThrow(NotFound)
  })

  it('are a table as well, page after page', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const { id } = await leaver(office, '2016-06-30', '=Formula')
    for (let count = 0; count < 30; count++) {
      await certify(office, id, { on: '2015-03-02', name: `${count}.pdf` })
    }
    await reviewed(office)

    const [first, second] = [
      await office.read(listFiles, { standing: 'due', page: 1 }),
      await office.read(listFiles, { standing: 'due', page: 2 }),
    ]
    const csv = await office.read(filesCsv, 'due')
    const text = await textOf(csv)

    expect([first.rows.length, second.rows.length, first.total]).toEqual([25, 5, 30])
    expect(csv.rows).toBe(30)
    expect(text).toBe(tableOf([...first.rows, ...second.rows]))
    expect(text.split('\r\n')[1]).toContain('Rae =Formula')
  })

  it('are the same table where there are more than are read at once, and none', async () => {
    const store = await openTestStore()
    const office = await asMember(store, rosa)
    const { id } = await leaver(office, '2016-06-30')
    await certify(office, id, { on: '2015-03-02', copies: 250 })
    await reviewed(office)

    for (const standing of FILE_STANDINGS) {
      const { pages } = await office.read(listFiles, { standing, page: 1 })
      const rows: ListedFile[] = []
      for (let page = 1; page <= pages; page++) {
        rows.push(...(await office.read(listFiles, { standing, page })).rows)
      }
      const csv = await office.read(filesCsv, standing)

      expect(csv.rows).toBe(standing === 'due' ? 250 : 0)
      expect(await textOf(csv)).toBe(tableOf(rows))
    }
  })

  it('are no table for whom their list is closed to', async () => {
    const store = await openTestStore()

    for (const person of [ana, mara, ming]) {
      const { read } = await asMember(store, person)
      await expect(read(filesCsv, 'due')).rejects.toThrow(Forbidden)
    }
  })
})

describe('the retention schedule', () => {
  it('is looked at by administrators and auditors, and changed by administrators', async () => {
    const store = await openTestStore()
    const schedule = { evidenceYears: 7, separationYears: 8, destroysWhenDue: true }
    const auditor = await asMember(store, ida)

    expect(await auditor.read(getSchedule)).toMatchObject({
      evidenceYears: 5,
      can: { edit: false },
    })
    await expect(auditor.read(openScheduleForm)).rejects.toThrow(Forbidden)
    await expect(auditor.write(setSchedule, schedule)).rejects.toThrow(Forbidden)
    await expect(auditor.write(confirmDestruction)).rejects.toThrow(Forbidden)
    for (const person of [ana, mara, ming]) {
      const member = await asMember(store, person)
      await expect(member.read(getSchedule)).rejects.toThrow(Forbidden)
      await expect(member.read(listFiles, { standing: 'due', page: 1 })).rejects.toThrow(Forbidden)
    }
    await (await asMember(store, rosa)).write(setSchedule, schedule)

    expect(await (await asMember(store, ida)).read(getSchedule)).toMatchObject({
      ...schedule,
      filesReviewedOn: null,
    })
  })
})
