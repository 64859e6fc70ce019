import { describe, expect, test } from 'vitest'
import { eq } from '#db/query.server'
import { outgoingMail, sessions, signInFailures, tokens, users } from '#db/schema'
import { NotFound } from '~/domain/errors'
import { listOutbox } from '~/domain/mail/outbox.server'
import { changePassword } from '~/domain/people/password-change.server'
import {
  createResetLink,
  getReset,
  requestReset,
  resetPassword,
} from '~/domain/people/resets.server'
import { signIn } from '~/domain/people/sign-in.server'
import { TryLater } from '~/domain/people/try-later'
import { openTestStore, type TestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { signedIn } from '../../support/requests'
import { DEMO_PASSWORD, world, WORLD_NOW } from '../../support/world'

const ORIGIN = 'https://learning.example.org'
const PASSWORD = 'seven boats under a red lamp'
const { ana, ben, rosa } = world.northside

const later = (minutes: number) => new Date(WORLD_NOW.getTime() + minutes * 60_000)
const secretOf = (link: string | null) => link!.split('/').at(-1)!

const ask = (store: TestStore, email: string = ana.email, now = WORLD_NOW) =>
  requestReset(store, { email, origin: ORIGIN, now })

const enter = (store: TestStore, password: string, now = WORLD_NOW) =>
  signIn(store, {
    email: ana.email,
    password,
    address: '192.0.2.1',
    device: null,
    isDemo: true,
    now,
  })

const mails = (store: TestStore) => store.read.select().from(outgoingMail)

describe('asking for a new password', () => {
  test('sends a link to somebody who has an account', async () => {
    const store = await openTestStore()

    const link = await ask(store, ana.email.toUpperCase())

    const [mail] = await mails(store)
    expect(link).toMatch(/^https:\/\/learning\.example\.org\/reset\/[\w-]{43}$/)
    expect(mail).toMatchObject({ recipient: ana.email, sentAt: null })
    expect(mail!.text).toContain(link)
  })

  test('writes the same down about an address nobody has, and sends nothing', async () => {
    const store = await openTestStore()

    const link = await ask(store, 'nobody@northside.example')

    expect(link).toBeNull()
    expect(await mails(store)).toEqual([])
    expect(await store.read.select().from(signInFailures)).toHaveLength(1)
  })

  test('sends nothing to an account that was closed', async () => {
    const store = await openTestStore()
    await store.write(async (tx) => {
      await tx.update(users).set({ disabledAt: WORLD_NOW }).where(eq(users.id, ana.userId))
    })

    expect(await ask(store)).toBeNull()
    expect(await mails(store)).toEqual([])
  })

  test('sends three letters an hour at most', async () => {
    const store = await openTestStore()
    for (let time = 0; time < 5; time++) await ask(store)

    expect(await mails(store)).toHaveLength(3)
    expect(await ask(store, ana.email, later(61))).not.toBeNull()
  })

  test('is nothing the outbox of a district shows', async () => {
    const store = await openTestStore()
    await ask(store)
    const administrator = await asMember(store, rosa)

    const outbox = await administrator.read(listOutbox)

    expect(outbox.rows.filter(({ recipient }) => recipient === ana.email)).toEqual([])
  })
})

describe('a link to a new password', () => {
  test('changes it, once', async () => {
    const store = await openTestStore()
    const secret = secretOf(await ask(store))

    await resetPassword(store, secret, PASSWORD, later(5))

    await expect(enter(store, PASSWORD)).resolves.toEqual({ userId: ana.userId })
    await expect(enter(store, DEMO_PASSWORD)).rejects.toThrow(/do not belong together/)
    await expect(resetPassword(store, secret, PASSWORD, later(6))).rejects.toThrow(NotFound)
  })

  test('signs the person out everywhere, uses up the other links, and tells them by mail', async () => {
    const store = await openTestStore()
    await signedIn(store, ana)
    await signedIn(store, ben)
    const other = secretOf(await ask(store))
    const secret = secretOf(await ask(store))

    await resetPassword(store, secret, PASSWORD, later(5))

    const open = await store.read.select({ userId: sessions.userId }).from(sessions)
    expect(open).toEqual([{ userId: ben.userId }])
    await expect(getReset(store.read, other, later(5))).rejects.toThrow(NotFound)
    const subjects = (await mails(store)).map(({ subject }) => subject)
    expect(subjects).toContain('Your password for Cairn was changed')
  })

  test('ends after an hour', async () => {
    const store = await openTestStore()
    const secret = secretOf(await ask(store))

    await expect(getReset(store.read, secret, later(59))).resolves.toMatchObject({
      email: ana.email,
    })
    await expect(resetPassword(store, secret, PASSWORD, later(61))).rejects.toThrow(NotFound)
  })

  test('is not used up by a password that will not do, such as that of the demonstration', async () => {
    const store = await openTestStore()
    const secret = secretOf(await ask(store))

    const refused = resetPassword(store, secret, DEMO_PASSWORD, WORLD_NOW)

    await expect(refused).toHaveFieldError('password', /tried first/)
    await expect(resetPassword(store, secret, PASSWORD, WORLD_NOW)).resolves.toBe(ana.email)
  })

  test('does not open an account that was closed meanwhile', async () => {
    const store = await openTestStore()
    const secret = secretOf(await ask(store))
    await store.write(async (tx) => {
      await tx.update(users).set({ disabledAt: WORLD_NOW }).where(eq(users.id, ana.userId))
    })

    await expect(resetPassword(store, secret, PASSWORD, WORLD_NOW)).rejects.toThrow(NotFound)
  })

  test('can be made by an operator, without any letter', async () => {
    const store = await openTestStore()

    const link = await store.write((tx) =>
      createResetLink(tx, ana.userId, { email: ana.email, origin: ORIGIN, now: WORLD_NOW }),
    )

    await expect(resetPassword(store, secretOf(link), PASSWORD, WORLD_NOW)).resolves.toBeTruthy()
    expect(JSON.stringify(await store.read.select().from(tokens))).not.toContain(secretOf(link))
  })
})

describe('changing one’s own password', () => {
  const change = (store: TestStore, given: { currentPassword?: string; newPassword?: string }) =>
    changePassword(store, ana.userId, {
      currentPassword: DEMO_PASSWORD,
      newPassword: PASSWORD,
      address: '192.0.2.1',
      device: null,
      now: WORLD_NOW,
      ...given,
    })

  test('needs the one of now, and ends all sessions', async () => {
    const store = await openTestStore()
    await signedIn(store, ana)

    await change(store, {})

    expect(await store.read.select().from(sessions)).toEqual([])
    await expect(enter(store, PASSWORD)).resolves.toBeTruthy()
  })

  test('names the field that is wrong', async () => {
    const store = await openTestStore()

    await expect(change(store, { currentPassword: PASSWORD })).toHaveFieldError('currentPassword')
    await expect(change(store, { newPassword: 'short' })).toHaveFieldError('newPassword')
    await expect(change(store, { newPassword: 'northside middle ana' })).toHaveFieldError(
      'newPassword',
    )
  })

  test('cannot be guessed at: wrong ones count like those of a stranger', async () => {
    const store = await openTestStore()
    for (let time = 0; time < 10; time++) {
      await expect(change(store, { currentPassword: PASSWORD })).toHaveFieldError('currentPassword')
    }

    await expect(change(store, {})).rejects.toThrow(TryLater)
  })
})
