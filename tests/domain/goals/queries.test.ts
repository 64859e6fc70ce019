import { goals } from '#db/schema'
import { describe, expect, it } from 'vitest'
import { countGoalsByStatus } from '~/domain/goals/counting.server'
import {
  listOpenGoals,
  listOwnClosedGoals,
  listOwnOpenGoals,
  visibleTo,
} from '~/domain/goals/queries.server'
import { can } from '~/domain/policy'
import type { Scope } from '~/domain/scope.server'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world } from '../../support/world'

const { northside } = world
const { ana, ben, cora, dev, ida, mara, ming, rosa, theo, schools } = northside

const rows = { id: goals.id, memberId: goals.memberId, organizationId: goals.organizationId }
const listVisible = (scope: Scope) =>
  scope.db.select(rows).from(goals).where(visibleTo(scope.actor))
const listAll = (scope: Scope) => scope.db.select(rows).from(goals)

it.each([ana, ben, cora, dev, ida, mara, ming, rosa])(
  'lists for $name exactly what the policy lets them view',
  async (person) => {
    const store = await openTestStore()
    for (const owner of [cora, mara, ming]) await (await asMember(store, owner)).write(make.goal)
    const member = await asMember(store, person)

    const visible = await member.read(listVisible)

    const permitted = (await member.read(listAll)).filter((row) =>
      can(member.actor, 'goal.view', row),
    )
    expect(visible.map(({ id }) => id).sort()).toEqual(permitted.map(({ id }) => id).sort())
  },
)

describe('one’s own goals', () => {
  it('stand open with the nearest day first, and the day of the last check-in', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const next = await member.write(make.goal, { dueOn: '2026-11-25' })

    const open = await member.read(listOwnOpenGoals)

    expect(open.map(({ id }) => id)).toEqual([next.id, northside.goals.open])
    expect(open[0]?.checkedOn).toBeNull()
    expect(open[1]?.checkedOn).toMatch(/^2026-/)
  })

  it('stand closed with the last closed first', async () => {
    const store = await openTestStore()
    const member = await asMember(store, ana)

    const closed = await member.read(listOwnClosedGoals, 1)

    const days = closed.rows.map(({ closedOn }) => closedOn)
    expect(closed.total).toBe(4)
    expect(days).toEqual(days.toSorted().toReversed())
  })

  it('are none for who has set none', async () => {
    const store = await openTestStore()
    const member = await asMember(store, theo)

    expect(await member.read(listOwnOpenGoals)).toEqual([])
    expect(await member.read(listOwnClosedGoals, 1)).toMatchObject({ rows: [], total: 0 })
  })
})

it('shows a member’s open goals to who may see them, and no more than asked for', async () => {
  const store = await openTestStore()
  const owner = await asMember(store, ana)
  const principal = await asMember(store, mara)
  const colleague = await asMember(store, ben)
  const next = await owner.write(make.goal, { dueOn: '2026-11-25' })

  expect((await principal.read(listOpenGoals, ana.id, 1)).map(({ id }) => id)).toEqual([next.id])
  expect(await colleague.read(listOpenGoals, ana.id, 5)).toEqual([])
})

describe('counting goals by school', () => {
  it('says on a day what was true then, whatever was closed later', async () => {
    const store = await openTestStore()
    const member = await asMember(store, rosa)
    const teacher = await asMember(store, theo)
    const set = { setOn: '2026-10-01', organizationId: schools.high }
    await teacher.write(make.goal, set)
    await teacher.write(make.goal, { ...set, status: 'met', closedOn: '2026-11-01' })
    await teacher.write(make.goal, { ...set, status: 'withdrawn', closedOn: '2026-11-02' })
    const high = (asOf: string) => member.read(countGoalsByStatus, asOf, [schools.high])
    const none = { organizationId: schools.high, met: 0, partly_met: 0, not_met: 0, withdrawn: 0 }

    expect(await high('2026-09-30')).toEqual([])
    expect(await high('2026-10-31')).toEqual([{ ...none, open: 3 }])
    expect(await high('2026-11-01')).toEqual([{ ...none, open: 2, met: 1 }])
    expect(await high('2026-11-20')).toEqual([{ ...none, open: 1, met: 1, withdrawn: 1 }])
  })

  it('counts each school of the district, and nothing of another district', async () => {
    const store = await openTestStore()
    const member = await asMember(store, rosa)

    const counted = await member.read(countGoalsByStatus, '2026-11-20')

    const ids = counted.map(({ organizationId }) => organizationId)
    expect(ids).toContain(schools.middle)
    expect(ids).not.toContain(world.southside.schools.middle)
  })
})
