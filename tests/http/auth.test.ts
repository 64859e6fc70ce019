import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { describe, expect, test } from 'vitest'
import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { affiliations, sessions, users } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import {
  endAllSessions,
  endOneSession,
  endSession,
  findUser,
  listSessions,
  requireAnonymous,
  requireUser,
  startSession,
} from '~/http/auth.server'
import { openTestStore, type TestStore } from '../support/database'
import { contextOf, send, visit } from '../support/requests'
import { type Person, world, WORLD_NOW, WORLD_TODAY } from '../support/world'

const { ana, ben, rosa, ming } = world.northside
const page = {
  loader: async (args: LoaderFunctionArgs) => ({ user: await requireUser(args) }),
  action: async (args: ActionFunctionArgs) => ({ user: await requireUser(args) }),
}

const after = (minutes: number) => new Date(WORLD_NOW.getTime() + minutes * 60_000)
const HOUR = 60
const DAY = 24 * HOUR

/** Lucia's own clock adds what a test takes. */
const hour = (at: Date) => Math.round((at.getTime() - WORLD_NOW.getTime()) / (HOUR * 60_000))

const CHROME = 'Mozilla/5.0 (Windows NT 10.0) Chrome/141.0.0.0 Safari/537.36'

async function start(store: TestStore, person: Person, userAgent = CHROME, cookie = '') {
  const { context } = contextOf(store)
  const request = new Request('http://localhost:3000/sign-in', {
    headers: { 'User-Agent': userAgent, Cookie: cookie },
  })
  const header = await startSession(context, person.userId, request)
  return { header, cookie: header.split(';')[0]! }
}

const come = (store: TestStore, cookie: string, minutes = 0, url = '/account') =>
  visit(page, {
    store,
    as: null,
    url,
    headers: { Cookie: cookie },
    context: { now: after(minutes) },
  })

const rows = (store: TestStore) => store.read.select().from(sessions)

describe('a session', () => {
  test('lets its person in, and nobody without it', async () => {
    const store = await openTestStore()
    const { cookie } = await start(store, ana)

    const inside = await come(store, cookie)
    const outside = await come(store, '')
    const forged = await come(store, 'session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')

    expect(inside.body.user).toMatchObject({ id: ana.userId, email: ana.email, privileged: false })
    expect(outside).toRedirectTo('/sign-in?to=%2Faccount')
    expect(forged).toRedirectTo('/sign-in?to=%2Faccount')
  })

  test('is kept as a hash that is worth nothing as a cookie', async () => {
    const store = await openTestStore()
    const { cookie } = await start(store, ana)
    const [row] = await rows(store)

    const stolen = await come(store, `session=${row!.id}`)

    expect(row!.id).toMatch(/^[0-9a-f]{64}$/)
    expect(cookie).toMatch(/^session=[\w-]{43}$/)
    expect(cookie).not.toContain(row!.id)
    expect(stolen).toRedirectTo('/sign-in?to=%2Faccount')
  })

  test('sets a cookie for this host alone, out of reach of scripts, until the browser is closed', async () => {
    const store = await openTestStore()
    const { header } = await start(store, ana)
    const { context } = contextOf(store)
    const environment = { ...context.environment, origin: 'https://learning.example.org' }
    const secure = { ...context, environment }

    const overHttps = await startSession(secure, ana.userId, new Request('https://x.example/'))

    expect(header).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(overHttps).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  })

  test('takes the place of the one the browser had', async () => {
    const store = await openTestStore()
    const first = await start(store, ana)

    const second = await start(store, ana, CHROME, first.cookie)

    expect(second.cookie).not.toBe(first.cookie)
    expect(await come(store, first.cookie)).toRedirectTo(/^\/sign-in/)
    expect((await come(store, second.cookie)).status).toBe(200)
  })

  test('ends after eight hours without use', async () => {
    const store = await openTestStore()
    const { cookie } = await start(store, ana)

    expect((await come(store, cookie, 8 * HOUR - 1)).status).toBe(200)
    expect((await come(store, cookie, 15 * HOUR)).status).toBe(200)
    expect(await come(store, cookie, 24 * HOUR)).toRedirectTo(/^\/sign-in/)
  })

  test('ends after seven days, however much it is used', async () => {
    const store = await openTestStore()
    const { cookie } = await start(store, ana)
    for (let hours = 5; hours < 7 * 24; hours += 5) {
      expect((await come(store, cookie, hours * HOUR)).status).toBe(200)
    }

    expect(await come(store, cookie, 7 * DAY + 1)).toRedirectTo(/^\/sign-in/)
  })

  test.each([rosa, ming])('of $name ends after an hour without use', async (person) => {
    const store = await openTestStore()
    const { cookie } = await start(store, person)

    expect((await come(store, cookie, 59)).body.user.privileged).toBe(true)
    expect((await come(store, cookie, 59 + 59)).status).toBe(200)
    expect(await come(store, cookie, 59 + 59 + 61)).toRedirectTo(/^\/sign-in/)
  })

  test('of somebody who runs a district ends after twelve hours', async () => {
    const store = await openTestStore()
    const { cookie } = await start(store, rosa)
    for (let minutes = 40; minutes < 12 * HOUR; minutes += 40) {
      expect((await come(store, cookie, minutes)).status).toBe(200)
    }

    expect(await come(store, cookie, 12 * HOUR + 1)).toRedirectTo(/^\/sign-in/)
  })

  test('becomes as short as that when its person is given a district to run', async () => {
    const store = await openTestStore()
    const { cookie } = await start(store, ana)
    await store.write((tx) =>
      forDistrict(tx, world.northside.id).insert(affiliations).values({
        id: newId(),
        memberId: ana.id,
        organizationId: world.northside.organization,
        role: 'coordinator',
        startedOn: WORLD_TODAY,
        source: 'person',
      }),
    )

    expect((await come(store, cookie, 10)).body.user.privileged).toBe(true)
    expect(await come(store, cookie, 10 + 61)).toRedirectTo(/^\/sign-in/)
  })

  test('is read-only for the database while it is young', async () => {
    const store = await openTestStore()
    const { cookie } = await start(store, ana)
    const before = await rows(store)
    const reading: TestStore = { ...store, write: () => Promise.reject(new Error('wrote')) }

    expect((await come(reading, cookie, 3 * HOUR)).status).toBe(200)
    expect(await rows(store)).toEqual(before)
  })

  test('lets nobody in whose account is closed', async () => {
    const store = await openTestStore()
    const { cookie } = await start(store, ana)
    await store.write(async (tx) => {
      await tx.update(users).set({ disabledAt: WORLD_NOW }).where(eq(users.id, ana.userId))
    })

    expect(await come(store, cookie)).toRedirectTo(/^\/sign-in/)
  })

  test('comes through beside cookies of others, however broken', async () => {
    const store = await openTestStore()
    const { cookie } = await start(store, ana)

    const among = await come(store, `a=%; =; b; ${cookie}; c=%E0%A4%A`)

    expect(among.status).toBe(200)
  })
})

