import { describe, expect, test } from 'vitest'
import { inviteMember } from '~/domain/people/invitations.server'
import { createSetupLink } from '~/domain/people/setup.server'
import * as forgotten from '~/routes/auth/forgotten-password'
import * as invitation from '~/routes/auth/invitation'
import * as reset from '~/routes/auth/reset'
import * as setup from '~/routes/auth/setup'
import * as signIn from '~/routes/auth/sign-in'
import * as start from '~/routes/start'
import { emptyStore, openTestStore, type TestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { DEMO_PASSWORD, world, WORLD_NOW } from '../../support/world'
import { openBrowser } from './browser'

const ORIGIN = 'http://localhost:3000'
const PASSWORD = 'seven boats under a red lamp'
const { northside, southside } = world
const { ana } = northside

const at = (link: string) => {
  const path = link.replace(ORIGIN, '')
  return { path, going: { params: { token: path.split('/').at(-1)! } } }
}

const enter = (
  browser: ReturnType<typeof openBrowser>,
  email: string,
  password: string,
  to?: string,
) => browser.send(signIn, '/sign-in', { email, password, to })

describe('a forgotten password', () => {
  test('is replaced by way of a link, and signing in is up to the person', async () => {
    const store = await openTestStore()
    const browser = openBrowser(store)
    await enter(browser, ana.email, DEMO_PASSWORD)

    const asked = await browser.send(forgotten, '/forgotten-password', { email: ana.email })
    const { path, going } = at(asked.body.link)
    const page = await browser.visit(reset, path, going)
    const changed = await browser.send(reset, path, { password: PASSWORD }, going)

    expect(asked.body.sentTo).toBe(ana.email)
    expect(page.body).toEqual({ email: ana.email })
    expect(changed).toRedirectTo('/sign-in')
    expect(browser.cookies.has('session')).toBe(false)
    expect((await browser.visit(signIn, '/sign-in')).body.notice.text).toMatch(/is changed/)
    expect(await enter(browser, ana.email, PASSWORD)).toRedirectTo('/')
    expect(await browser.visit(reset, path, going)).toBeNotFound()
    expect(await browser.send(reset, path, { password: PASSWORD }, going)).toBeNotFound()
  })

  test('gets the same answer in production, whether there is an account or not', async () => {
    const browser = openBrowser(await openTestStore())
    const production = { environment: { mode: 'production' as const } }
    const ask = (email: string) =>
      browser.send(forgotten, '/forgotten-password', { email }, production)

    const known = await ask(ana.email)
    const unknown = await ask('nobody@northside.example')

    expect(known.body).toEqual({ sentTo: ana.email, link: null })
    expect(unknown.body).toEqual({ sentTo: 'nobody@northside.example', link: null })
    expect(unknown.status).toBe(known.status)
  })

  test('says beforehand when no mail leaves this server', async () => {
    const browser = openBrowser(await openTestStore())
    const mode = 'production' as const

    const without = await browser.visit(forgotten, '/forgotten-password', { environment: { mode } })
    const withMail = await browser.visit(forgotten, '/forgotten-password', {
      environment: { mode, smtpUrl: 'smtp://127.0.0.1' },
    })

    expect(without.body).toEqual({ canSend: false })
    expect(withMail.body).toEqual({ canSend: true })
  })

  test('is not replaced by one that will not do, which does not come back', async () => {
    const browser = openBrowser(await openTestStore())
    const asked = await browser.send(forgotten, '/forgotten-password', { email: ana.email })
    const { path, going } = at(asked.body.link)

    const answer = await browser.send(reset, path, { password: 'ana northside 1' }, going)

    expect(answer.status).toBe(422)
    expect(answer.error).toEqual({ password: [expect.stringMatching(/tried first/)] })
    expect(answer.body.initialValue).toEqual({})
  })

  test.each(['x', 'A'.repeat(43), ''])('is not replaced by the link %j', async (token) => {
    const browser = openBrowser(await openTestStore())
    const going = { params: { token } }

    expect(await browser.visit(reset, '/reset/x', going)).toBeNotFound()
    expect(await browser.send(reset, '/reset/x', { password: PASSWORD }, going)).toBeNotFound()
    expect(await browser.visit(invitation, '/invitations/x', going)).toBeNotFound()
    expect(await browser.visit(setup, '/setup/x', going)).toBeNotFound()
  })
})

describe('an invitation', () => {
  async function invite(store: TestStore, email = 'rae.rivers@northside.example') {
    const rosa = await asMember(store, northside.rosa)
    const member = await rosa.write(make.member, {
      organizationId: northside.schools.middle,
      email,
    })
    return at(await rosa.write(inviteMember, member.id, ORIGIN))
  }

  test('opens an account for somebody new, who then signs in', async () => {
    const store = await openTestStore()
    const browser = openBrowser(store)
    const { path, going } = await invite(store)

    const page = await browser.visit(invitation, path, going)
    const accepted = await browser.send(invitation, path, { password: PASSWORD }, going)

    expect(page.body).toMatchObject({
      district: northside.name,
      name: 'Rae Rivers',
      hasAccount: false,
      signedInAs: null,
      isOwner: false,
    })
    expect(accepted).toRedirectTo('/sign-in')
    expect(browser.cookies.has('session')).toBe(false)
    expect(await enter(browser, page.body.email, PASSWORD)).toRedirectTo('/')
    expect(await browser.visit(start, '/')).toRedirectTo('/d/northside')
    expect(await browser.visit(invitation, path, going)).toBeNotFound()
  })

  test('makes the owner of an account sign in, and then joins with it', async () => {
    const store = await openTestStore()
    const browser = openBrowser(store)
    const { path, going } = await invite(store, southside.ana.email)

    const stranger = await browser.visit(invitation, path, going)
    const refused = await browser.send(invitation, path, { password: PASSWORD }, going)
    await enter(browser, southside.ana.email, DEMO_PASSWORD, path)
    const owner = await browser.visit(invitation, path, going)
    const joined = await browser.send(invitation, path, {}, going)

    expect(stranger.body).toMatchObject({ hasAccount: true, isOwner: false })
    expect(refused.status).toBe(409)
    expect(owner.body).toMatchObject({ hasAccount: true, isOwner: true })
    expect(joined).toRedirectTo('/d/northside')
    expect((await browser.visit(start, '/')).body.places).toHaveLength(2)
  })

  test('to somebody’s account is nothing for another one', async () => {
    const store = await openTestStore()
    const browser = openBrowser(store)
    const { path, going } = await invite(store, southside.ana.email)
    await enter(browser, southside.ben.email, DEMO_PASSWORD)

    const page = await browser.visit(invitation, path, going)
    const refused = await browser.send(invitation, path, { password: PASSWORD }, going)

    expect(page.body).toMatchObject({ hasAccount: true, isOwner: false })
    expect(refused.status).toBe(409)
    expect(await enter(openBrowser(store), southside.ana.email, DEMO_PASSWORD)).toRedirectTo('/')
  })
})

describe('setting up', () => {
  test('leads from the link to the home of the new district', async () => {
    const store = await emptyStore()
    const browser = openBrowser(store)
    const link = await store.write((tx) => createSetupLink(tx, ORIGIN, WORLD_NOW))
    const { path, going } = at(link)
    const form = {
      name: 'Westford Public Schools',
      slug: 'westford',
      state: 'MA',
      timeZone: 'America/New_York',
      schoolYearStartsOn: '2026-07-01',
      givenName: 'Wendy',
      familyName: 'Wu',
      email: 'wendy@westford.example',
    }

    const page = await browser.visit(setup, path, going)
    const refused = await browser.send(setup, path, { ...form, password: 'short' }, going)
    const noDay = { ...form, password: PASSWORD, schoolYearStartsOn: '2026-06-31' }
    const never = await browser.send(setup, path, noDay, going)
    const done = await browser.send(setup, path, { ...form, password: PASSWORD }, going)

    expect(page.body).toEqual({ usualStart: '2026-07-01' })
    expect(refused.body.initialValue).toEqual(form)
    expect(refused.error).toEqual({ password: [expect.stringMatching(/at least 15/)] })
    expect(never.error).toEqual({ schoolYearStartsOn: [expect.stringMatching(/first day/)] })
    expect(done).toRedirectTo('/sign-in')
    expect(await enter(browser, form.email, PASSWORD)).toRedirectTo('/')
    expect(await browser.visit(start, '/')).toRedirectTo('/d/westford')
    expect(await browser.visit(setup, path, going)).toBeNotFound()
  })
})
