import { and, eq } from '#db/query.server'
import { cycles, enrollments } from '#db/schema'
import { Conflict, Forbidden, NotFound } from '~/domain/errors'
import { endAssignment, makeAssignment } from '~/domain/pathways/assigning.server'
import { reevaluateAudiences } from '~/domain/pathways/reevaluating.server'
import {
  decideRequest,
  grantAtOnce,
  sendRequest,
  withdrawRequest,
} from '~/domain/pathways/requesting.server'
import {
  countRequests,
  findWaitingRequests,
  listOwnRequests,
  listRequests,
  openRequests,
} from '~/domain/pathways/requests.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'
import { due, evidenceStep, forEducators, publish } from './published'

const { ana, ben, ming } = world.northside
const WAITING = { status: 'waiting', page: 1 } as const
const MORE = { kind: 'extension', reason: 'I was on leave.', until: '2027-02-01' } as const
const WAIVER = { kind: 'waiver', reason: 'I teach this course.' } as const

async function ready() {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const educator = await asMember(store, ben)
  const { id } = await publish(coordinator, [evidenceStep])
  const rule = due({ from: 'day', on: '2026-12-15' })
  const made = await coordinator.write(makeAssignment, id, {
    ...forEducators,
    ...rule,
    graceDays: 3,
  })
  const held = await heldBy(educator, id)
  return { store, coordinator, educator, pathwayId: id, assignmentId: made.id, held: held! }
}

const heldBy = async ({ scope }: TestMember, pathwayId: string) => {
  const rows = await scope.db
    .select({
      id: enrollments.id,
      dueOn: enrollments.dueOn,
      lateOn: enrollments.lateOn,
      endedOn: enrollments.endedOn,
      endedFor: enrollments.endedFor,
    })
    .from(enrollments)
    .where(and(eq(enrollments.memberId, ben.id), eq(enrollments.pathwayId, pathwayId)))
  return rows.at(-1)
}

test('an extension that is granted moves the due date and the day somebody is late', async () => {
  const { coordinator, educator, pathwayId, assignmentId, held } = await ready()
  const { id } = await educator.write(sendRequest, held.id, MORE)
  const waiting = await coordinator.read(listRequests, { ...WAITING, assignmentId })

  await coordinator.write(decideRequest, id, { decision: 'approved' })
  await coordinator.write(reevaluateAudiences, [ben.id])

  expect(waiting.rows).toMatchObject([{ id, name: ben.name, reason: MORE.reason }])
  expect(await heldBy(educator, pathwayId)).toMatchObject({
    dueOn: '2027-02-01',
    lateOn: '2027-02-05',
  })
  expect(await educator.read(listOwnRequests, held.id)).toMatchObject([
    { status: 'approved', decidedBy: ming.name, decidedOn: WORLD_TODAY },
  ])
  expect((await coordinator.read(listRequests, WAITING)).total).toBe(0)
})

test('a waiver ends the enrollment, and the assignment does not open it again', async () => {
  const { coordinator, educator, pathwayId, held } = await ready()
  const { id } = await educator.write(sendRequest, held.id, WAIVER)

  await coordinator.write(decideRequest, id, { decision: 'approved' })
  const opened = await coordinator.write(reevaluateAudiences, [ben.id])

  expect(opened).toBe(0)
  expect(await heldBy(educator, pathwayId)).toMatchObject({
    endedOn: WORLD_TODAY,
    endedFor: 'waived',
  })
})

test('a request that is refused changes nothing, and says why', async () => {
  const { coordinator, educator, pathwayId, held } = await ready()
  const { id } = await educator.write(sendRequest, held.id, MORE)
  const silent = coordinator.write(decideRequest, id, { decision: 'denied' })

  await expect(silent).toHaveFieldError('answer')
  await coordinator.write(decideRequest, id, { decision: 'denied', answer: 'It is the law.' })

  expect(await heldBy(educator, pathwayId)).toMatchObject({ dueOn: '2026-12-15' })
  expect(await educator.read(listOwnRequests, held.id)).toMatchObject([
    { status: 'denied', answer: 'It is the law.' },
  ])
})

test('more time can be given without being asked', async () => {
  const { coordinator, educator, pathwayId, held } = await ready()

  await coordinator.write(grantAtOnce, held.id, MORE)

  expect(await heldBy(educator, pathwayId)).toMatchObject({ dueOn: '2027-02-01' })
})

