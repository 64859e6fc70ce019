import { eq } from '#db/query.server'
import { affiliations, events } from '#db/schema'
import { describe, expect, it } from 'vitest'
import { decide } from '~/domain/approvals/deciding.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { Conflict, Forbidden, NotFound } from '~/domain/errors'
import { recordRenewal } from '~/domain/renewal/renewing.server'
import { usesCsv } from '~/domain/uses/csv.server'
import { getUsesPage } from '~/domain/uses/page.server'
import { openUseForm, recordUses } from '~/domain/uses/recording.server'
import { takeBackUse } from '~/domain/uses/taking-back.server'
import { openTestStore, type TestStore } from '../../support/database'
import { asMember, type TestMember } from '../../support/members'
import { world } from '../../support/world'
import { earn, licensed, pageOf, rowsOfUses, using } from './given'

const { ana, ben, cora, ida, mara, rosa, schools, uses } = world.northside
const MASSACHUSETTS = { expiresOn: '2029-06-30' }
const FORM = { purpose: 'pay_lane', year: undefined } as const

const usesPage = (member: TestMember, id = member.actor.id) =>
  member.read(getUsesPage, id, { page: 1 })

/** Lets hours serve one purpose only. */
async function forbidOverlap(store: TestStore) {
  const office = await asMember(store, rosa)
  await office.write((scope) => scope.db.updateDistrict({ usesMayOverlap: false }))
}

describe('recording a use', () => {
  it('uses all of a row, and it is no longer offered for the same purpose', async () => {
    const store = await openTestStore()
    const { member, id } = await licensed(store, MASSACHUSETTS)
    const row = await earn(member, 12, '2026-10-05')

    await member.write(recordUses, id, using([row.id]))

    expect(await rowsOfUses(member)).toMatchObject([
      { activityId: row.id, unit: 'clock_hour', milliUnits: 12_000, minutes: 720, label: 'MA+30' },
    ])
    expect(await member.read(openUseForm, id, FORM)).toMatchObject({ approved: 1, rows: [] })
    const forStipend = await member.read(openUseForm, id, { ...FORM, purpose: 'stipend' })
    expect(forStipend.rows).toMatchObject([{ id: row.id, unused: 720 }])
    const told = await member.scope.db
      .select({ subjectId: events.subjectId })
      .from(events)
      .where(eq(events.type, 'use.recorded'))
    expect(told).toContainEqual({ subjectId: id })
  })

  it('uses a part, and the rest later, but never more than is left', async () => {
    const store = await openTestStore()
    const { member, id } = await licensed(store, MASSACHUSETTS)
    const row = await earn(member, 12, '2026-10-05')
    const part = (hours: string) => using([row.id], { hours: { [row.id]: hours } })
    await member.write(recordUses, id, part('4:30'))

    await expect(member.write(recordUses, id, part('8'))).rejects.toMatchObject({
      name: 'Invalid',
      field: `hours.${row.id}`,
      message: 'Of “Reading” 7.5 h are left to be used.',
    })
    await member.write(recordUses, id, using([row.id]))

    const used = (await rowsOfUses(member)).map(({ minutes }) => minutes)
    expect(used.toSorted((a, b) => a! - b!)).toEqual([270, 450])
  })

  it('names what was used already', async () => {
    const store = await openTestStore()
    const { member, id } = await licensed(store, MASSACHUSETTS)
    const row = await earn(member, 12, '2026-10-05')
    await member.write(recordUses, id, using([row.id]))

    await expect(member.write(recordUses, id, using([row.id]))).rejects.toMatchObject({
      field: 'rows',
      message: '“Reading” has been used for the pay lane “MA+30” already.',
    })
    expect(await rowsOfUses(member)).toHaveLength(1)
  })

  it.each([
    ['usedOn', { usedOn: '2026-11-21' }],
    ['usedOn', { usedOn: '2026-10-04' }],
    ['expiresOn', { purpose: 'stipend', expiresOn: '2026-11-09' }],
    ['expiresOn', { purpose: 'stipend', expiresOn: '2096-11-09' }],
    ['rows', { year: '2025' }],
    ['rows', { year: '1999' }],
  ])('refuses %s that cannot be right', async (field, given) => {
    const store = await openTestStore()
    const { member, id } = await licensed(store, MASSACHUSETTS)
    const row = await earn(member, 12, '2026-10-05')

    const attempt = member.write(recordUses, id, using([row.id], given))

    await expect(attempt).rejects.toMatchObject({ name: 'Invalid', field })
    expect(await rowsOfUses(member)).toEqual([])
  })

  it('refuses what somebody else earned, and what only waits', async () => {
    const store = await openTestStore()
    const { member, id } = await licensed(store, MASSACHUSETTS)
    const { approved, submitted } = world.northside.activities

    await expect(member.write(recordUses, id, using([approved]))).rejects.toMatchObject({
      field: 'rows',
    })
    const own = await asMember(store, ana)
    await expect(own.write(recordUses, ana.id, using([submitted]))).rejects.toMatchObject({
      field: 'rows',
    })
  })

  it('is for the educator and an administrator; an auditor sees it, and others do not', async () => {
    const store = await openTestStore()
    const { member, id } = await licensed(store, MASSACHUSETTS)
    const row = await earn(member, 12, '2026-10-05')
    const as = async (person: typeof rosa) => asMember(store, person)

    await (await as(rosa)).write(recordUses, id, using([row.id]))

    const auditor = await as(ida)
    expect((await usesPage(auditor, id)).uses.total).toBe(1)
    await expect(auditor.write(recordUses, id, using([row.id]))).rejects.toThrow(Forbidden)
    for (const person of [mara, ben, cora, world.southside.rosa]) {
      const other = await as(person)
      await expect(usesPage(other, id)).rejects.toThrow(NotFound)
      await expect(other.write(recordUses, id, using([row.id]))).rejects.toThrow(NotFound)
      await expect(other.read(usesCsv, id)).rejects.toThrow(NotFound)
    }
  })
})

