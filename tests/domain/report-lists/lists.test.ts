import { describe, expect, it } from 'vitest'
import type { LongCsv } from '~/domain/csv.server'
import { Forbidden, Invalid, NotFound } from '~/domain/errors'
import {
  type AwardFilter,
  listAllReportBadges,
  listReportBadges,
} from '~/domain/report-lists/badges.server'
import { reportBadgesCsv, reportGoalsCsv } from '~/domain/report-lists/csv.server'
import {
  type GoalFilter,
  listAllReportGoals,
  listReportGoals,
} from '~/domain/report-lists/goals.server'
import { allOf, textOf } from '../../support/csv'
import { openFileStore, openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { type Person, world, WORLD_TODAY } from '../../support/world'

const { northside, southside } = world
const unchanged = openFileStore()
const { ana, ben, ida, mara, ming, rosa, schools, organization, goals, priorities } = northside
const { awards, achievements } = northside

const goalsAs = async (given: Partial<GoalFilter> = {}, person: Person = rosa) => {
  const { read } = await asMember(unchanged(), person)
  return allOf(await read(listAllReportGoals, { asOf: WORLD_TODAY, sort: 'name', ...given }))
}
const badgesAs = async (given: Partial<AwardFilter> = {}, person: Person = rosa) => {
  const { read } = await asMember(unchanged(), person)
  return allOf(await read(listAllReportBadges, { asOf: WORLD_TODAY, sort: 'name', ...given }))
}
async function tableOf(csv: LongCsv) {
  const text = await textOf(csv)
  expect(text.trim().split('\r\n')).toHaveLength(1 + csv.rows)
  return text
}
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)

describe('the goals behind the report', () => {
  it('are of all people, as they stood on the day', async () => {
    const now = await goalsAs()
    const then = await goalsAs({ asOf: '2026-02-20' })

    expect(idsOf(now)).toEqual(expect.arrayContaining(Object.values(goals)))
    expect(now.find(({ id }) => id === goals.met)).toMatchObject({
      status: 'met',
      name: ana.name,
      organization: 'Riverbend Middle School',
      priority: 'State: Technology that every student can use',
    })
    expect(then.find(({ id }) => id === goals.met)).toMatchObject({
      status: 'open',
      closedOn: null,
    })
    expect(idsOf(then)).not.toContain(goals.open)
  })

  it.each([
    ['state', { status: 'open' as const }, [goals.open, goals.ofBen]],
    ['kind', { kind: 'license' as const }, [goals.withdrawn]],
    ['priority', { priority: priorities.remote }, [goals.notMet]],
    ['no priority', { priority: 'none' }, [goals.withdrawn, goals.ofBen]],
    ['person', { text: 'brooks BEN' }, [goals.ofBen]],
    ['school', { organizationId: schools.elementary }, []],
    ['the district itself', { organizationId: organization }, []],
  ])('are narrowed by %s', async (_what, given, expected) => {
    expect(idsOf(await goalsAs(given)).toSorted()).toEqual(expected.toSorted())
  })

  it('have the priority that they served on the day', async () => {
    const before = await goalsAs({ asOf: '2026-10-15', priority: priorities.access })
    const now = await goalsAs({ priority: priorities.access })

    expect(idsOf(before)).toContain(goals.open)
    expect(idsOf(now)).not.toContain(goals.open)
  })

  it('are sorted by name, the day they were set or are due, both ways', async () => {
    const names = (await goalsAs()).map(({ name }) => name)
    const due = (await goalsAs({ sort: 'due' })).map(({ dueOn }) => dueOn)
    const set = (await goalsAs({ sort: '-set' })).map(({ setOn }) => setOn)

    expect(names[0]).toBe(ana.name)
    expect((await goalsAs({ sort: '-name' }))[0]?.name).toBe(ben.name)
    expect(due).toEqual(due.toSorted())
    expect(set).toEqual(set.toSorted().toReversed())
  })

  it('come page by page, with all there is to choose from', async () => {
    const store = await openTestStore()
    const member = await asMember(store, rosa)
    const educator = await asMember(store, ana)
    for (let more = 0; more < 25; more++) await educator.write(make.goal)
    const filter = { asOf: WORLD_TODAY, sort: 'name' as const }

    const first = await member.read(listReportGoals, { ...filter, page: 1 })
    const second = await member.read(listReportGoals, { ...filter, page: 2 })

    expect(first.goals).toMatchObject({ total: 31, pages: 2 })
    expect(new Set(idsOf([...first.goals.rows, ...second.goals.rows])).size).toBe(31)
    expect(first.places.at(-1)?.name).toContain('without its schools')
    expect(idsOf(first.priorities)).toContain(priorities.remote)
  })

  it('are saved as a table', async () => {
    const { read } = await asMember(unchanged(), rosa)
    const filter: GoalFilter = { asOf: WORLD_TODAY, sort: 'name', status: 'met' }

    const csv = await tableOf(await read(reportGoalsCsv, filter))

    expect(csv).toContain('name,school,goal,kind,priority,state,set_on,due_on,closed_on')
    expect(csv).toContain('Captions on every video,Student learning,')
  })
})

