import { newDraftId, saveDraft } from '~/domain/activities/drafting.server'
import { activityInput, draftInput } from '~/domain/activities/inputs.server'
import { findOwnActivity } from '~/domain/activities/queries.server'
import { logActivity } from '~/domain/activities/sending.server'
import { decide } from '~/domain/approvals/deciding.server'
import { openHome } from '~/domain/home/home.server'
import { sendRequest } from '~/domain/pathways/requesting.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { ana, mara, ming, theo, activities, cycles, enrollments, submissions } = world.northside

test('what came back with a question is the first thing to do, and is gone once answered', async () => {
  const store = await openTestStore()
  const educator = await asMember(store, ana)

  const { next } = await educator.read(openHome)

  expect(next[0]).toMatchObject({ kind: 'returned', by: mara.name })
  expect(next.length).toBeLessThanOrEqual(5)
  const returned = next.filter((item) => item.kind === 'returned').map(({ id }) => id)
  expect(returned).toContain(activities.returned)
  expect(returned).not.toContain(activities.resubmitted)
})

test('what came back is called as it is now, and has a name while it has no title', async () => {
  const educator = await asMember(await openTestStore(), ana)
  const { id, version } = (await educator.read(findOwnActivity, activities.returned))!
  const titleNow = async () => {
    const { next } = await educator.read(openHome)
    return next.find((item) => item.kind === 'returned' && item.id === id)
  }

  const saved = await educator.write(saveDraft, draftInput.parse({ id, version, title: 'Anew' }))
  expect(await titleNow()).toMatchObject({ title: 'Anew' })

  await educator.write(saveDraft, draftInput.parse({ id, version: saved.version, title: '' }))
  expect(await titleNow()).toMatchObject({ title: 'An activity without a title yet' })
})

test('hours are those approved, by kind, and an approval adds to them', async () => {
  const store = await openTestStore()
  const [educator, principal] = [await asMember(store, ana), await asMember(store, mara)]
  const before = await educator.read(openHome)

  await principal.write(decide, { submissions: [submissions.waiting], decision: 'approved' })

  const after = await educator.read(openHome)
  expect(before.yardstick).toBe(900)
  expect(after.minutes).toBeGreaterThan(before.minutes)
  expect(after.minutes).toBe(after.minutesByKind.reduce((sum, { minutes }) => sum + minutes, 0))
})

test('each open renewal says whether it will be made, and somebody without one sees none', async () => {
  const store = await openTestStore()

  const { renewals } = await (await asMember(store, ana)).read(openHome)
  const newcomer = await (await asMember(store, theo)).read(openHome)

  expect(renewals).toMatchObject([{ cycleId: cycles.open, place: 'Massachusetts' }])
  expect(renewals[0]?.sentence).toMatch(/ of 180 PDPs, /)
  expect(newcomer.renewals).toEqual([])
})

test('a coordinator is told how many requests wait and since when, and nobody else is', async () => {
  const store = await openTestStore()
  const educator = await asMember(store, ana)
  const coordinator = await asMember(store, ming)
  const before = await coordinator.read(openHome)
  await educator.write(sendRequest, enrollments.engaged, {
    kind: 'waiver',
    reason: 'I teach it myself.',
  })

  const { next } = await coordinator.read(openHome)

  const requests = { kind: 'requests', count: 1, since: WORLD_TODAY }
  expect(before.next.map(({ kind }) => kind)).not.toContain('requests')
  expect(next).toContainEqual(expect.objectContaining(requests))
  const others = (await educator.read(openHome)).next
  expect(others.map(({ kind }) => kind)).not.toContain('requests')
})

test('somebody new has an empty home that can be filled from it', async () => {
  const store = await openTestStore()
  const member = await asMember(store, theo)
  const { quickLogId, minutes } = await member.read(openHome)

  const input = activityInput.parse({
    id: quickLogId,
    title: 'New teacher orientation',
    kind: 'workshop',
    startedOn: '2026-11-19',
    hours: '2',
  })
  await member.write(logActivity, input)

  const { waiting } = await member.read(openHome)
  expect(minutes).toBe(0)
  expect(waiting?.count).toBe(1)
  expect(newDraftId()).not.toBe(quickLogId)
})

test('a reviewer is told how many wait, and when the first is due', async () => {
  const principal = await asMember(await openTestStore(), mara)

  const { next } = await principal.read(openHome)

  const approvals = next.find((item) => item.kind === 'approvals')
  expect(approvals).toMatchObject({ count: expect.any(Number), dueOn: expect.any(String) })
})