describe('what is used for pay', () => {
  it('still counts for the license, as long as the district lets it', async () => {
    const store = await openTestStore()
    const { member, id, cycle } = await licensed(store, MASSACHUSETTS)
    const row = await earn(member, 12, '2026-10-05')
    await member.write(recordUses, id, using([row.id]))

    const before = await pageOf(member, cycle)
    await forbidOverlap(store)
    const after = await pageOf(await asMember(store, { ...cora, id }), cycle)

    expect(before.counted).toBe(12)
    expect(after.counted).toBe(0)
    expect(after.rows.rows).toMatchObject([
      {
        reason: 'spent',
        sentence: 'It has been used for the pay lane “MA+30”, and counts once only.',
      },
    ])
  })

  it('leaves the rest to count, where hours serve one purpose', async () => {
    const store = await openTestStore()
    await forbidOverlap(store)
    const { member, id, cycle } = await licensed(store, MASSACHUSETTS)
    const row = await earn(member, 12, '2026-10-05')
    await member.write(recordUses, id, using([row.id], { hours: { [row.id]: '1' } }))

    const before = await pageOf(member, cycle)
    const later = await asMember(store, { ...cora, id }, new Date('2026-11-23T15:00:00Z'))
    await later.write(recordRenewal, cycle, { version: 1, renewedOn: '2026-11-12' })

    expect(before).toMatchObject({ counted: 11, lost: 0 })
    expect(before.rows.rows).toMatchObject([
      {
        verdict: 'counts_partly',
        reason: 'counts',
        sentence:
          'Counts 11 PDPs toward Elective. 1 clock hour of it was used for the pay lane “MA+30”.',
      },
    ])
    expect((await rowsOfUses(member)).map(({ minutes }) => minutes).toSorted()).toEqual([60, 660])
    const used = 'the pay lane “MA+30”'
    await expect(later.write(recordUses, id, using([row.id]))).rejects.toMatchObject({
      message: expect.stringContaining('has been used for'),
    })
    for (const mayOverlap of [false, true]) {
      const office = await asMember(store, rosa)
      await office.write((scope) => scope.db.updateDistrict({ usesMayOverlap: mayOverlap }))
      const closed = await pageOf(await asMember(store, { ...cora, id }), cycle)
      expect(closed.counted).toBe(11)
      expect(closed.rows.rows[0]?.sentence).toContain(used)
    }
  })

  it('leaves nothing once its parts are all of it', async () => {
    const store = await openTestStore()
    await forbidOverlap(store)
    const { member, id, cycle } = await licensed(store, MASSACHUSETTS)
    const row = await earn(member, 12, '2026-10-05')
    const part = (hours: string, given = {}) =>
      using([row.id], { hours: { [row.id]: hours }, ...given })
    await member.write(recordUses, id, part('5'))
    await member.write(recordUses, id, part('7', { purpose: 'stipend', label: 'Team' }))

    const { counted, rows } = await pageOf(member, cycle)

    expect(counted).toBe(0)
    expect(rows.rows).toMatchObject([
      {
        verdict: 'does_not_count',
        sentence: expect.stringMatching(
          /the pay lane “MA\+30” and the stipend “Team”|the stipend “Team” and the pay lane “MA\+30”/,
        ),
      },
    ])
  })

  it('is not there for pay once a renewal has used it, where hours serve one purpose', async () => {
    const store = await openTestStore()
    await forbidOverlap(store)
    const { member, id, cycle } = await licensed(store, MASSACHUSETTS)
    const row = await earn(member, 12, '2026-10-05')
    await member.write(recordRenewal, cycle, { version: 1, renewedOn: '2026-11-12' })

    const attempt = member.write(recordUses, id, using([row.id]))

    await expect(attempt).rejects.toMatchObject({
      message: '“Reading” has been used for the renewal of Massachusetts in 2026 already.',
    })
    expect(await pageOf(member, cycle)).toMatchObject({ counted: 12 })
  })

  it('stays with the educator who moves to another school', async () => {
    const store = await openTestStore()
    const { member, id } = await licensed(store, MASSACHUSETTS)
    const row = await earn(member, 12, '2026-10-05')
    await member.write(recordUses, id, using([row.id]))
    const before = await rowsOfUses(member)
    const office = await asMember(store, rosa)

    await office.write((scope) =>
      scope.db
        .update(affiliations)
        .set({ organizationId: schools.elementary })
        .where(eq(affiliations.memberId, id)),
    )

    expect(await rowsOfUses(await asMember(store, { ...cora, id }))).toEqual(before)
  })
})

