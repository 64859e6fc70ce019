import { describe, expect, it } from 'vitest'
import { NotFound } from '~/domain/errors'
import type { MemberRecord } from '~/domain/record/record'
import { getRecord } from '~/domain/record/record.server'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { northside } = world
const { ana, ben, cora, dev, gwen, ida, mara, ming, nora, rosa, theo, schools } = northside

const yearOf = (record: MemberRecord, year: number) =>
  record.years.find((candidate) => candidate.year === year)!

describe('one’s own record', () => {
  it('has what counts by school year, newest first, with the hours booked', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const record = await member.read(getRecord, ana.id)

    expect(record).toMatchObject({ isOwn: true, asOf: WORLD_TODAY })
    expect(record.member).toMatchObject({
      name: ana.name,
      organizations: [{ id: schools.middle }],
    })
    expect(record.years.map(({ year }) => year)).toEqual(
      record.years.map(({ year }) => year).toSorted((a, b) => b - a),
    )
    const thisYear = yearOf(record, 2026)
    const rows = [...thisYear.activities, ...thisYear.completions]
    expect(rows.every(({ status }) => status === 'approved')).toBe(true)
    expect(rows.reduce((sum, { countedMinutes }) => sum + countedMinutes, 0)).toBe(thisYear.minutes)
    expect(thisYear.hours.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(thisYear.minutes)
    expect(thisYear.minutes).toBeGreaterThan(0)
  })

  it('says how strong the proof of each row is, and where it was earned', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const record = await member.read(getRecord, ana.id)

    const { activities, completions } = yearOf(record, 2026)
    const linked = activities.find(({ id }) => id === northside.activities.approved)
    const imported = completions.find(({ id }) => id === northside.completions.imported)
    expect(linked).toMatchObject({
      strength: 'document',
      organization: { id: schools.middle },
      canOpen: true,
      evidence: [{ id: northside.evidence.link, kind: 'link' }],
    })
    expect(imported).toMatchObject({ strength: 'roster_confirmed', kind: 'online_course' })
  })

  it('lists apart what waits, came back, was denied or taken back, but no draft', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const { apart } = await member.read(getRecord, ana.id)

    const { activities, completions, awards } = northside
    const ids = apart.activities.map(({ id }) => id)
    expect(ids.toSorted()).toEqual(
      [
        activities.submitted,
        activities.returned,
        activities.denied,
        activities.withdrawn,
        activities.resubmitted,
      ].toSorted(),
    )
    expect(apart.completions.map(({ id }) => id).toSorted()).toEqual(
      [completions.waiting, completions.returned].toSorted(),
    )
    expect(apart.awards.map(({ id }) => id)).toEqual([awards.refused])
    expect([...apart.activities, ...apart.completions].map((row) => row.countedMinutes)).toEqual(
      Array(7).fill(0),
    )
  })

  it('has goals with their check-ins, and pathways as far as they were walked', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const record = await member.read(getRecord, ana.id)

    const goals = record.years.flatMap((year) => year.goals)
    const open = goals.find(({ id }) => id === northside.goals.open)
    expect(goals).toHaveLength(5)
    expect(open?.checkIns.map(({ id }) => id).toSorted()).toEqual(
      Object.values(northside.checkIns).toSorted(),
    )
    const enrollments = record.years.flatMap((year) => year.enrollments)
    expect(enrollments.map(({ id }) => id)).toEqual(
      expect.arrayContaining([northside.enrollments.engaged, northside.enrollments.completed]),
    )
  })

  it('counts what a correction leaves of the hours', async () => {
    const store = await openTestStore()
    const member = await asMember(store, theo)
    const { activity } = await member.write(make.approvedActivity, {
      reviewerId: mara.id,
      minutes: 120,
    })
    await member.write(make.ledgerEntry, { activityId: activity.id, minutes: -30 })

    const record = await member.read(getRecord, theo.id)

    const year = yearOf(record, 2026)
    expect(year.minutes).toBe(90)
    expect(year.activities).toMatchObject([{ minutes: 120, countedMinutes: 90 }])
  })

  it('keeps the school where something was earned after a move', async () => {
    const store = await openTestStore()
    const member = await asMember(store, nora)

    const record = await member.read(getRecord, nora.id)

    const moved = record.years
      .flatMap(({ activities }) => activities)
      .find(({ id }) => id === northside.activities.ofNora)
    expect(record.member.organizations).toMatchObject([{ id: schools.elementary }])
    expect(moved?.organization?.id).toBe(schools.middle)
  })

  it('is empty for who has just begun', async () => {
    const store = await openTestStore()
    const member = await asMember(store, cora)
    const { id } = await member.write(make.member, { organizationId: schools.elementary })
    const principal = await asMember(store, dev)

    const record = await principal.read(getRecord, id)

    expect(record).toMatchObject({
      years: [],
      apart: { activities: [], completions: [], awards: [] },
    })
  })
})

describe('the record of somebody else', () => {
  it.each([mara, rosa, ida])('is open to $name without what stands apart', async (person) => {
    const store = await openTestStore()
    const member = await asMember(store, person)

    const record = await member.read(getRecord, ana.id)

    expect(record.isOwn).toBe(false)
    expect(record.years.length).toBeGreaterThan(0)
    expect(record.apart).toEqual({ activities: [], completions: [], awards: [] })
  })

  it.each([ben, dev, ming, world.southside.rosa])('is not there for $name', async (person) => {
    const store = await openTestStore()
    const member = await asMember(store, person)

    await expect(member.read(getRecord, ana.id)).rejects.toThrow(NotFound)
  })

  it('goes with the person to the new principal', async () => {
    const store = await openTestStore()
    const before = await asMember(store, mara)
    const now = await asMember(store, dev)

    const record = await now.read(getRecord, nora.id)

    expect(record.years.length).toBeGreaterThan(0)
    await expect(before.read(getRecord, nora.id)).rejects.toThrow(NotFound)
    await expect(before.read(getRecord, gwen.id)).rejects.toThrow(NotFound)
  })

  it('shows rows of an earlier school without opening them, nor what may show students', async () => {
    const store = await openTestStore()
    const owner = await asMember(store, nora)
    await owner.write(make.evidence, { activityId: northside.activities.ofNora })
    const now = await asMember(store, dev)
    const auditor = await asMember(store, ida)
    await (
      await asMember(store, ana)
    ).write(make.evidence, {
      activityId: northside.activities.approved,
      mayShowStudents: true,
      content: 'https://example.org/class',
    })

    const moved = (await now.read(getRecord, nora.id)).years
      .flatMap(({ activities }) => activities)
      .find(({ id }) => id === northside.activities.ofNora)
    const shown = (await auditor.read(getRecord, ana.id)).years
      .flatMap(({ activities }) => activities)
      .find(({ id }) => id === northside.activities.approved)

    expect(moved).toMatchObject({ canOpen: false, evidence: [] })
    expect(shown?.evidence.map(({ id }) => id)).toEqual([northside.evidence.link])
  })
})
