import { describe, expect, it } from 'vitest'
import { Forbidden, Invalid, NotFound } from '~/domain/errors'
import { reportDecisionsCsv } from '~/domain/report-lists/csv.server'
import {
  type DecisionFilter,
  listAllReportDecisions,
  listReportDecisions,
} from '~/domain/report-lists/decisions.server'
import { openReport } from '~/domain/reports/report.server'
import { allOf, textOf } from '../../support/csv'
import { openFileStore, openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { type Person, world, WORLD_TODAY } from '../../support/world'

const { northside, southside } = world
const unchanged = openFileStore()
const { ana, ida, mara, ming, rosa, schools, submissions } = northside

const filterOf = (given: Partial<DecisionFilter>): DecisionFilter => ({
  asOf: WORLD_TODAY,
  state: 'decided',
  sort: '-day',
  ...given,
})
const listAs = async (given: Partial<DecisionFilter> = {}, person: Person = rosa) => {
  const { read } = await asMember(unchanged(), person)
  return allOf(await read(listAllReportDecisions, filterOf(given)))
}
const idsOf = (rows: { submissionId: string }[]) => rows.map(({ submissionId }) => submissionId)

describe('the decisions behind the report', () => {
  it('are as many as it counts, and so is what waits', async () => {
    const { read } = await asMember(unchanged(), rosa)
    const { approvals } = await read(openReport, { asOf: WORLD_TODAY })

    expect(await listAs()).toHaveLength(approvals.decided)
    expect(await listAs({ state: 'inTime' })).toHaveLength(approvals.inTime)
    expect(await listAs({ state: 'overTime' })).toHaveLength(approvals.decided - approvals.inTime)
    expect(await listAs({ state: 'late' })).toHaveLength(approvals.late)
    const waiting = await listAs({ state: 'waiting' })
    expect(waiting).toHaveLength(approvals.waiting)
    expect(waiting.find((row) => row.submissionId === submissions.waiting)).toMatchObject({
      name: ana.name,
      decidedOn: null,
      decision: null,
    })
  })

  it('are narrowed by school and person, and sorted by their day, both ways', async () => {
    const all = await listAs()
    const days = all.map(({ decidedOn }) => decidedOn!)
    const ofAna = await listAs({ text: ana.name })

    expect(days).toEqual(days.toSorted().toReversed())
    expect(idsOf(await listAs({ sort: 'day' }))).toEqual(idsOf(all).toReversed())
    expect(ofAna.length).toBeGreaterThan(0)
    expect(ofAna).toEqual(all.filter(({ memberId }) => memberId === ana.id))
    expect(await listAs({ organizationId: schools.elementary })).toEqual([])
    expect(await listAs({ text: 'nobody of this name' })).toEqual([])
  })

  it('come page by page', async () => {
    const member = await asMember(await openTestStore(), rosa)
    for (let more = 0; more < 26; more++) {
      await member.write((scope) =>
        make.approvedActivity(scope, { memberId: ana.id, reviewerId: mara.id, minutes: 30 }),
      )
    }
    const filter = filterOf({ state: 'inTime' })

    const first = await member.read(listReportDecisions, { ...filter, page: 1 })
    const second = await member.read(listReportDecisions, { ...filter, page: 2 })

    const rows = [...first.decisions.rows, ...second.decisions.rows]
    expect(first.decisions.rows).toHaveLength(25)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(first.places.map(({ id }) => id)).toContain(schools.middle)
  })

  it('are saved as a table', async () => {
    const { read } = await asMember(unchanged(), rosa)

    const csv = await read(reportDecisionsCsv, filterOf({ text: ana.name }))

    const lines = (await textOf(csv)).trim().split('\r\n')
    expect(lines).toHaveLength(1 + csv.rows)
    expect(csv.memberIds).toEqual([ana.id])
    expect(lines[0]).toContain('name,school,what,title,sent_on,last_day,decided_on,decision,late')
  })

  it('are the same for an auditor, and forbidden to all others', async () => {
    expect(await listAs({}, ida)).toEqual(await listAs())
    for (const person of [ana, mara, ming]) {
      await expect(listAs({}, person)).rejects.toThrow(Forbidden)
    }
  })

  it('are none of the other district, and of no day to come', async () => {
    const ours = new Set(idsOf(await listAs()))
    const theirs = await listAs({}, southside.rosa)

    expect(theirs.length).toBeGreaterThan(0)
    expect(idsOf(theirs).filter((id) => ours.has(id))).toEqual([])
    await expect(listAs({ organizationId: southside.schools.middle })).rejects.toThrow(NotFound)
    await expect(listAs({ asOf: '2026-11-21' })).rejects.toThrow(Invalid)
    expect(await listAs({ asOf: '2001-01-01' })).toEqual([])
    expect(await listAs({ asOf: '2001-01-01', state: 'waiting' })).toEqual([])
  })
})
