import type { Browser, Page } from 'playwright-core'
import { DEMO_PASSWORD, type Person } from '#db/seed/names'

/** Signs somebody in on the sign-in page, which is opened unless the window is there already. */
export async function signIn(page: Page, person: Pick<Person, 'email'>, password = DEMO_PASSWORD) {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in')
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** The cookies of a browser in which somebody has just signed in. */
export async function startSession(browser: Browser, baseURL: string, person: Person) {
  const context = await browser.newContext({ baseURL })
  await signIn(await context.newPage(), person)
  const session = await context.storageState()
  await context.close()
  return session
}
