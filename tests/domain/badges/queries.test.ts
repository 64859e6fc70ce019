import { awards } from '#db/schema'
import { describe, expect, it } from 'vitest'
import { decide } from '~/domain/approvals/deciding.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { countAwards } from '~/domain/badges/counting.server'
import { getAward, listOwnAwards, visibleTo } from '~/domain/badges/queries.server'
import { NotFound } from '~/domain/errors'
import { can } from '~/domain/policy'
import type { Scope } from '~/domain/scope.server'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { northside } = world
const { ana, ben, cora, dev, ida, mara, ming, rosa, theo, schools, awards: known } = northside

const rows = { id: awards.id, memberId: awards.memberId, organizationId: awards.organizationId }
const listVisible = (scope: Scope) =>
  scope.db.select(rows).from(awards).where(visibleTo(scope.actor))
const listAll = (scope: Scope) => scope.db.select(rows).from(awards)

it.each([ana, ben, cora, dev, ida, mara, ming, rosa])(
  'lists for $name exactly what the policy lets them view',
  async (person) => {
    const store = await openTestStore()
    for (const owner of [cora, mara, ming]) await (await asMember(store, owner)).write(make.award)
    const member = await asMember(store, person)

    const visible = await member.read(listVisible)

    const permitted = (await member.read(listAll)).filter((row) =>
      can(member.actor, 'award.view', row),
    )
    expect(visible.map(({ id }) => id).sort()).toEqual(permitted.map(({ id }) => id).sort())
  },
)

describe('one badge', () => {
  it('says with whom it waits while it is not verified', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const page = await member.read(getAward, known.notVerified)

    expect(page.waiting?.reviewers.map(({ name }) => name)).toEqual([mara.name])
    expect(page.can).toEqual({ correct: false, withdraw: true, decide: false, renew: false })
  })

  it('says who verified it, and can then be earned again', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const page = await member.read(getAward, known.verified)

    expect(page.decision).toMatchObject({ status: 'approved', by: mara.name })
    expect(page.can).toEqual({ correct: false, withdraw: false, decide: false, renew: true })
  })

  it('names the other times it was earned, and nobody else’s', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const early = await member.write(make.award, { awardedOn: '2023-05-04', title: 'Mapper' })
    const late = await member.write(make.award, { awardedOn: '2026-05-04', title: 'Mapper' })
    await (await asMember(store, ben)).write(make.award, { title: 'Mapper' })

    const page = await member.read(getAward, late.id)

    expect(page.others.map(({ id }) => id)).toEqual([early.id])
  })

  it.each([ben, dev, world.southside.rosa])('is not there for $name', async (person) => {
    const store = await openTestStore()
    const member = await asMember(store, person)

    const attempt = member.read(getAward, known.verified)

    await expect(attempt).rejects.toThrow(NotFound)
  })
})

it('narrows one’s own badges to a state', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ana)
  const idsIn = async (state?: Parameters<typeof listOwnAwards>[1]['state']) =>
    (await member.read(listOwnAwards, { state, page: 1 })).rows.map(({ id }) => id)

  expect(await idsIn()).toHaveLength(Object.keys(known).length)
  expect(await idsIn('not_verified')).toEqual([known.notVerified])
  expect(await idsIn('expiring')).toEqual([known.expiring])
  expect(await idsIn('expired')).toEqual([known.expired])
  expect(await idsIn('verified')).toHaveLength(3)
})

it('has no badges for who has none', async () => {
  const store = await openTestStore()
  const member = await asMember(store, theo)

  const list = await member.read(listOwnAwards, { page: 1 })

  expect(list).toMatchObject({ rows: [], total: 0 })
})

describe('counting badges by school', () => {
  const middle = async (member: Awaited<ReturnType<typeof asMember>>, asOf: string) =>
    (await member.read(countAwards, asOf)).find(
      ({ organizationId }) => organizationId === schools.middle,
    )

  it('tells verified from not verified, and current from expired', async () => {
    const store = await openTestStore()
    const member = await asMember(store, rosa)

    const counts = await middle(member, WORLD_TODAY)

    expect(counts).toEqual({
      organizationId: schools.middle,
      verified: 3,
      notVerified: 1,
      current: 2,
      expired: 1,
      expiring: 1,
    })
  })

  it('says on a day what was true then, whatever was decided or recorded later', async () => {
    const store = await openTestStore()
    const member = await asMember(store, rosa)
    const then = new Date('2026-11-10T15:00:00Z')
    const early = await asMember(store, ben, then)
    const given = { awardedOn: '2026-11-02', createdAt: then }
    await early.write(make.award, {
      ...given,
      verification: 'verified_by_person',
      decidedOn: '2026-11-16',
    })
    await early.write(make.award, { ...given, verification: 'refused', decidedOn: '2026-11-16' })
    const before = await middle(member, '2026-11-09')
    const between = await middle(member, '2026-11-15')
    const after = await middle(member, '2026-11-16')

    expect(between!.notVerified - before!.notVerified).toBe(2)
    expect(between!.verified).toBe(before!.verified)
    expect(after!.notVerified).toBe(before!.notVerified)
    expect(after!.verified - before!.verified).toBe(1)
  })

  it.each([
    ['approved', { verified: 1, notVerified: 0 }],
    ['denied', { verified: 0, notVerified: 0 }],
  ] as const)('still says of a day before that it was %s', async (decision, counted) => {
    const store = await openTestStore()
    const days = ['2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25']
    const on = (day: string) => asMember(store, mara, new Date(`${day}T15:00:00Z`))
    const educator = await asMember(store, ben)
    const { id: awardId } = await educator.write(make.award)
    const sent = await educator.write(make.sent, { kind: 'award', awardId })
    const last = await asMember(store, rosa, new Date('2026-11-25T17:00:00Z'))
    const given = { submissions: [sent.id], decision, reason: 'It was another badge.' }

    await (await on(days[1]!)).write(decide, given)
    await (await on(days[2]!)).write(reopenSubmission, sent.id, given)
    const meanwhile = await Promise.all(days.slice(0, 3).map((day) => middle(last, day)))
    await (await on(days[3]!)).write(decide, given)

    const rest = { organizationId: schools.middle }
    const [first] = meanwhile
    const waiting = { ...rest, verified: first!.verified, notVerified: first!.notVerified }
    expect(meanwhile[1]).toMatchObject({
      ...rest,
      verified: first!.verified + counted.verified,
      notVerified: first!.notVerified - 1 + counted.notVerified,
    })
    expect(meanwhile[2]).toMatchObject(waiting)
    expect(await Promise.all(days.slice(0, 3).map((day) => middle(last, day)))).toEqual(meanwhile)
    expect(await middle(last, days[3]!)).toEqual(meanwhile[1])
  })

  it('counts nothing of another district', async () => {
    const store = await openTestStore()
    const stranger = await asMember(store, world.southside.rosa)

    const counted = await stranger.read(countAwards, WORLD_TODAY)

    expect(counted.map(({ organizationId }) => organizationId)).not.toContain(schools.middle)
  })
})
