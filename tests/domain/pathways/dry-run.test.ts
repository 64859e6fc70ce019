import { audienceInput } from '~/domain/audiences/inputs.server'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { dryRun } from '~/domain/pathways/dry-run.server'
import { daysNeeded } from '~/domain/pathways/path'
import { describe, expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'
import { courseStep, due, forEducators, hoursStep, publish } from './published'

const { ben, ming, organization } = world.northside

const ADDED = { group: 'added', page: 1 } as const
const ATTENTION = { group: 'attention', page: 1 } as const

async function ready() {
  const coordinator = await asMember(await openTestStore(), ming)
  const { id } = await publish(coordinator, [
    { ...courseStep('coding'), allowedDays: 20 },
    { ...hoursStep('3.1', 60), allowedDays: 25 },
  ])
  return { coordinator, id }
}

const inDays = (days: number) => ({ ...forEducators, ...due({ from: 'assignment', days }) })

test('the dry run names those who have fewer days than the steps allow, and enrolls them', async () => {
  const { coordinator, id } = await ready()

  const run = await coordinator.read(dryRun, id, inDays(44), ATTENTION)
  const { enrolled } = await coordinator.write(makeAssignment, id, inDays(44))

  expect(run.daysNeeded).toBe(45)
  expect(run.counts).toMatchObject({
    added: enrolled,
    attention: enrolled,
    notEnoughTime: enrolled,
  })
  expect(run.people.rows[0]).toMatchObject({ attention: 'not_enough_time', dueOn: '2027-01-03' })
})

test.each([
  ['as many days as the steps allow', inDays(45)],
  ['no due date', forEducators],
])('%s are enough', async (_, rule) => {
  const { coordinator, id } = await ready()

  const { counts } = await coordinator.read(dryRun, id, rule, ADDED)

  expect(counts).toMatchObject({ notEnoughTime: 0, attention: 0 })
  expect(counts.added).toBeGreaterThan(0)
})

test('one person of the dry run can be left out by how they are written in it', async () => {
  const { coordinator, id } = await ready()
  const before = await coordinator.read(dryRun, id, forEducators, ADDED)
  const { text } = before.people.rows.find((row) => row.id === ben.id)!
  const audience = audienceInput.parse({
    any: [{ all: [{ kind: 'works', organizationId: organization, roles: ['educator'] }] }],
    except: text,
  })

  const after = await coordinator.read(dryRun, id, { ...forEducators, audience }, ADDED)

  expect(after.counts.added).toBe(before.counts.added - 1)
  expect(after.people.rows.map((row) => row.id)).not.toContain(ben.id)
})

describe('the days a path takes', () => {
  const step = (allowedDays: number | null) => ({ step: { allowedDays } })
  const group = (requiredSteps: number | null, ...days: (number | null)[]) => ({
    group: { requiredSteps, ordered: false },
    steps: days.map((allowedDays) => ({ allowedDays })),
  })
  const path = (requiredSteps: number | null, parts: Parameters<typeof daysNeeded>[0]['parts']) =>
    daysNeeded({ requiredSteps, ordered: false, parts })

  test('are those of all steps together', () => {
    expect(path(null, [step(10), step(null), step(20)])).toBe(30)
  })

  test('are the shortest, where there is a choice', () => {
    expect(path(null, [step(10), group(1, 30, 5)])).toBe(15)
    expect(path(1, [step(10), group(null, 3, 4)])).toBe(7)
  })

  test('are none without steps', () => {
    expect(path(null, [])).toBe(0)
  })
})
