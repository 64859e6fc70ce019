import { openStore } from '#db/client.server'
import { eq } from '#db/query.server'
import { sessions } from '#db/schema'
import { expect, inject, test } from 'vitest'
import { paths } from '~/http/paths'
import { type Person, world } from '../support/world'
import { fillActivity, seesHeading, seesNotice } from './learning'
import { signIn } from './sign-in'
import { openWindow, openWindowOf } from './visitor'

const { northside } = world
const { nora, omar } = northside
const WIDE = { viewport: { width: 1280, height: 800 } }

test('a form sent after the session has run out comes back filled in', async () => {
  const page = await openWindow()
  await signIn(page, omar)
  await page.goto(paths.newGoal(northside))
  await page.getByLabel('What do you want to reach?').fill('Record my feedback as audio')
  await page.getByLabel('To: what will be true?').fill('Every unit')
  await page.getByLabel('By: which day?').fill('2031-06-15')

  await endSessionsOf(omar)
  await page.getByRole('button', { name: 'Set the goal' }).click()
  await page.getByText('What you typed is kept.').waitFor()
  await signIn(page, omar)

  await seesHeading(page, 'Set a goal')
  expect(await page.getByLabel('What do you want to reach?').inputValue()).toBe(
    'Record my feedback as audio',
  )
  expect(await page.getByLabel('By: which day?').inputValue()).toBe('2031-06-15')
  await page.getByRole('button', { name: 'Set the goal' }).click()
  await seesNotice(page, 'Goal set.')
})

test('whoever follows a link into the district comes there after signing in', async () => {
  const page = await openWindow()
  const address = `${paths.staff(northside)}?need=nothing&sort=name`

  await page.goto(address)
  await seesHeading(page, 'Sign in')
  await signIn(page, northside.mara)

  await seesHeading(page, /^Staff/)
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(address)
})

test('a form that is sent twice is kept once', async () => {
  const page = await openWindowOf(northside.cora)
  const title = 'Podcasts by grade five'
  await page.goto(paths.newActivity(northside))
  await fillActivity(page, { title, hours: '1' })

  await page.getByRole('button', { name: /^Send/ }).dblclick()
  await seesHeading(page, title)
  await page.goto(paths.activities(northside))

  await page.getByRole('link', { name: title }).first().waitFor()
  expect(await page.getByRole('link', { name: title }).count()).toBe(1)
})

test('the back button leads from what was sent to a page that helps', async () => {
  const page = await openWindowOf(northside.cora)
  const title = 'A class blog'
  await page.goto(paths.activities(northside))
  await page.getByRole('link', { name: 'Log an activity' }).click()
  await fillActivity(page, { title, hours: '1' })
  await page.getByRole('button', { name: /^Send/ }).click()
  await seesHeading(page, title)
  const sent = new URL(page.url()).pathname

  const asked = page.waitForResponse(/\/activities\/new\.data/)
  await page.goBack()
  await asked
  await page.waitForURL((url) => url.pathname === sent)

  await seesHeading(page, title)
})

test('a theme is kept for the browser, and “Device” follows the device', async () => {
  const page = await openWindowOf(nora, { colorScheme: 'light', ...WIDE })
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const choose = async (theme: string) => {
    await page.locator('summary').filter({ hasText: nora.name }).click()
    await page.getByRole('button', { name: theme, exact: true }).click()
  }
  await page.goto(paths.home(northside))
  const light = await ground()

  await choose('Dark')
  await expect.poll(ground).not.toBe(light)
  await page.reload()
  expect(await ground()).not.toBe(light)
  await choose('Device')

  await expect.poll(ground).toBe(light)
})

/** As if nothing had been heard of them for too long, a minute ago. */
async function endSessionsOf({ userId }: Person) {
  const store = await openStore(inject('demoDatabase'))
  const expiresAt = new Date(Date.now() - 60_000)
  await store.write(async (tx) => {
    await tx.update(sessions).set({ expiresAt }).where(eq(sessions.userId, userId))
  })
  await store.close()
}
