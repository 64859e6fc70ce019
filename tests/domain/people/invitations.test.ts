import { describe, expect, test } from 'vitest'
import { and, eq } from '#db/query.server'
import { events, members, outgoingMail, tokens, userEmails, users } from '#db/schema'
import { Conflict, Forbidden, Invalid, NotFound } from '~/domain/errors'
import { listOutbox } from '~/domain/mail/outbox.server'
import {
  acceptInvitation,
  getInvitation,
  inviteMember,
  joinWithAccount,
} from '~/domain/people/invitations.server'
import { signIn } from '~/domain/people/sign-in.server'
import { openTestStore, type TestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world, WORLD_NOW } from '../../support/world'

const ORIGIN = 'https://learning.example.org'
const PASSWORD = 'seven boats under a red lamp'
const { northside, southside } = world

const later = (hours: number) => new Date(WORLD_NOW.getTime() + hours * 3_600_000)
const secretOf = (link: string) => link.split('/').at(-1)!

async function newcomer(store: TestStore, email: string | null = 'Rae.Rivers@Northside.Example') {
  const rosa = await asMember(store, northside.rosa)
  const member = await rosa.write(make.member, {
    organizationId: northside.schools.middle,
    email,
  })
  return { rosa, member }
}

async function invited(store: TestStore, email?: string) {
  const { rosa, member } = await newcomer(store, email)
  const link = await rosa.write(inviteMember, member.id, ORIGIN)
  return { rosa, member, link, secret: secretOf(link) }
}

async function memberNow(store: TestStore, id: string) {
  const [member] = await store.read.select().from(members).where(eq(members.id, id))
  return member!
}

describe('inviting a member', () => {
  test('puts a letter with a link into the outbox, and says so in the trail', async () => {
    const store = await openTestStore()

    const { rosa, member, link } = await invited(store)

    const outbox = await rosa.read(listOutbox)
    expect(link).toMatch(/^https:\/\/learning\.example\.org\/invitations\/[\w-]{43}$/)
    expect(outbox.rows[0]).toMatchObject({
      recipient: 'rae.rivers@northside.example',
      subject: 'Your account with Northside Public Schools',
      state: 'waiting',
      link,
    })
    const trail = await store.read
      .select({ type: events.type, actorId: events.actorId })
      .from(events)
      .where(and(eq(events.subjectId, member.id), eq(events.type, 'member.invited')))
    expect(trail).toEqual([{ type: 'member.invited', actorId: northside.rosa.id }])
  })

  test('keeps only a hash of the link where it is looked up', async () => {
    const store = await openTestStore()

    const { secret } = await invited(store)

    expect(JSON.stringify(await store.read.select().from(tokens))).not.toContain(secret)
  })

  test('is for administrators', async () => {
    const store = await openTestStore()
    const { member } = await newcomer(store)

    for (const person of [northside.ana, northside.mara, northside.ming, northside.ida]) {
      const somebody = await asMember(store, person)
      await expect(somebody.write(inviteMember, member.id, ORIGIN)).rejects.toThrow(Forbidden)
    }
  })

  test('does not reach into another district', async () => {
    const store = await openTestStore()
    const { member } = await newcomer(store)
    const stranger = await asMember(store, southside.rosa)

    await expect(stranger.write(inviteMember, member.id, ORIGIN)).rejects.toThrow(NotFound)
  })

  test('needs an address, and somebody who has not joined', async () => {
    const store = await openTestStore()
    const { rosa, member } = await newcomer(store, null)

    await expect(rosa.write(inviteMember, member.id, ORIGIN)).rejects.toThrow(/email address first/)
    await expect(rosa.write(inviteMember, northside.ana.id, ORIGIN)).rejects.toThrow(/has joined/)
  })

  test('again makes the first link and its letter worthless', async () => {
    const store = await openTestStore()
    const { rosa, member, secret } = await invited(store)

    const second = await rosa.write(inviteMember, member.id, ORIGIN)

    await expect(getInvitation(store.read, secret, WORLD_NOW)).rejects.toThrow(NotFound)
    await expect(getInvitation(store.read, secretOf(second), WORLD_NOW)).resolves.toBeTruthy()
    const letters = await store.read
      .select({ text: outgoingMail.text })
      .from(outgoingMail)
      .where(eq(outgoingMail.recipient, 'rae.rivers@northside.example'))
    expect(letters.map(({ text }) => text.includes(second))).toEqual([true])
  })
})

