import { expect, test } from 'vitest'
import { paths } from '~/http/paths'
import { DEMO_PASSWORD, world } from '../support/world'
import { press, tabTo, type } from './keys'
import { seesHeading, seesNotice } from './learning'
import { openWindow, openWindowOf } from './visitor'

const { northside } = world
const WIDE = { viewport: { width: 1280, height: 800 } }

test('signing in', async () => {
  const page = await openWindow()
  await page.goto('/sign-in')

  await type(page, page.getByLabel('Email'), northside.cora.email)
  await type(page, page.getByLabel('Password', { exact: true }), DEMO_PASSWORD)
  await page.keyboard.press('Enter')

  await page.waitForURL(`**${paths.home(northside)}`)
})

test('deciding on three submissions in a row', async () => {
  const page = await openWindowOf(northside.dev, WIDE)
  await page.goto(paths.approvals(northside))
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  const waiting = await page.getByRole('checkbox').count()
  expect(waiting).toBeGreaterThan(3)

  for (let decided = 1; decided <= 3; decided++) {
    const title = (await page.locator('#submission-title').textContent())!
    await page.keyboard.press('a')
    await seesNotice(page, `Approved: ${title}.`)
  }

  await expect.poll(() => page.getByRole('checkbox').count()).toBe(waiting - 3)
})

test('a key decides on nothing while others are chosen, or when keys are turned off', async () => {
  const page = await openWindowOf(northside.dev, WIDE)
  await page.goto(paths.approvals(northside))
  const heading = page.locator('#submission-title')
  const title = (await heading.textContent())!
  const box = page.getByRole('checkbox').nth(1)

  await tabTo(page, box)
  await page.keyboard.press('Space')
  await page.getByRole('link', { name: 'Skip to the page' }).focus()
  await page.keyboard.press('a')
  await page.goto(paths.account())
  await tabTo(page, page.getByLabel('Use single keys in this browser'))
  await page.keyboard.press('Space')
  await page.goto(paths.approvals(northside))
  await heading.waitFor()
  await page.keyboard.press('a')

  await page.reload()
  expect(await heading.textContent()).toBe(title)
})

test('returning one: the key leads to the reason first', async () => {
  const page = await openWindowOf(northside.dev, WIDE)
  await page.goto(paths.approvals(northside))
  const title = (await page.locator('#submission-title').textContent())!

  await page.keyboard.press('r')
  await page.keyboard.type('Which tool was it?')
  await press(page, page.getByRole('button', { name: /^Return/ }))

  await seesNotice(page, `Returned: ${title}.`)
})

test('the search is one key away', async () => {
  const page = await openWindowOf(northside.mara, WIDE)
  await page.goto(paths.home(northside))

  const search = page.getByRole('searchbox', { name: /^Search/ }).first()
  await expect
    .poll(async () => {
      await page.keyboard.press('/')
      return search.evaluate((input) => input === document.activeElement)
    })
    .toBe(true)
  await page.keyboard.type('Ben Brooks')
  await page.keyboard.press('Enter')

  await seesHeading(page, 'Found for “Ben Brooks”')
  await page.getByRole('link', { name: 'Ben Brooks' }).waitFor()
})
