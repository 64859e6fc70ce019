import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'
import { DEMO_PASSWORD, type Person } from '../support/world'
import { listenFor } from './complaints'

const PATIENCE = 15_000
const PHONE = { width: 390, height: 844 }

/** Where the demonstration is. */
export const origin = inject('demoOrigin')

let connecting: Promise<Browser> | undefined

/** The one browser of all end-to-end tests. */
export function browser(): Promise<Browser> {
  return (connecting ??= chromium.connect(inject('browserEndpoint')))
}

/**
 * A browser window with cookies of its own. When the test has finished it is closed, and nothing may
 * have complained in it: no error on the console, no script that threw, nothing the content security
 * policy refused, no answer of the server above 499.
 */
export async function openWindow(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await (
    await browser()
  ).newContext({ baseURL: origin, viewport: PHONE, ...options })
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  const complaints = listenFor(page)
  onTestFinished(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })
  return page
}

/** A window of somebody who is signed in, with the session that all tests have in common. */
export async function openWindowOf(person: Person, options: BrowserContextOptions = {}) {
  return openWindow({ ...options, storageState: await sessionOf(person) })
}

/** The cookies of somebody who is signed in; who signs out has to `signIn` before. */
export function sessionOf(person: Person): Promise<Session> {
  const session = sessions.get(person.email) ?? startSession(person)
  sessions.set(person.email, session)
  return session
}

type Session = Awaited<ReturnType<BrowserContext['storageState']>>
const sessions = new Map<string, Promise<Session>>()

async function startSession(person: Person) {
  const context = await (await browser()).newContext({ baseURL: origin })
  await signIn(await context.newPage(), person)
  const session = await context.storageState()
  await context.close()
  return session
}

/** Signs somebody in on the sign-in page, which is opened unless the window is there already. */
export async function signIn(page: Page, person: Pick<Person, 'email'>, password = DEMO_PASSWORD) {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in')
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}