describe('accepting an invitation', () => {
  test('opens an account with the address it was sent to', async () => {
    const store = await openTestStore()
    const { member, secret } = await invited(store)

    const email = await acceptInvitation(store, secret, PASSWORD, later(1))

    expect(email).toBe('rae.rivers@northside.example')
    const { userId } = await signIn(store, {
      email,
      password: PASSWORD,
      address: '192.0.2.1',
      device: null,
      isDemo: false,
      now: later(1),
    })
    expect((await memberNow(store, member.id)).userId).toBe(userId)
  })

  test('works once', async () => {
    const store = await openTestStore()
    const { secret } = await invited(store)
    await acceptInvitation(store, secret, PASSWORD, WORLD_NOW)

    await expect(acceptInvitation(store, secret, PASSWORD, WORLD_NOW)).rejects.toThrow(NotFound)
  })

  test('works once, also when it is sent twice at the same moment', async () => {
    const store = await openTestStore()
    const { secret } = await invited(store)

    const twice = await Promise.allSettled([
      acceptInvitation(store, secret, PASSWORD, WORLD_NOW),
      acceptInvitation(store, secret, PASSWORD, WORLD_NOW),
    ])

    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('is not used up by looking at it, nor by a password that will not do', async () => {
    const store = await openTestStore()
    const { secret } = await invited(store)
    await getInvitation(store.read, secret, WORLD_NOW)

    const short = acceptInvitation(store, secret, 'too short', WORLD_NOW)
    const leaning = acceptInvitation(store, secret, 'Rae Rivers Northside', WORLD_NOW)

    await expect(short).toHaveFieldError('password', /at least 15/)
    await expect(leaning).toHaveFieldError('password', /tried first/)
    await expect(acceptInvitation(store, secret, PASSWORD, WORLD_NOW)).resolves.toBeTruthy()
  })

  test('ends after seven days', async () => {
    const store = await openTestStore()
    const { secret } = await invited(store)

    await expect(getInvitation(store.read, secret, later(7 * 24 - 1))).resolves.toBeTruthy()
    await expect(acceptInvitation(store, secret, PASSWORD, later(7 * 24 + 1))).rejects.toThrow(
      NotFound,
    )
  })

  test('is refused to secrets of another kind', async () => {
    const store = await openTestStore()
    const { secret } = await invited(store)
    await store.write(async (tx) => {
      await tx.update(tokens).set({ kind: 'reset' })
    })

    await expect(acceptInvitation(store, secret, PASSWORD, WORLD_NOW)).rejects.toThrow(NotFound)
  })
})

describe('somebody who has an account already', () => {
  test('joins with it, and keeps the password', async () => {
    const store = await openTestStore()
    const { member, secret } = await invited(store, southside.ana.email)
    const [before] = await store.read.select().from(users).where(eq(users.id, southside.ana.userId))

    const invitation = await getInvitation(store.read, secret, WORLD_NOW)
    const district = await joinWithAccount(store, secret, southside.ana.userId, WORLD_NOW)

    const [after] = await store.read.select().from(users).where(eq(users.id, southside.ana.userId))
    expect(invitation.accountId).toBe(southside.ana.userId)
    expect(district.slug).toBe('northside')
    expect((await memberNow(store, member.id)).userId).toBe(southside.ana.userId)
    expect(after).toEqual(before)
  })

  test('cannot be given a new password by an invitation', async () => {
    const store = await openTestStore()
    const { secret } = await invited(store, southside.ana.email)

    await expect(acceptInvitation(store, secret, PASSWORD, WORLD_NOW)).rejects.toThrow(Conflict)
  })

  test('is the only one who can join with an invitation to their address', async () => {
    const store = await openTestStore()
    const { member, secret } = await invited(store, southside.ana.email)

    const stolen = joinWithAccount(store, secret, southside.ben.userId, WORLD_NOW)

    await expect(stolen).rejects.toThrow(Conflict)
    expect((await memberNow(store, member.id)).userId).toBeNull()
  })

  test('may join where the invitation went to an address of no account, which stays free', async () => {
    const store = await openTestStore()
    const { member, secret } = await invited(store)

    await joinWithAccount(store, secret, southside.ana.userId, WORLD_NOW)

    const emails = await store.read
      .select({ email: userEmails.email })
      .from(userEmails)
      .where(eq(userEmails.userId, southside.ana.userId))
    expect((await memberNow(store, member.id)).userId).toBe(southside.ana.userId)
    expect(emails).toEqual([{ email: southside.ana.email }])
  })

  test('is in a district once', async () => {
    const store = await openTestStore()
    const { secret } = await invited(store)

    const twice = joinWithAccount(store, secret, northside.ana.userId, WORLD_NOW)

    await expect(twice).rejects.toThrow(/already/)
  })
})

test('an invitation cannot smuggle a line into the letter', async () => {
  const store = await openTestStore()
  const { rosa, member } = await newcomer(store, 'rae@northside.example\r\nBcc: all@example.org')

  await expect(rosa.write(inviteMember, member.id, ORIGIN)).rejects.toThrow(Invalid)
})
