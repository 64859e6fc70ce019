import { describe, expect, it } from 'vitest'
import { withdraw } from '~/domain/approvals/deciding.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { Forbidden, Invalid, NotFound } from '~/domain/errors'
import { reportCreditCsv } from '~/domain/report-lists/csv.server'
import {
  type CreditFilter,
  listAllReportCredit,
  listReportCredit,
} from '~/domain/report-lists/credit.server'
import { openReport } from '~/domain/reports/report.server'
import { allOf, textOf } from '../../support/csv'
import { openFileStore, openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { type Person, world, WORLD_TODAY } from '../../support/world'

const { northside, southside } = world
const unchanged = openFileStore()
const { ana, ben, ida, mara, ming, rosa, schools } = northside
const COMPETENCY = 'digcompedu-2017/1.1'

const listAs = async (given: Partial<CreditFilter> = {}, person: Person = rosa) => {
  const { read } = await asMember(unchanged(), person)
  return allOf(await read(listAllReportCredit, { asOf: WORLD_TODAY, sort: 'name', ...given }))
}
const minutesOf = (rows: { minutes: number }[]) => rows.reduce((sum, row) => sum + row.minutes, 0)
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)

describe('the credit behind the report', () => {
  it('comes to the hours of the report, by kind, proof, competency and school', async () => {
    const { read } = await asMember(unchanged(), rosa)
    const asOf = '2026-06-30'
    const { hours, evidence, competencies } = await read(openReport, { asOf })
    const minutesIn = async (given: Partial<CreditFilter>) =>
      minutesOf(await listAs({ asOf, ...given }))
    const [kind] = hours.byKind
    const [competency] = competencies
    const school = hours.bySchool.find(({ id }) => id === schools.middle)!

    expect(hours.minutes).toBeGreaterThan(0)
    expect(await minutesIn({})).toBe(hours.minutes)
    expect(await minutesIn({ kind: kind!.kind as CreditFilter['kind'] })).toBe(kind!.minutes)
    expect(await minutesIn({ strength: 'document' })).toBe(evidence.document)
    expect(await minutesIn({ competency: competency!.key })).toBe(competency!.minutes)
    expect(await minutesIn({ organizationId: schools.middle })).toBe(school.minutes)
  })

  it('is narrowed to a person by name or as who they are', async () => {
    const all = await listAs()
    const ofAna = all.filter(({ memberId }) => memberId === ana.id)

    expect(ofAna.length).toBeGreaterThan(0)
    expect(await listAs({ memberId: ana.id })).toEqual(ofAna)
    expect(await listAs({ text: ana.name })).toEqual(ofAna)
    expect(await listAs({ text: 'nobody of this name' })).toEqual([])
  })

  it('comes page by page, sorted by the day of booking or by name, with the minutes of all', async () => {
    const store = await openTestStore()
    const member = await asMember(store, rosa)
    for (let more = 0; more < 26; more++) {
      const of = { memberId: more % 2 ? ana.id : ben.id, reviewerId: mara.id, minutes: 30 }
      await member.write((scope) => make.approvedActivity(scope, of))
    }
    const pageOf = (sort: CreditFilter['sort'], page: number) =>
      member.read(listReportCredit, { asOf: WORLD_TODAY, sort, page })
    const [first, second] = [await pageOf('-booked', 1), await pageOf('-booked', 2)]
    const [byName, fromZ] = [await pageOf('name', 1), await pageOf('-name', 1)]

    expect(first.credit.rows).toHaveLength(25)
    expect(new Set(idsOf([...first.credit.rows, ...second.credit.rows])).size).toBe(
      25 + second.credit.rows.length,
    )
    expect(first.minutes).toBe(second.minutes)
    const days = first.credit.rows.map(({ bookedOn }) => bookedOn)
    expect(days).toEqual(days.toSorted().toReversed())
    expect(byName.credit.rows[0]!.name).toBe(ana.name)
    expect(fromZ.credit.rows[0]!.name).not.toBe(ana.name)
    const { credit } = await pageOf('booked', 99)
    expect(credit).toMatchObject({ page: credit.pages })
    expect(credit.rows.length).toBeGreaterThan(0)
  })

  it('has what was taken back as a row, whose title nobody else sees once it is withdrawn', async () => {
    const store = await openTestStore()
    const administrator = await asMember(store, rosa)
    const educator = await asMember(store, ana)
    const { activity, submission } = await administrator.write((scope) =>
      make.approvedActivity(scope, {
        memberId: ana.id,
        reviewerId: mara.id,
        minutes: 90,
        competencies: [COMPETENCY],
      }),
    )
    const rowsOfIt = async () => {
      const filter = { asOf: WORLD_TODAY, sort: 'name' as const, memberId: ana.id }
      const rows = await allOf(await administrator.read(listAllReportCredit, filter))
      return rows.filter(({ activityId }) => activityId === activity.id)
    }
    const booked = await rowsOfIt()
    await administrator.write(reopenSubmission, submission.id, { reason: 'Twice.' })
    await educator.write(withdraw, submission.id)
    const takenBack = await rowsOfIt()

    expect(booked).toMatchObject([{ minutes: 90, isTakenBack: false, title: activity.title }])
    expect(minutesOf(takenBack)).toBe(0)
    expect(takenBack.map(({ isTakenBack }) => isTakenBack).toSorted()).toEqual([false, true])
    expect(takenBack.map(({ title }) => title)).toEqual([null, null])
  })

  it('is saved as a table', async () => {
    const { read } = await asMember(unchanged(), rosa)

    const csv = await read(reportCreditCsv, {
      asOf: WORLD_TODAY,
      sort: 'name',
      memberId: ana.id,
    })

    const lines = (await textOf(csv)).trim().split('\r\n')
    expect(lines).toHaveLength(1 + csv.rows)
    expect(csv.memberIds).toEqual([ana.id])
    expect(lines[0]).toContain('name,school,activity,kind,proof,minutes,taken_back,')
  })

  it('is the same for an auditor, and forbidden to all others', async () => {
    expect(await listAs({}, ida)).toEqual(await listAs())
    for (const person of [ana, mara, ming]) {
      await expect(listAs({}, person)).rejects.toThrow(Forbidden)
    }
  })

  it('is nothing of the other district, nor of its schools and people', async () => {
    const theirs = await listAs({}, southside.rosa)
    const ours = new Set(idsOf(await listAs()))

    expect(theirs.length).toBeGreaterThan(0)
    expect(idsOf(theirs).filter((id) => ours.has(id))).toEqual([])
    await expect(listAs({ memberId: southside.ana.id })).rejects.toThrow(NotFound)
    await expect(listAs({ organizationId: southside.schools.middle })).rejects.toThrow(NotFound)
  })

  it('is nothing before anything, and of no day to come', async () => {
    const { read } = await asMember(unchanged(), rosa)
    const filter = { asOf: '2001-01-01', sort: '-booked' as const, page: 1 }

    expect(await read(listReportCredit, filter)).toMatchObject({ credit: { total: 0 }, minutes: 0 })
    await expect(listAs({ asOf: '2026-11-21' })).rejects.toThrow(Invalid)
  })
})