describe('ending', () => {
  test('the session of this browser leaves the others', async () => {
    const store = await openTestStore()
    const here = await start(store, ana)
    const there = await start(store, ana)
    const { context } = contextOf(store)

    const header = await endSession(
      context,
      new Request('http://localhost:3000/', { headers: { Cookie: here.cookie } }),
    )

    expect(header).toBe('session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
    expect(await come(store, here.cookie)).toRedirectTo(/^\/sign-in/)
    expect((await come(store, there.cookie)).status).toBe(200)
  })

  test('all sessions leaves those of others, and one that is named', async () => {
    const store = await openTestStore()
    const here = await start(store, ana)
    const there = await start(store, ana)
    const other = await start(store, ben)
    const { context } = contextOf(store)
    const { sessionId } = (await come(store, here.cookie)).body.user

    await endAllSessions(context, ana.userId, sessionId)
    expect((await come(store, here.cookie)).status).toBe(200)
    expect(await come(store, there.cookie)).toRedirectTo(/^\/sign-in/)

    await endAllSessions(context, ana.userId)
    expect(await come(store, here.cookie)).toRedirectTo(/^\/sign-in/)
    expect((await come(store, other.cookie)).status).toBe(200)
  })

  test('one session works for its own person only', async () => {
    const store = await openTestStore()
    const { cookie } = await start(store, ana)
    const { context } = contextOf(store)
    const [row] = await rows(store)

    await endOneSession(context, ben.userId, row!.id)
    expect((await come(store, cookie)).status).toBe(200)

    await endOneSession(context, ana.userId, row!.id)
    expect(await come(store, cookie)).toRedirectTo(/^\/sign-in/)
  })
})

describe('the list of sessions', () => {
  test('shows where a person is signed in, this browser first', async () => {
    const store = await openTestStore()
    await start(store, ana, 'Mozilla/5.0 (iPhone; Mac OS X) Version/18.1 Safari/604.1')
    const { cookie } = await start(store, ana)
    await start(store, ben)
    const { user } = (await come(store, cookie, 5 * HOUR)).body
    const { context } = contextOf(store, { now: after(6 * HOUR) })

    const list = await listSessions(context, user)

    expect(
      list.map((session) => ({ ...session, lastUsedAt: hour(session.lastUsedAt) })),
    ).toMatchObject([
      { device: 'Chrome on Windows', isThisOne: true, lastUsedAt: 5 },
      { device: 'Safari on iPhone', isThisOne: false, lastUsedAt: 0 },
    ])
    expect(
      await listSessions(contextOf(store, { now: after(9 * HOUR) }).context, user),
    ).toHaveLength(1)
  })
})

describe('the way to the sign-in page', () => {
  test('leads back to the page, its data or its form, and never elsewhere', async () => {
    const store = await openTestStore()

    expect(await come(store, '', 0, '/d/northside/activities?page=2')).toRedirectTo(
      '/sign-in?to=%2Fd%2Fnorthside%2Factivities%3Fpage%3D2',
    )
    expect(await come(store, '', 0, '/')).toRedirectTo('/sign-in')
    const sent = await send(page, {
      store,
      as: null,
      url: '/d/northside/activities/01/draft.data',
      headers: { Referer: 'http://localhost:3000/d/northside/activities/new' },
    })
    expect(sent).toRedirectTo('/sign-in?to=%2Fd%2Fnorthside%2Factivities%2Fnew')
  })

  test('is for strangers', async () => {
    const store = await openTestStore()
    const { cookie } = await start(store, ana)
    const anonymous = {
      loader: async (args: LoaderFunctionArgs) => {
        await requireAnonymous(args)
        return { user: await findUser(args) }
      },
    }
    const go = (headers: Record<string, string>, to: string) =>
      visit(anonymous, { store, as: null, url: `/sign-in?to=${to}`, headers })

    expect((await go({}, '%2Faccount')).body).toEqual({ user: null })
    expect(await go({ Cookie: cookie }, '%2Faccount')).toRedirectTo('/account')
    expect(await go({ Cookie: cookie }, '%2F%2Fevil.example')).toRedirectTo('/')
  })
})
