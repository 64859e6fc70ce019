import { expect, test } from 'vitest'
import { paths } from '~/http/paths'
import { rosterZip, user } from '../support/rosters'
import { world } from '../support/world'
import { chooseFile, press, tabTo, type } from './keys'
import { seesHeading, seesNotice } from './learning'
import { openWindowOf } from './visitor'

const { northside } = world
const WIDE = { viewport: { width: 1280, height: 800 } }

test('narrowing the staff', async () => {
  const page = await openWindowOf(northside.rosa, WIDE)
  await page.goto(paths.staff(northside))
  const chip = page.getByRole('list', { name: 'Who may need help' }).getByRole('link').first()

  await press(page, chip)
  await page.waitForURL(/need=/)
  await tabTo(page, page.getByLabel('School', { exact: true }))
  await page.keyboard.press('ArrowDown')
  await press(page, page.getByRole('button', { name: 'Narrow' }))

  await page.waitForURL(/organization=\w+/)
  expect(page.url()).toMatch(/need=/)
})

test('building a pathway, publishing it and assigning it', async () => {
  const page = await openWindowOf(northside.ming, WIDE)
  const title = 'Meetings that everybody can hear'
  await page.goto(paths.newPathway(northside))

  await type(page, page.getByLabel('Title'), title)
  await press(page, page.getByRole('button', { name: 'Go on to the steps' }))
  await seesHeading(page, title)
  const adding = page.getByRole('group').filter({ hasText: 'What is to be shown?' })
  await press(page, adding.locator('summary').first())
  await type(page, adding.getByLabel('What is to be shown?'), 'A meeting with captions')
  await press(page, adding.getByRole('button', { name: 'Add the step' }))
  await page.getByRole('heading', { level: 3, name: 'A meeting with captions' }).waitFor()
  await press(page, page.getByRole('link', { name: 'Publish' }))
  await seesHeading(page, 'Publish version 1?')
  await press(page, page.getByRole('button', { name: 'Publish' }))
  await seesNotice(page, /^Version 1 is published/)

  await press(page, page.getByRole('link', { name: 'Assign it' }))
  await tabTo(page, page.getByLabel('Where?'))
  await page.keyboard.type('Northside High')
  await press(page, page.getByRole('button', { name: 'Preview who gets it' }))
  await page.getByText('Nothing has happened yet.').waitFor()
  await press(page, page.getByRole('button', { name: /^Assign to \d+ people/ }))

  await seesNotice(page, /people are enrolled\.$/)
})

test('moving a step of a pathway keeps the focus at the step', async () => {
  const page = await openWindowOf(northside.ming, WIDE)
  await page.goto(paths.managedPathway(northside, northside.pathways.draft))
  const names = () => page.locator('ol h3').allTextContents()
  const before = await names()

  await press(page, page.getByRole('button', { name: `Move “${before[0]}” down` }))

  await expect.poll(names).toEqual([before[1], before[0], ...before.slice(2)])
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toContain(`Move “${before[0]}”`)
})

test('bringing in a roster', async () => {
  const page = await openWindowOf(northside.rosa, WIDE)
  const zip = await rosterZip({
    mode: 'delta',
    users: [user('Kay Board', { orgSourcedIds: 'northside-high' })],
  })
  const file = { name: zip.name, mimeType: zip.type, buffer: Buffer.from(await zip.arrayBuffer()) }
  await page.goto(paths.newRosterImport(northside))

  await chooseFile(page, page.getByLabel('OneRoster file'), file)
  await press(page, page.getByRole('button', { name: 'Read the file' }))
  await page.getByRole('heading', { name: 'What applying it would change' }).waitFor()
  await press(page, page.getByRole('button', { name: 'Apply the roster' }))

  await page.getByRole('heading', { name: 'What was changed' }).waitFor()
})

test('adding and inviting a person', async () => {
  const page = await openWindowOf(northside.rosa, WIDE)
  await page.goto(paths.newPerson(northside))

  await type(page, page.getByLabel('Given name'), 'Tabea')
  await type(page, page.getByLabel('Family name'), 'Torres')
  await type(page, page.getByLabel('Email'), 'tabea.torres@northside.example')
  await tabTo(page, page.getByLabel('Works at'))
  await page.keyboard.type('Northside High')
  await tabTo(page, page.getByLabel('Invite them right away'))
  await page.keyboard.press('Space')
  await press(page, page.getByRole('button', { name: 'Add this person' }))

  await seesNotice(page, /^Added, and an invitation to tabea\.torres@northside\.example/)
})
