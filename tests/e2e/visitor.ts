import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
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

/** A window in which somebody has just signed in. */
export async function openWindowOf(person: Person, options: BrowserContextOptions = {}) {
  const page = await openWindow(options)
  await signIn(page, person)
  return page
}

/** Signs somebody in on the sign-in page, which is opened unless the window is there already. */
export async function signIn(page: Page, person: Pick<Person, 'email'>, password = DEMO_PASSWORD) {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in')
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** The heading of the page. */
export const heading = (page: Page) => page.getByRole('heading', { level: 1 })