describe('taking a use back', () => {
  it('books its opposite once, and the hours can be used again', async () => {
    const store = await openTestStore()
    const { member, id } = await licensed(store, MASSACHUSETTS)
    const row = await earn(member, 12, '2026-10-05')
    await member.write(recordUses, id, using([row.id]))
    const [use] = await rowsOfUses(member)

    await member.write(takeBackUse, id, use!.id, { reason: 'It was the wrong lane.' })

    expect((await rowsOfUses(member)).at(-1)).toMatchObject({
      reversesId: use!.id,
      milliUnits: -12_000,
      minutes: -720,
      note: 'It was the wrong lane.',
    })
    const again = member.write(takeBackUse, id, use!.id, { reason: 'Again.' })
    await expect(again).rejects.toThrow(Conflict)
    expect(await usesPage(member)).toMatchObject({ totals: [], lots: [] })
    await member.write(recordUses, id, using([row.id]))
    expect((await usesPage(member)).totals).toMatchObject([{ purpose: 'pay_lane', minutes: 720 }])
  })

  it('is refused for a renewal, for the rows of others, and to an auditor', async () => {
    const store = await openTestStore()
    const { member, id, cycle } = await licensed(store, MASSACHUSETTS)
    await earn(member, 12, '2026-10-05')
    await member.write(recordRenewal, cycle, { version: 1, renewedOn: '2026-11-12' })
    const [use] = await rowsOfUses(member)
    const because = { reason: 'x' }

    await expect(member.write(takeBackUse, id, use!.id, because)).rejects.toThrow(Conflict)
    await expect(member.write(takeBackUse, id, uses.payLane, because)).rejects.toThrow(NotFound)
    const auditor = await asMember(store, ida)
    await expect(auditor.write(takeBackUse, ana.id, uses.payLane, because)).rejects.toThrow(
      Forbidden,
    )
  })

  it('comes by itself when the approval is taken back; another approval does not bring it back', async () => {
    const store = await openTestStore()
    const { member, id } = await licensed(store, MASSACHUSETTS)
    const { id: activity, submission } = await earn(member, 12, '2026-10-05')
    await member.write(recordUses, id, using([activity]))
    const principal = await asMember(store, mara)

    await principal.write(reopenSubmission, submission, { reason: 'The wrong one.' })
    const between = await usesPage(member)
    await principal.write(decide, { submissions: [submission], decision: 'approved' })

    expect(between.totals).toEqual([])
    expect(between.uses.rows).toMatchObject([
      { isStanding: false, takenBackBecause: 'The approval was taken back.' },
    ])
    expect((await usesPage(member)).totals).toEqual([])
    const form = await member.read(openUseForm, id, FORM)
    expect(form.rows).toMatchObject([{ id: activity, unused: 720 }])
  })
})

describe('where hours were used', () => {
  it('is empty for somebody who has used nothing', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ben)

    expect(await usesPage(member)).toMatchObject({
      totals: [],
      lots: [],
      uses: { rows: [], total: 0 },
      member: { isOwn: true, can: { record: true } },
    })
  })

  it('adds up by purpose what has not expired, and names every lot', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const { totals, lots, uses: list } = await usesPage(member)

    expect(totals).toEqual([
      { purpose: 'renewal', minutes: 1320, units: [{ unit: 'PDP', amount: 22 }] },
      { purpose: 'pay_lane', minutes: 2700, units: [{ unit: 'semester_hour', amount: 3 }] },
      { purpose: 'stipend', minutes: 960, units: [{ unit: 'clock_hour', amount: 16 }] },
    ])
    expect(lots).toMatchObject([
      { label: 'MA+30', expiresOn: null, isExpired: false },
      { label: '30-hour stipend 2024–25', expiresOn: '2025-06-30', isExpired: true },
      { label: '30-hour stipend 2026–27', expiresOn: '2027-06-30', isExpired: false },
    ])
    expect(list.total).toBe(5)
    expect(list.rows.map(({ can }) => can.takeBack)).toEqual([true, true, true, false, false])
  })

  it('can be taken away as CSV, with what was taken back', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    await member.write(takeBackUse, ana.id, uses.payLane, { reason: '=1+1' })

    const lines = (await member.read(usesCsv, ana.id)).split('\r\n')

    expect(lines[0]).toBe(
      '\ufeffid,purpose,label,record,record_id,title,used_on,unit,amount,minutes,expires_on,state,cycle_id,rule_set,taken_back_on,taken_back_because',
    )
    expect(lines).toHaveLength(7)
    expect(lines.find((line) => line.startsWith(uses.payLane))).toMatch(
      /,semester_hour,3,2700,,,,,2026-11-20,'=1\+1$/,
    )
  })
})
