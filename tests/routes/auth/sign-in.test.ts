import { describe, expect, test } from 'vitest'
import { inTurn } from '~/domain/people/password-hash.server'
import * as signIn from '~/routes/auth/sign-in'
import * as signOut from '~/routes/auth/sign-out'
import * as start from '~/routes/start'
import { openTestStore } from '../../support/database'
import { DEMO_PASSWORD, world } from '../../support/world'
import { openBrowser } from './browser'

const { ana, rosa } = world.northside
const RIGHT = { email: ana.email, password: DEMO_PASSWORD }
const PRODUCTION = { environment: { mode: 'production' as const } }

describe('the sign-in page', () => {
  test('signs in and goes where one was going', async () => {
    const browser = openBrowser(await openTestStore())

    const page = await browser.visit(signIn, '/sign-in?to=%2Fd%2Fnorthside%2Fgoals')
    const answer = await browser.send(signIn, '/sign-in', { ...RIGHT, to: page.body.to })

    expect(answer).toRedirectTo('/d/northside/goals')
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
      expect.stringMatching(
        /^device=[\w-]+\.[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/,
      ),
    ])
    expect(await browser.visit(signIn, '/sign-in')).toRedirectTo('/')
    expect(await browser.visit(start, '/')).toRedirectTo('/d/northside')
  })

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never leads to %s',
    async (to) => {
      const browser = openBrowser(await openTestStore())

      const page = await browser.visit(signIn, `/sign-in?to=${encodeURIComponent(to)}`)
      const answer = await browser.send(signIn, '/sign-in', { ...RIGHT, to })

      expect(page.body.to).toBe('/')
      expect(answer).toRedirectTo('/')
    },
  )

  test('gives a wrong attempt back with the address and without the password', async () => {
    const browser = openBrowser(await openTestStore())

    const answer = await browser.send(signIn, '/sign-in', { ...RIGHT, password: 'not this one' })

    expect(answer.status).toBe(422)
    expect(answer.error).toEqual({ '': [expect.stringMatching(/do not belong together/)] })
    expect(answer.body.initialValue).toEqual({ email: ana.email })
    expect(JSON.stringify(answer.body)).not.toContain('not this one')
    expect(browser.cookies.size).toBe(0)
  })

  test('names the fields that are missing', async () => {
    const browser = openBrowser(await openTestStore())

    const answer = await browser.send(signIn, '/sign-in', { email: 'ana' })

    expect(Object.keys(answer.error!)).toEqual(['email', 'password'])
  })

  test('answers 429 after too many attempts, and when to try again', async () => {
    const browser = openBrowser(await openTestStore())
    const wrong = { ...RIGHT, password: 'not this one' }
    for (let time = 0; time < 10; time++) await browser.send(signIn, '/sign-in', wrong)

    const answer = await browser.send(signIn, '/sign-in', RIGHT)

    expect(answer.status).toBe(429)
    expect(answer.headers.get('Retry-After')).toBe('300')
    expect(answer.error).toEqual({ '': [expect.stringMatching(/wait five minutes/)] })
    expect(answer.body.initialValue).toEqual({ email: ana.email })
  })

  test('lets the owner in by a browser that is known, whatever strangers try', async () => {
    const store = await openTestStore()
    const owner = openBrowser(store)
    await owner.send(signIn, '/sign-in', RIGHT)
    await owner.send(signOut, '/sign-out', {})
    const stranger = openBrowser(store)
    const wrong = { ...RIGHT, password: 'not this one' }
    for (let time = 0; time < 10; time++) await stranger.send(signIn, '/sign-in', wrong)

    expect((await stranger.send(signIn, '/sign-in', RIGHT)).status).toBe(429)
    expect(await owner.send(signIn, '/sign-in', RIGHT)).toRedirectTo('/')
  })

  test('does not take the mark of another person or one that was made up', async () => {
    const store = await openTestStore()
    const other = openBrowser(store)
    await other.send(signIn, '/sign-in', { ...RIGHT, email: rosa.email })
    const forger = openBrowser(store)
    forger.cookies.set('device', 'AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA')
    const wrong = { ...RIGHT, password: 'not this one' }
    for (let time = 0; time < 10; time++) await forger.send(signIn, '/sign-in', wrong)

    expect((await forger.send(signIn, '/sign-in', RIGHT)).status).toBe(429)
    await other.send(signOut, '/sign-out', {})
    expect((await other.send(signIn, '/sign-in', RIGHT)).status).toBe(429)
  })

  test('answers 503 when too many sign in at once', async () => {
    const browser = openBrowser(await openTestStore())
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const others = Array.from({ length: 44 }, () => inTurn(() => gate))

    const answer = await browser.send(signIn, '/sign-in', RIGHT)
    release()
    await Promise.all(others)

    expect(answer.status).toBe(503)
    expect(answer.headers.get('Retry-After')).toBe('5')
    expect(await browser.send(signIn, '/sign-in', RIGHT)).toRedirectTo('/')
  })

  test('shows whom to be in a demonstration, and fills the form', async () => {
    const browser = openBrowser(await openTestStore())

    const page = await browser.visit(signIn, '/sign-in?as=mara')

    expect(page.body.demo.password).toBe(DEMO_PASSWORD)
    expect(page.body.demo.accounts.map(({ key }: { key: string }) => key)).toEqual([
      'ana',
      'mara',
      'ming',
      'rosa',
      'stella',
    ])
    expect(page.body.filled).toEqual({
      email: world.northside.mara.email,
      password: DEMO_PASSWORD,
    })
  })

  test('knows no demonstration in production, not even its password', async () => {
    const browser = openBrowser(await openTestStore())

    const page = await browser.visit(signIn, '/sign-in?as=mara', PRODUCTION)
    const answer = await browser.send(signIn, '/sign-in', RIGHT, PRODUCTION)

    expect(page.body).toMatchObject({ demo: null, filled: null })
    expect(answer.status).toBe(422)
    expect(answer.error).toEqual({ '': [expect.stringMatching(/not a demonstration/)] })
  })
})

describe('signing out', () => {
  test('ends the session, empties the browser, and says so', async () => {
    const browser = openBrowser(await openTestStore())
    await browser.send(signIn, '/sign-in', RIGHT)
    const session = browser.cookies.get('session')!

    const answer = await browser.send(signOut, '/sign-out', {})

    expect(answer).toRedirectTo('/sign-in')
    expect(answer.headers.get('Clear-Site-Data')).toBe('"cache", "storage"')
    expect(browser.cookies.has('session')).toBe(false)
    expect((await browser.visit(signIn, '/sign-in')).body.notice.text).toBe('You are signed out.')
    browser.cookies.set('session', session)
    expect(await browser.visit(start, '/')).toRedirectTo('/sign-in')
  })

  test('does not happen by looking at its address', async () => {
    const browser = openBrowser(await openTestStore())
    await browser.send(signIn, '/sign-in', RIGHT)

    expect(await browser.visit(signOut, '/sign-out')).toRedirectTo('/')
    expect(await browser.visit(start, '/')).toRedirectTo('/d/northside')
  })

  test('works for somebody who is signed out already', async () => {
    const browser = openBrowser(await openTestStore())

    expect(await browser.send(signOut, '/sign-out', {})).toRedirectTo('/sign-in')
  })
})
