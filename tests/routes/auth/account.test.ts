import { describe, expect, test } from 'vitest'
import * as account from '~/routes/auth/account'
import * as password from '~/routes/auth/password'
import * as sessions from '~/routes/auth/sessions'
import * as signIn from '~/routes/auth/sign-in'
import { openTestStore, type TestStore } from '../../support/database'
import { DEMO_PASSWORD, world } from '../../support/world'
import { openBrowser } from './browser'

const { ana, ben } = world.northside
const PASSWORD = 'seven boats under a red lamp'

async function signedInBrowser(store: TestStore, email = ana.email) {
  const browser = openBrowser(store)
  await browser.send(signIn, '/sign-in', { email, password: DEMO_PASSWORD })
  return browser
}

describe('the account page', () => {
  test('shows the addresses, districts and browsers of a person', async () => {
    const store = await openTestStore()
    await signedInBrowser(store, ben.email)
    await signedInBrowser(store)
    const browser = await signedInBrowser(store)

    const { body } = await browser.visit(account, '/account')

    expect(body.emails).toEqual([ana.email])
    expect(body.districts).toEqual([{ slug: 'northside', name: world.northside.name }])
    expect(body.sessions).toMatchObject([
      { device: 'Firefox on Windows', isThisOne: true },
      { device: 'Firefox on Windows', isThisOne: false },
    ])
  })

  test('is for those who are signed in', async () => {
    const browser = openBrowser(await openTestStore())

    expect(await browser.visit(account, '/account')).toRedirectTo('/sign-in?to=%2Faccount')
    expect(await browser.send(password, '/account/password', {})).toRedirectTo(/^\/sign-in/)
    expect(await browser.send(sessions, '/account/sessions', {})).toRedirectTo(/^\/sign-in/)
  })
})

describe('changing the password', () => {
  test('signs out every other browser and gives this one a new secret', async () => {
    const store = await openTestStore()
    const other = await signedInBrowser(store)
    const browser = await signedInBrowser(store)
    const before = browser.cookies.get('session')

    const form = { currentPassword: DEMO_PASSWORD, newPassword: PASSWORD }
    const answer = await browser.send(password, '/account/password', form)

    expect(answer).toRedirectTo('/account')
    expect(browser.cookies.get('session')).not.toBe(before)
    const page = await browser.visit(account, '/account')
    expect(page.body.notice.text).toMatch(/is changed/)
    expect(page.body.sessions).toHaveLength(1)
    expect(await other.visit(account, '/account')).toRedirectTo(/^\/sign-in/)
  })

  test('says on the page with the form what is wrong, once, and nothing of what was typed', async () => {
    const browser = await signedInBrowser(await openTestStore())

    const form = { currentPassword: 'wrong, quite wrong', newPassword: PASSWORD }
    const answer = await browser.send(password, '/account/password', form)
    const page = await browser.visit(account, '/account')
    const again = await browser.visit(account, '/account')

    expect(answer).toRedirectTo('/account')
    expect(page.body.reply.error.currentPassword).toEqual([
      expect.stringMatching(/not your password/),
    ])
    expect(JSON.stringify(page.body)).not.toContain('quite wrong')
    expect(again.body.reply).toBeNull()
  })

  test('names a new password that will not do, and one that is missing', async () => {
    const browser = await signedInBrowser(await openTestStore())

    await browser.send(password, '/account/password', {
      currentPassword: DEMO_PASSWORD,
      newPassword: 'short',
    })
    const short = await browser.visit(account, '/account')
    await browser.send(password, '/account/password', {})
    const empty = await browser.visit(account, '/account')

    expect(Object.keys(short.body.reply.error)).toEqual(['newPassword'])
    expect(Object.keys(empty.body.reply.error)).toEqual(['currentPassword', 'newPassword'])
  })
})

describe('ending sessions', () => {
  test('signs out one other browser', async () => {
    const store = await openTestStore()
    const other = await signedInBrowser(store)
    const browser = await signedInBrowser(store)
    const { body } = await browser.visit(account, '/account')
    const { id } = body.sessions.find(({ isThisOne }: { isThisOne: boolean }) => !isThisOne)

    expect(await browser.send(sessions, '/account/sessions', { session: id })).toRedirectTo(
      '/account',
    )
    expect(await other.visit(account, '/account')).toRedirectTo(/^\/sign-in/)
    expect((await browser.visit(account, '/account')).status).toBe(200)
  })

  test('signs out everywhere, this browser too', async () => {
    const store = await openTestStore()
    const other = await signedInBrowser(store)
    const browser = await signedInBrowser(store)

    expect(await browser.send(sessions, '/account/sessions', {})).toRedirectTo('/sign-in')
    expect(browser.cookies.has('session')).toBe(false)
    expect(await other.visit(account, '/account')).toRedirectTo(/^\/sign-in/)
  })

  test('does nothing with a form that is not ours', async () => {
    const browser = await signedInBrowser(await openTestStore())

    const answer = await browser.send(sessions, '/account/sessions', { session: ['a', 'b'] })

    expect(answer).toRedirectTo('/account')
    expect((await browser.visit(account, '/account')).status).toBe(200)
  })

  test('cannot end the session of somebody else', async () => {
    const store = await openTestStore()
    const victim = await signedInBrowser(store, ben.email)
    const { body } = await victim.visit(account, '/account')
    const browser = await signedInBrowser(store)

    await browser.send(sessions, '/account/sessions', { session: body.sessions[0].id })

    expect((await victim.visit(account, '/account')).status).toBe(200)
  })
})
