import { asc } from '#db/query.server'
import { districts, outgoingMail } from '#db/schema'
import { noticeFor } from '~/domain/mandates/notice'
import {
  listDueForTrainingNotice,
  sendTrainingNotices,
  tellPrincipals,
} from '~/domain/mandates/notifying.server'
import { expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'
import { completed, requireTraining, turnsOf } from './required'

const { ana, ben, mara, ming } = world.northside
const ORIGIN = 'https://cairn.example'
/** Asked since July, due on 15 December. */
const RULE = { startsOn: '2026-07-01', firstDueOn: '2026-12-15' }

async function open(rule: object = RULE) {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  await completed(coordinator, ana.id, '2026-11-02')
  const { id } = await requireTraining(coordinator, rule)
  return { store, coordinator, id }
}

async function write(store: TestStore, day: string) {
  const member = await asMember(store, ming, new Date(`${day}T15:00:00Z`))
  const due = await member.read(listDueForTrainingNotice)
  return member.write(sendTrainingNotices, due, ORIGIN)
}

const lettersTo = async (store: TestStore, email: string) => {
  const rows = await store.read
    .select({
      recipient: outgoingMail.recipient,
      subject: outgoingMail.subject,
      text: outgoingMail.text,
    })
    .from(outgoingMail)
    .orderBy(asc(outgoingMail.id))
  return rows.filter(({ recipient }) => recipient === email)
}

const noticedOf = async ({ coordinator, id }: Awaited<ReturnType<typeof open>>, memberId: string) =>
  (await turnsOf(coordinator, id, memberId)).map(({ noticed }) => noticed)

test('each notice is written once, at its time, and none to whom has met it', async () => {
  const setup = await open()
  const { store } = setup

  for (const day of ['2026-11-20', '2026-11-21', '2026-12-08', '2026-12-09', '2026-12-16']) {
    await write(store, day)
  }

  const letters = await lettersTo(store, ben.email)
  expect(letters.map(({ subject }) => subject)).toEqual([
    'The required training “Safe classrooms” is due on 15 December 2026',
    'The required training “Safe classrooms” is due on 15 December 2026',
    'The required training “Safe classrooms” is overdue',
  ])
  expect(letters[0]!.text).toContain(`${ORIGIN}/d/northside/training`)
  expect(letters[0]!.text).toContain('Computer science fundamentals')
  expect(await lettersTo(store, ana.email)).toEqual([])
  expect(await noticedOf(setup, ben.id)).toEqual([0])
})

test('the letter says which proof is needed, where more than a word is', async () => {
  const [asked, trusted] = [await open({ ...RULE, proof: 'document' }), await open()]

  for (const { store } of [asked, trusted]) await write(store, '2026-11-20')

  const need = 'Needs a certificate or another document'
  expect((await lettersTo(asked.store, ben.email))[0]!.text).toContain(need)
  expect((await lettersTo(trusted.store, ben.email))[0]!.text).not.toContain('Needs')
})

test('after a time the server was down only the newest notice is written', async () => {
  const { store } = await open()

  await write(store, '2026-12-20')
  await write(store, '2026-12-21')

  expect((await lettersTo(store, ben.email)).map(({ subject }) => subject)).toEqual([
    'The required training “Safe classrooms” is overdue',
  ])
})

test('a district that sends no notices writes none', async () => {
  const { store } = await open()
  await store.write((tx) => tx.update(districts).set({ sendsNotices: false }))

  const silent = await asMember(store, ming)

  expect(await silent.read(listDueForTrainingNotice)).toEqual([])
  expect(await silent.write(tellPrincipals, ORIGIN)).toBe(0)
})

test('a principal hears once of each who is overdue, by name', async () => {
  const { store } = await open({ ...RULE, firstDueOn: '2026-11-15' })
  const member = await asMember(store, ming)

  const letters = await member.write(tellPrincipals, ORIGIN)
  const again = await member.write(tellPrincipals, ORIGIN)

  const [letter] = await lettersTo(store, mara.email)
  expect(letters).toBe(1)
  expect(again).toBe(0)
  expect(letter!.text).toContain('Ben Brooks: “Safe classrooms”, due on 15 November 2026')
  expect(letter!.text).not.toContain('Ana')
})

test('the notice is that of the day, and the one before is not made up for', () => {
  const turn = {
    opensOn: '2026-01-01',
    dueOn: '2026-12-15',
    lateOn: '2026-12-20',
    noticed: null,
  }

  expect(noticeFor(turn, '2026-09-15')).toBeNull()
  expect(noticeFor(turn, '2026-09-16')).toBe(90)
  expect(noticeFor(turn, '2026-11-15')).toBe(30)
  expect(noticeFor(turn, '2026-12-08')).toBe(7)
  expect(noticeFor(turn, '2026-12-19')).toBe(7)
  expect(noticeFor(turn, '2026-12-20')).toBe(0)
  expect(noticeFor({ ...turn, noticed: 7 }, '2026-12-10')).toBeNull()
  expect(noticeFor({ ...turn, noticed: 90 }, '2026-12-10')).toBe(7)
  expect(noticeFor({ ...turn, opensOn: '2026-12-01' }, '2026-11-20')).toBeNull()
})
