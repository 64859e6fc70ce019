import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'
import type { Person } from '../support/world'
import { listenFor } from './complaints'
import { startSession } from './sign-in'

const PATIENCE = 45_000
const PHONE = { width: 390, height: 844 }

/** Where the demonstration is. */
export const origin = inject('demoOrigin')

let connecting: Promise<Browser> | undefined

/** The one browser of all end-to-end tests. */
export function browser(): Promise<Browser> {
  return (connecting ??= chromium.connect(inject('browserEndpoint')))
}

/**
 * A browser window with cookies of its own, as large as a phone. When the test has finished it is
 * closed, and nothing may have complained in it: see `listenFor`.
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

/** The cookies of somebody who is signed in; a test that signs out has to `signIn` by itself. */
export function sessionOf(person: Person): Promise<Session> {
  const session = sessions.get(person.email) ?? open(person)
  sessions.set(person.email, session)
  return session
}

type Session = Awaited<ReturnType<typeof startSession>>
const sessions = new Map<string, Promise<Session>>()

async function open(person: Person) {
  return startSession(await browser(), origin, person)
}
