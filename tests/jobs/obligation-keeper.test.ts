import { eq } from '#db/query.server'
import { mandates } from '#db/schema'
import type { Condition } from '#db/words'
import {
  keepObligationsOnNewDays,
  keepUnsettledObligations,
  startObligationKeeper,
} from '~/jobs/obligation-keeper.server'
import { expect, test, vi } from 'vitest'
import { prepare, requireTraining, turnsOf } from '../domain/mandates/required'
import { openTestStore } from '../support/database'
import { make } from '../support/factories'
import { asMember, type TestMember } from '../support/members'
import { world, WORLD_NOW } from '../support/world'

const { ana, ben, ming, schools } = world.northside
const MONDAY = new Date('2026-11-23T15:00:00Z')
const unexpected = (error: unknown) => {
  throw error
}

async function open() {
  const store = await openTestStore()
  return { store, coordinator: await asMember(store, ming), days: new Map<number, string>() }
}

/** A training that was switched on for so many people that the request did not reach them. */
async function leftToReach(coordinator: TestMember) {
  const { id } = await prepare(coordinator)
  await coordinator.write(async (scope) => {
    await scope.db.update(mandates).set({ switchedOnAt: scope.now }).where(eq(mandates.id, id))
  })
  return id
}

const settledAt = async ({ scope }: TestMember, id: string) => {
  const [row] = await scope.db
    .select({ settledAt: mandates.settledAt, introducedAt: mandates.introducedAt })
    .from(mandates)
    .where(eq(mandates.id, id))
  return row!
}

test('a training that was switched on for very many is brought to everybody, and settled', async () => {
  const { store, coordinator } = await open()
  await keepUnsettledObligations(store, WORLD_NOW, unexpected)
  const id = await leftToReach(coordinator)

  const opened = await keepUnsettledObligations(store, WORLD_NOW, unexpected)
  const again = await keepUnsettledObligations(store, WORLD_NOW, unexpected)

  expect(opened).toBeGreaterThan(2)
  expect(again).toBe(0)
  expect(await turnsOf(coordinator, id, ben.id)).toMatchObject([{ dueOn: '2026-12-15' }])
  expect(await settledAt(coordinator, id)).toEqual({
    settledAt: WORLD_NOW,
    introducedAt: WORLD_NOW,
  })
})

test('on the day an affiliation begins its member is asked, and on the day after it ends no more', async () => {
  const { store, coordinator, days } = await open()
  const { id } = await requireTraining(coordinator)
  const rae = await coordinator.write(make.member, {
    organizationId: schools.middle,
    hiredOn: '2026-11-23',
    startedOn: '2026-11-23',
    endedOn: '2026-11-30',
  })
  const at = (day: string) =>
    keepObligationsOnNewDays(store, days, new Date(`${day}T15:00:00Z`), unexpected)

  await at('2026-11-22')
  const before = await turnsOf(coordinator, id, rae.id)
  await at('2026-11-23')
  const asked = await turnsOf(coordinator, id, rae.id)
  await at('2026-12-01')

  expect(before).toEqual([])
  expect(asked).toMatchObject([{ dueOn: '2026-12-23', endedOn: null }])
  expect(await turnsOf(coordinator, id, rae.id)).toMatchObject([{ endedOn: '2026-12-01' }])
})

test('a turn that opened while the server was down is there at the next look', async () => {
  const { store, coordinator, days } = await open()
  const { id } = await requireTraining(coordinator)
  await keepObligationsOnNewDays(store, days, WORLD_NOW, unexpected)

  await keepObligationsOnNewDays(store, days, new Date('2027-10-01T15:00:00Z'), unexpected)

  expect(await turnsOf(coordinator, id, ana.id)).toMatchObject([
    { missedOn: '2027-08-17' },
    { number: 2, dueOn: '2027-12-15' },
  ])
})

test('a district where it fails does not keep the other from it', async () => {
  const { store, coordinator, days } = await open()
  const south = await asMember(store, world.southside.ming)
  const broken = await prepare(coordinator)
  const { organization } = world.southside
  const elsewhere: Condition = {
    kind: 'works',
    not: false,
    organizationId: organization,
    roles: [],
    gradeBands: [],
    subjects: [],
  }
  await coordinator.write(async (scope) => {
    await scope.db
      .update(mandates)
      .set({
        switchedOnAt: scope.now,
        audience: { any: [[elsewhere]], except: [] },
      })
      .where(eq(mandates.id, broken.id))
  })
  const report = vi.fn<(error: unknown) => void>()

  await keepObligationsOnNewDays(store, days, MONDAY, report)

  expect(report).toHaveBeenCalledOnce()
  expect(days.has(south.district.id)).toBe(true)
  expect(days.has(coordinator.district.id)).toBe(false)
})

test('it works by itself from the moment it is started until it is stopped', async () => {
  const { store, coordinator } = await open()
  const id = await leftToReach(coordinator)

  const keeper = startObligationKeeper(store, { pause: 5, now: () => WORLD_NOW })
  await vi.waitFor(async () => {
    expect((await settledAt(coordinator, id)).settledAt).toEqual(WORLD_NOW)
  })
  await keeper.stop()

  expect(await turnsOf(coordinator, id, ben.id)).toHaveLength(1)
})
