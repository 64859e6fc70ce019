import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { describe, expect, test } from 'vitest'
import { keptForms } from '#db/schema'
import { requireUser } from '~/http/auth.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { openTestStore, type TestStore } from '../support/database'
import { type Answer, type Form, send, signedIn, visit } from '../support/requests'
import { type Person, world, WORLD_NOW } from '../support/world'

const { ana, ben } = world.northside
const page = {
  loader: async (args: LoaderFunctionArgs) => {
    await requireUser(args)
    return { kept: await takeKeptForm(args) }
  },
  action: async (args: ActionFunctionArgs) => ({ user: await requireUser(args) }),
}
const URL_OF_FORM = '/d/northside/activities/new'
const MINUTE = 60_000
const morning = new Date(WORLD_NOW.getTime() + 16 * 60 * MINUTE)

/** Sends a form with a session that has run out. */
async function sendLate(
  store: TestStore,
  form: Form | FormData,
  given: { url?: string; headers?: Record<string, string>; now?: Date } = {},
) {
  const { Cookie } = await signedIn(store, ana)
  const { url = URL_OF_FORM, headers, now = morning } = given
  const cookies = [Cookie, headers?.Cookie].filter(Boolean).join('; ')
  return send(page, {
    store,
    as: null,
    url,
    form,
    headers: { ...headers, Cookie: cookies },
    context: { now },
  })
}

const keptCookie = (answer: Answer) => answer.headers.get('Set-Cookie')?.split(';')[0]

/** Opens a page after signing in again. */
async function comeBack(
  store: TestStore,
  cookie: string | undefined,
  {
    person = ana,
    url = URL_OF_FORM,
    now = morning,
  }: { person?: Person; url?: string; now?: Date } = {},
) {
  const { Cookie } = await signedIn(store, person, now)
  const answer = await visit(page, {
    store,
    as: null,
    url,
    headers: { Cookie: [Cookie, cookie].filter(Boolean).join('; ') },
    context: { now },
  })
  return answer.body.kept
}

