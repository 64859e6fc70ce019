import { eq } from '#db/query.server'
import { enrollments, events, members, outgoingMail, reminders } from '#db/schema'
import { Conflict, Forbidden, Invalid, NotFound } from '~/domain/errors'
import { getEnrolled } from '~/domain/pathways/enrolled.server'
import { findOwnReminder } from '~/domain/reminders/own.server'
import { previewReminder, remind } from '~/domain/reminders/reminding.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_NOW, WORLD_TODAY } from '../../support/world'

const { ana, ben, ida, ming, assignments } = world.northside
const ORIGIN = 'https://cairn.example.org'
const SHOWN = { narrowing: {}, shown: 'written', page: 1, origin: ORIGIN } as const
const DAY = 86_400_000

const letters = ({ scope }: TestMember) =>
  scope.db
    .select({ recipient: outgoingMail.recipient, text: outgoingMail.text })
    .from(outgoingMail)
    .where(undefined)

test('the preview says who gets the letter, and of everybody else why not', async () => {
  const member = await asMember(await openTestStore(), ming)

  const preview = await member.read(previewReminder, assignments.mandated, SHOWN)
  const { counts } = await member.read(
    getEnrolled,
    { assignmentId: assignments.mandated },
    { sort: 'name', page: 1 },
  )

  const all = Object.values(preview.counts).reduce((sum, each) => sum + each, 0)
  expect(all).toBe(counts.assigned)
  expect(preview.counts.completed).toBe(counts.completed)
  expect(preview.counts.waiting).toBe(counts.waiting)
  expect(preview.people.total).toBe(preview.counts.written)
  expect(preview.letter?.text).toContain('You have this because')
})

test('what the preview promises is what leaves: letters, rows, events, and the day for both', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ming)
  const owner = await asMember(store, ben)
  const { counts } = await member.read(previewReminder, assignments.mandated, SHOWN)
  const before = await letters(member)

  const note = 'The help desk is open on Fridays.'
  const sent = await member.write(
    remind,
    assignments.mandated,
    {},
    { note, expected: counts.written },
    ORIGIN,
  )

  expect(sent).toBe(counts.written)
  const after = await letters(member)
  expect(after.length - before.length).toBe(sent)
  const bens = after.find(({ recipient }) => recipient === ben.email)
  expect(bens?.text).toContain(note)
  expect(bens?.text).toContain(`/pathways/${world.northside.enrollments.notEngaged}`)
  const page = await member.read(
    getEnrolled,
    { assignmentId: assignments.mandated },
    { sort: 'name', page: 1, state: 'not_started' },
  )
  expect(page.people.rows.find(({ memberId }) => memberId === ben.id)?.remindedOn).toBe(WORLD_TODAY)
  expect(await owner.read(findOwnReminder, world.northside.enrollments.notEngaged)).toEqual({
    sentOn: WORLD_TODAY,
    by: ming.name,
  })
  const [event] = await member.scope.db
    .select({ actorId: events.actorId })
    .from(events)
    .where(eq(events.type, 'reminder.sent'))
  expect(event?.actorId).toBe(ming.id)
})

test('who was reminded is left alone for seven days, and may be reminded after them', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ming)
  const sent = await member.write(remind, assignments.mandated, {}, {}, ORIGIN)

  const again = await member.read(previewReminder, assignments.mandated, SHOWN)
  await expect(member.write(remind, assignments.mandated, {}, {}, ORIGIN)).rejects.toThrow(Invalid)
  const later = await asMember(store, ming, new Date(WORLD_NOW.getTime() + 7 * DAY))
  const nextWeek = await later.read(previewReminder, assignments.mandated, SHOWN)

  expect(again.counts).toMatchObject({ written: 0, reminded: sent })
  expect(nextWeek.counts).toMatchObject({ written: sent, reminded: 0 })
})

test('who has no address is said so', async () => {
  const member = await asMember(await openTestStore(), ming)
  const before = await member.read(previewReminder, assignments.mandated, SHOWN)
  await member.write(async (scope) => {
    await scope.db.update(members).set({ email: null }).where(eq(members.id, ben.id))
  })

  const after = await member.read(previewReminder, assignments.mandated, {
    ...SHOWN,
    shown: 'no_email',
  })

  expect(after.counts.written).toBe(before.counts.written - 1)
  expect(after.people.rows.map(({ name }) => name)).toContain(ben.name)
})

test('only the people who were chosen get it', async () => {
  const member = await asMember(await openTestStore(), ming)
  const narrowing = { organizationId: world.northside.schools.elementary }

  const { counts } = await member.read(previewReminder, assignments.mandated, {
    ...SHOWN,
    narrowing,
  })
  const sent = await member.write(remind, assignments.mandated, narrowing, {}, ORIGIN)

  const all = await member.read(previewReminder, assignments.mandated, SHOWN)
  expect(sent).toBe(counts.written)
  expect(all.counts.reminded).toBe(sent)
  expect(all.counts.written).toBeGreaterThan(0)
})

test('when the list has changed since the preview, nothing leaves', async () => {
  const member = await asMember(await openTestStore(), ming)

  const sending = member.write(remind, assignments.mandated, {}, { expected: 100_000 }, ORIGIN)

  await expect(sending).rejects.toThrow(Conflict)
  expect(await member.scope.db.count(reminders, eq(reminders.sentOn, WORLD_TODAY))).toBe(0)
})

test('what waits for us is not reminded of', async () => {
  const member = await asMember(await openTestStore(), ming)
  const waiting = { assignmentId: assignments.offered }

  const { people } = await member.read(getEnrolled, waiting, {
    sort: 'name',
    page: 1,
    state: 'waiting',
  })
  const preview = await member.read(previewReminder, assignments.offered, {
    ...SHOWN,
    shown: 'waiting',
  })

  expect(people.rows.map(({ memberId }) => memberId)).toContain(ana.id)
  expect(preview.people.rows.map(({ name }) => name)).toContain(ana.name)
})

test('auditors, educators and other districts remind nobody', async () => {
  const store = await openTestStore()
  const auditor = await asMember(store, ida)
  const educator = await asMember(store, ana)
  const stranger = await asMember(store, world.southside.ming)

  const by = (member: TestMember) => member.write(remind, assignments.mandated, {}, {}, ORIGIN)

  await expect(by(auditor)).rejects.toThrow(Forbidden)
  await expect(by(educator)).rejects.toThrow(Forbidden)
  await expect(by(stranger)).rejects.toThrow(NotFound)
  const other = world.northside.enrollments.notEngaged
  expect(await educator.read(findOwnReminder, other)).toBeNull()
  expect(await educator.scope.db.count(enrollments, eq(enrollments.id, other))).toBe(1)
})
