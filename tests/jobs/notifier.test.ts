import { and, eq, inArray, isNull } from '#db/query.server'
import { districts, enrollments, escalations, members, outgoingMail, reminders } from '#db/schema'
import type { ReminderKind } from '#db/words'
import { addDays } from '~/domain/calendar'
import { notifyOnNewDays } from '~/jobs/notifier.server'
import { expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../support/database'
import { make } from '../support/factories'
import { asMember, type TestMember } from '../support/members'
import { world } from '../support/world'

const { northside, southside } = world
const { ben, mara } = northside
const { notEngaged } = northside.enrollments
/** So many days after the due day it is late: seven days are days of grace. */
const LATE = 8
const ORIGIN = 'https://cairn.example.org'
const unexpected = (error: unknown) => {
  throw error
}

/** Nine in the morning, so many days from the due day of Ben's mandated pathway. */
async function ready() {
  const store = await openTestStore()
  const north = await asMember(store, northside.rosa)
  const [row] = await north.scope.db
    .select({ dueOn: enrollments.dueOn })
    .from(enrollments)
    .where(eq(enrollments.id, notEngaged))
  const dueOn = row!.dueOn!
  const on = (days: number) => new Date(`${addDays(dueOn, days)}T14:00:00Z`)
  const notify = (now: Date) => notifyOnNewDays(store, ORIGIN, new Map(), now, unexpected)
  return { store, north, south: await asMember(store, southside.rosa), dueOn, on, notify }
}

const noticesOf = async ({ scope }: TestMember, enrollmentId: string) => {
  const rows = await scope.db
    .select({ kind: reminders.kind })
    .from(reminders)
    .where(eq(reminders.enrollmentId, enrollmentId))
    .orderBy(reminders.sentOn)
  return rows.map(({ kind }): ReminderKind => kind)
}

const lettersTo = ({ scope }: TestMember, recipient: string, subject?: string) =>
  scope.db
    .select({ subject: outgoingMail.subject, text: outgoingMail.text })
    .from(outgoingMail)
    .where(
      and(
        eq(outgoingMail.recipient, recipient),
        subject ? eq(outgoingMail.subject, subject) : undefined,
      ),
    )

test('before a mandated pathway is due and when it is overdue there is one letter each', async () => {
  const { north, on, notify } = await ready()

  for (const days of [-31, -30, -29, -8, -7, -6, 0, LATE, LATE + 1, 30]) await notify(on(days))

  expect(await noticesOf(north, notEngaged)).toEqual(['due_30', 'due_7', 'overdue'])
  const letters = await lettersTo(north, ben.email)
  expect(letters).toHaveLength(3)
  for (const { text } of letters) {
    expect(text).toContain('You have this because')
    expect(text).toContain('Next: ')
    expect(text).toContain(`${ORIGIN}/d/northside/pathways/${notEngaged}`)
  }
})

test('in the days of grace there is no letter; nobody is late yet', async () => {
  const { north, on, notify } = await ready()

  for (const days of [1, LATE - 1]) await notify(on(days))
  const before = await noticesOf(north, notEngaged)
  await notify(on(LATE))

  expect(before).toEqual([])
  expect(await noticesOf(north, notEngaged)).toEqual(['overdue'])
})

test('of the days on which the server was down only the newest notice is written', async () => {
  const { north, on, notify } = await ready()

  await notify(on(LATE + 2))

  expect(await noticesOf(north, notEngaged)).toEqual(['overdue'])
})

test('a server that starts anew on the same day writes nothing twice', async () => {
  const { on, notify } = await ready()

  const first = await notify(on(-5))
  const second = await notify(on(-5))

  expect(first).toBeGreaterThan(0)
  expect(second).toBe(0)
})

test('a due day that is moved has notices of its own', async () => {
  const { north, on, notify, dueOn } = await ready()
  await notify(on(LATE))

  await setDue(north, notEngaged, addDays(dueOn, 20), addDays(dueOn, 20 + LATE))
  await notify(on(LATE + 1))

  expect(await noticesOf(north, notEngaged)).toEqual(['overdue', 'due_30'])
})

const setDue = (member: TestMember, id: string, dueOn: string, lateOn: string | null) =>
  member.write(async ({ db }) => {
    await db.update(enrollments).set({ dueOn, lateOn }).where(eq(enrollments.id, id))
  })

test('what is recommended or offered, completed, or taken back has no notice', async () => {
  const { north, on, notify, dueOn } = await ready()
  const { engaged, completed, ended } = northside.enrollments
  await setDue(north, engaged, dueOn, null)
  for (const id of [completed, ended]) await setDue(north, id, dueOn, addDays(dueOn, LATE))

  await notify(on(LATE))

  const rows = await north.scope.db
    .select({ id: reminders.id })
    .from(reminders)
    .where(inArray(reminders.enrollmentId, [engaged, completed, ended]))
  expect(rows).toEqual([])
  expect(await noticesOf(north, notEngaged)).toEqual(['overdue'])
})

test('who waits for a decision of ours is left alone', async () => {
  const { north, on, notify } = await ready()
  await north.write(make.submission, {
    memberId: ben.id,
    competencies: ['digcompedu-2017/2.3'],
    startedOn: '2026-11-02',
  })

  await notify(on(LATE))

  expect(await noticesOf(north, notEngaged)).toEqual([])
  const [letter] = await escalationTo(north)
  expect(letter?.text ?? '').not.toContain(ben.name)
})

test('who has no address has no notice, and the principal still hears of it', async () => {
  const { north, on, notify } = await ready()
  await north.write(async ({ db }) => {
    await db.update(members).set({ email: null }).where(eq(members.id, ben.id))
  })

  await notify(on(LATE))

  expect(await noticesOf(north, notEngaged)).toEqual([])
  const [letter] = await escalationTo(north)
  expect(letter?.text).toContain(ben.name)
})

const escalationTo = async (north: TestMember) => {
  const letters = await lettersTo(north, mara.email)
  return letters.filter(({ text }) => text.includes('because you lead their school'))
}

test('a principal has one letter a week about all that is overdue, of their school alone', async () => {
  const { north, on, notify } = await ready()

  await notify(on(0))
  const before = await escalationTo(north)
  for (const days of [0, 1, 6, 7].map((after) => LATE + after)) await notify(on(days))

  expect(before).toEqual([])
  const letters = await escalationTo(north)
  expect(letters).toHaveLength(2)
  expect(letters[0]!.text).toContain(`- ${ben.name}: `)
  expect(letters[0]!.text).toContain(`${ORIGIN}/d/northside/readiness/support`)
  const elementary = await lettersTo(north, northside.dev.email)
  expect(elementary.some(({ text }) => text.includes(ben.name))).toBe(false)
})

test('a day begins at midnight in the district', async () => {
  const { north, dueOn, notify } = await ready()
  const next = addDays(dueOn, LATE)

  await notify(new Date(`${next}T04:59:00Z`))
  const evening = await noticesOf(north, notEngaged)
  await notify(new Date(`${next}T05:01:00Z`))

  expect(evening).toEqual([])
  expect(await noticesOf(north, notEngaged)).toEqual(['overdue'])
})

test('a district that sends no notices sends none, and the others send theirs', async () => {
  const { store, north, south, on, notify } = await ready()
  await switchOff(store)

  await notify(on(LATE))

  expect(await noticesOf(north, notEngaged)).toEqual([])
  expect(await north.scope.db.count(escalations, undefined)).toBe(0)
  expect(await noticesOf(south, southside.enrollments.notEngaged)).toEqual(['overdue'])
  const strangers = await south.scope.db
    .select({ id: outgoingMail.id })
    .from(outgoingMail)
    .where(eq(outgoingMail.recipient, ben.email))
  expect(strangers).toEqual([])
})

const switchOff = (store: TestStore) =>
  store.write(async (tx) => {
    await tx.update(districts).set({ sendsNotices: false }).where(eq(districts.id, northside.id))
  })

test('a district where it fails keeps no other from it', async () => {
  const { store, south, on } = await ready()
  const failures: unknown[] = []
  await store.write(async (tx) => {
    await tx
      .update(districts)
      .set({ timeZone: 'Nowhere/Land' })
      .where(eq(districts.id, northside.id))
  })

  await notifyOnNewDays(store, ORIGIN, new Map(), on(LATE), (error) => failures.push(error))

  expect(failures).toEqual([expect.any(RangeError)])
  expect(await noticesOf(south, southside.enrollments.notEngaged)).toEqual(['overdue'])
})

test('the notice is by nobody in person', async () => {
  const { north, on, notify } = await ready()

  await notify(on(LATE))

  const byNobody = and(eq(reminders.enrollmentId, notEngaged), isNull(reminders.sentById))
  expect(await north.scope.db.count(reminders, byNobody)).toBe(1)
})