test('one asks once at a time, for a later day, and can take it back', async () => {
  const { educator, held } = await ready()
  const early = educator.write(sendRequest, held.id, { ...MORE, until: '2026-12-15' })

  await expect(early).toHaveFieldError('until')
  const { id } = await educator.write(sendRequest, held.id, MORE)
  await expect(educator.write(sendRequest, held.id, WAIVER)).rejects.toThrow(Conflict)
  await educator.write(withdrawRequest, id)
  await educator.write(sendRequest, held.id, WAIVER)

  expect((await educator.read(listOwnRequests, held.id)).map(({ status }) => status)).toEqual(
    expect.arrayContaining(['waiting', 'withdrawn']),
  )
})

test('somebody else’s pathway cannot be asked about, nor decided on by an educator or another district', async () => {
  const { store, educator, held } = await ready()
  const colleague = await asMember(store, ana)
  const stranger = await asMember(store, world.southside.ming)
  const { id } = await educator.write(sendRequest, held.id, MORE)
  const granting = { decision: 'approved' } as const

  await expect(colleague.write(sendRequest, held.id, MORE)).rejects.toThrow(NotFound)
  await expect(colleague.write(withdrawRequest, id)).rejects.toThrow(NotFound)
  await expect(educator.write(decideRequest, id, granting)).rejects.toThrow(Forbidden)
  await expect(educator.read(listRequests, WAITING)).rejects.toThrow(Forbidden)
  await expect(stranger.write(decideRequest, id, granting)).rejects.toThrow(NotFound)
  await expect(stranger.write(grantAtOnce, held.id, MORE)).rejects.toThrow(NotFound)
})

test('a license renewal is never blocked by an assignment: mandates touch no cycle', async () => {
  const { coordinator, educator, held } = await ready()
  const cycleRows = async () =>
    educator.scope.db
      .select({ id: cycles.id, startsOn: cycles.startsOn, endsOn: cycles.endsOn })
      .from(cycles)
      .where(undefined)
      .orderBy(cycles.id)
  const before = await cycleRows()

  await coordinator.write(grantAtOnce, held.id, WAIVER)
  const other = await publish(coordinator, [evidenceStep])
  await coordinator.write(makeAssignment, other.id, {
    ...forEducators,
    ...due({ from: 'day', on: WORLD_TODAY }),
  })

  expect(await cycleRows()).toEqual(before)
})

test('one can ask until one has asked, and not for what is completed', async () => {
  const { educator, held } = await ready()
  const before = await educator.read(openRequests, held.id)

  await educator.write(sendRequest, held.id, MORE)
  const asked = await educator.read(openRequests, held.id)
  await educator.write(({ db }) =>
    db.update(enrollments).set({ completedOn: WORLD_TODAY }).where(eq(enrollments.id, held.id)),
  )
  const completed = await educator.read(openRequests, held.id)

  expect(before).toMatchObject({ mayAsk: true, enrollment: { isCompleted: false } })
  expect(asked.mayAsk).toBe(false)
  expect(asked.requests).toMatchObject([{ status: 'waiting' }])
  expect(completed).toMatchObject({
    mayAsk: false,
    enrollment: { isCompleted: true },
    requests: [],
  })
})

test('what is completed or taken back waits for nobody any more, and cannot be decided', async () => {
  const { coordinator, educator, assignmentId, held } = await ready()
  const { id } = await educator.write(sendRequest, held.id, MORE)
  const before = await coordinator.read(findWaitingRequests)
  await coordinator.write(endAssignment, assignmentId, { takeBack: true })

  const decided = coordinator.write(decideRequest, id, { decision: 'denied', answer: 'Too late.' })

  await expect(decided).rejects.toThrow(Conflict)
  const after = await coordinator.read(findWaitingRequests)
  expect(after.count).toBe(before.count - 1)
  expect((await coordinator.read(listRequests, WAITING)).rows.map((row) => row.id)).not.toContain(
    id,
  )
  expect(await coordinator.read(countRequests, { status: 'waiting', assignmentId })).toBe(0)
})

test('nobody is let off until a day that has passed', async () => {
  const { store, coordinator, educator, pathwayId, held } = await ready()
  const past = { ...WAIVER, until: '2026-11-19' }

  await expect(educator.write(sendRequest, held.id, past)).toHaveFieldError('until')
  await expect(coordinator.write(grantAtOnce, held.id, past)).toHaveFieldError('until')
  const { id } = await educator.write(sendRequest, held.id, { ...WAIVER, until: WORLD_TODAY })
  const later = await asMember(store, ming, new Date('2026-12-20T15:00:00Z'))
  const granted = later.write(decideRequest, id, { decision: 'approved' })
  await expect(granted).rejects.toThrow(Conflict)

  expect(await heldBy(educator, pathwayId)).toMatchObject({ id: held.id, endedOn: null })
})
