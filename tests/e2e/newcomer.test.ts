import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { paths } from '~/http/paths'
import { world } from '../support/world'
import { seesHeading } from './learning'
import { openWindowOf } from './visitor'

const { northside } = world
const WIDE = { viewport: { width: 1280, height: 800 } }

const inTheMenu = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click()

test('a principal comes in two clicks to who has not begun a pathway', async () => {
  const page = await openWindowOf(northside.mara, WIDE)
  await page.goto(paths.home(northside))

  await inTheMenu(page, 'Readiness')
  await page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'AI literacy for educators' }) })
    .getByRole('link', { name: 'Who has not begun', exact: true })
    .click()

  const people = page.locator('#people')
  await people.getByRole('link', { name: 'Remove the filter Not begun' }).waitFor()
  await people.getByRole('table', { name: /^\d+ (person|people)$/ }).waitFor()
})

test('a coordinator comes in three clicks to what was reported on 30 June', async () => {
  const page = await openWindowOf(northside.ming, WIDE)
  await page.goto(paths.home(northside))

  await inTheMenu(page, 'Report')
  await page.getByRole('link', { name: 'Snapshots', exact: true }).click()
  await page.getByRole('link', { name: /^School year 2025–26/ }).click()

  await seesHeading(page, /^School year 2025–26/)
})