describe('the badges behind the report', () => {
  it.each([
    ['verified', [awards.verified, awards.expiring, awards.expired]],
    ['current', [awards.verified, awards.expiring]],
    ['expiring', [awards.expiring]],
    ['expired', [awards.expired]],
    ['notVerified', [awards.notVerified]],
    [undefined, [awards.notVerified, awards.verified, awards.expiring, awards.expired]],
  ] as const)('are those that are %s', async (state, expected) => {
    expect(idsOf(await badgesAs({ state })).toSorted()).toEqual([...expected].toSorted())
  })

  it('are narrowed by badge, school and person, and say how they stood', async () => {
    const all = await badgesAs()
    const achievementId = achievements.commonSense

    expect(all.find(({ id }) => id === awards.expired)?.standing).toBe('Expired')
    expect(idsOf(await badgesAs({ achievementId }))).toEqual([awards.expired])
    expect(await badgesAs({ achievementId: achievements.iste })).toEqual([])
    expect(await badgesAs({ organizationId: schools.middle })).toEqual(all)
    expect(await badgesAs({ organizationId: schools.elementary })).toEqual([])
    expect(await badgesAs({ text: 'nobody' })).toEqual([])
  })

  it('are sorted by the day they were awarded and expire, what lasts comes last', async () => {
    const awarded = (await badgesAs({ sort: '-awarded' })).map(({ awardedOn }) => awardedOn)
    const expires = (await badgesAs({ sort: 'expires' })).map(({ expiresOn }) => expiresOn ?? '~')

    expect(awarded).toEqual(awarded.toSorted().toReversed())
    expect(expires).toEqual(expires.toSorted())
  })

  it('are saved as a table', async () => {
    const { read } = await asMember(unchanged(), rosa)
    const filter: AwardFilter = { asOf: WORLD_TODAY, sort: 'name', state: 'expired' }

    const csv = await tableOf(await read(reportBadgesCsv, filter))

    expect(csv).toContain('name,school,badge,issuer,state,awarded_on,expires_on')
    expect(csv).toContain(',Expired,')
  })
})

describe('a list behind the report', () => {
  it('opens for an auditor', async () => {
    expect(await goalsAs({}, ida)).toEqual(await goalsAs())
    expect(await badgesAs({}, ida)).toEqual(await badgesAs())
  })

  it.each([ana, mara, ming])('is forbidden to $name', async (person) => {
    await expect(goalsAs({}, person)).rejects.toThrow(Forbidden)
    await expect(badgesAs({}, person)).rejects.toThrow(Forbidden)
  })

  it('has no row of the other district, and none of its schools', async () => {
    const theirs = await goalsAs({}, southside.rosa)

    expect(idsOf(theirs)).toContain(southside.goals.open)
    expect(idsOf(theirs)).not.toContain(goals.open)
    await expect(goalsAs({ organizationId: southside.schools.middle })).rejects.toThrow(NotFound)
    expect(await goalsAs({ priority: southside.priorities.ai })).toEqual([])
  })

  it('is of no day to come', async () => {
    await expect(goalsAs({ asOf: '2026-11-21' })).rejects.toThrow(Invalid)
    await expect(badgesAs({ asOf: 'soon' })).rejects.toThrow(Invalid)
  })

  it('is empty on a day before anything', async () => {
    const member = await asMember(await openTestStore(), rosa)
    const filter = { asOf: '2001-01-01', sort: 'name' as const, page: 1 }

    expect((await member.read(listReportGoals, filter)).goals.total).toBe(0)
    expect((await member.read(listReportBadges, filter)).badges.total).toBe(0)
  })
})