describe('a form sent after the session has run out', () => {
  test('comes back filled in after signing in, once', async () => {
    const store = await openTestStore()

    const refused = await sendLate(store, { title: 'Captions & “quotes”', hours: '1:30' })
    const kept = await comeBack(store, keptCookie(refused))

    expect(refused).toRedirectTo('/sign-in?to=%2Fd%2Fnorthside%2Factivities%2Fnew')
    expect(refused.headers.get('Set-Cookie')).toMatch(
      /^kept=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=3600$/,
    )
    expect(kept).toEqual({ values: { title: 'Captions & “quotes”', hours: '1:30' } })
    expect(await comeBack(store, keptCookie(refused))).toBeNull()
  })

  test('keeps lists and parts of fields as a refused form does', async () => {
    const store = await openTestStore()

    const refused = await sendLate(store, { competency: ['a', 'b'], 'steps[0].title': 'One' })
    const kept = await comeBack(store, keptCookie(refused))

    expect(kept).toEqual({ values: { competency: ['a', 'b'], steps: [{ title: 'One' }] } })
  })

  test('keeps the fields of a form that brings files, without the files', async () => {
    const store = await openTestStore()
    const form = new FormData()
    form.append('title', 'Webinar')
    form.append('files', new File(['secret bytes'.repeat(10_000)], 'photo.png'))

    const refused = await sendLate(store, form)
    const kept = await comeBack(store, keptCookie(refused))

    expect(kept).toEqual({ values: { title: 'Webinar' } })
  })

  test('never keeps a password', async () => {
    const store = await openTestStore()

    const refused = await sendLate(store, { currentPassword: 'one', newPassword: 'two', note: 'x' })
    const nothing = await sendLate(store, { currentPassword: 'one', newPassword: 'two' })

    const [row] = await store.read.select().from(keptForms)
    expect(row!.body).toBe('note=x')
    expect(keptCookie(refused)).toBeTruthy()
    expect(keptCookie(nothing)).toBeUndefined()
  })

  test('belongs to the page it stood on, whatever the route it was sent to', async () => {
    const store = await openTestStore()
    const referer = `http://localhost:3000${URL_OF_FORM}?id=01`

    const refused = await sendLate(
      store,
      { title: 'Half typed' },
      { url: '/d/northside/activities/01/draft.data', headers: { Referer: referer } },
    )

    expect(refused).toRedirectTo(`/sign-in?to=${encodeURIComponent(`${URL_OF_FORM}?id=01`)}`)
    expect(await comeBack(store, keptCookie(refused), { url: '/d/northside/goals/new' })).toBeNull()
    const kept = await comeBack(store, keptCookie(refused), {
      url: `${URL_OF_FORM}.data?id=01&_routes=x`,
    })
    expect(kept).toEqual({ values: { title: 'Half typed' } })
  })

  test('is given to nobody else, and to no other browser', async () => {
    const store = await openTestStore()
    const refused = await sendLate(store, { title: 'Mine' })

    expect(await comeBack(store, keptCookie(refused), { person: ben })).toBeNull()
    expect(await comeBack(store, undefined)).toBeNull()
    expect(await comeBack(store, 'kept=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).toBeNull()
    expect(await comeBack(store, keptCookie(refused))).toBeTruthy()
  })

  test('waits for an hour', async () => {
    const store = await openTestStore()
    const refused = await sendLate(store, { title: 'Old' })

    const late = await comeBack(store, keptCookie(refused), {
      now: new Date(morning.getTime() + 61 * MINUTE),
    })

    expect(late).toBeNull()
  })

  test('does not push out the form of another tab', async () => {
    const store = await openTestStore()
    const goal = '/d/northside/goals/new'

    const first = await sendLate(store, { title: 'Activity' })
    const second = await sendLate(
      store,
      { title: 'Goal' },
      { url: goal, headers: { Cookie: keptCookie(first)! } },
    )

    expect(await comeBack(store, keptCookie(second))).toEqual({ values: { title: 'Activity' } })
    expect(await comeBack(store, keptCookie(second), { url: goal })).toEqual({
      values: { title: 'Goal' },
    })
  })

  test('is not kept when it is larger than any form of ours', async () => {
    const store = await openTestStore()

    const refused = await sendLate(store, { title: 'x'.repeat(65 * 1024) })

    expect(refused).toRedirectTo(/^\/sign-in/)
    expect(await store.read.select().from(keptForms)).toEqual([])
  })

  test('is not kept without a session, with a forged one, or with one of long ago', async () => {
    const store = await openTestStore()
    const long = new Date(WORLD_NOW.getTime() + 8 * 24 * 60 * MINUTE)

    await send(page, { store, as: null, url: URL_OF_FORM, form: { title: 'Nobody' } })
    await send(page, {
      store,
      as: null,
      url: URL_OF_FORM,
      form: { title: 'Forged' },
      headers: { Cookie: 'session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
    })
    await sendLate(store, { title: 'Long ago' }, { now: long })

    expect(await store.read.select().from(keptForms)).toEqual([])
  })

  test('leaves ten of a person at most', async () => {
    const store = await openTestStore()
    for (let number = 0; number < 13; number++) {
      await sendLate(store, { title: String(number) }, { url: `/d/northside/goals/${number}/edit` })
    }

    expect(await store.read.select().from(keptForms)).toHaveLength(10)
  })
})

test('a page without a kept form asks the database nothing', async () => {
  const store = await openTestStore()
  const headers = await signedIn(store, ana)
  const blind = { ...store, read: undefined as never }
  const taking = {
    loader: async (args: LoaderFunctionArgs) => ({ kept: await takeKeptForm(args) }),
  }

  const answer = await visit(taking, { store: blind, as: null, url: URL_OF_FORM, headers })

  expect(answer.body).toEqual({ kept: null })
})
