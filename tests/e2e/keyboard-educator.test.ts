import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { paths } from '~/http/paths'
import { world } from '../support/world'
import { chooseFile, press, tabTo, type, typeDay } from './keys'
import { certificate, seesHeading, seesNotice } from './learning'
import { openWindowOf } from './visitor'

const { northside } = world
const WIDE = { viewport: { width: 1280, height: 800 } }

test.each([
  ['a phone', {}],
  ['a wide screen', WIDE],
])('logging an activity on %s', async (screen, options) => {
  const page = await openWindowOf(northside.cora, options)
  const title = `Coding with blocks, on ${screen}`
  await page.goto(paths.activities(northside))

  await press(page, page.getByRole('link', { name: 'Skip to the page' }))
  await press(page, page.getByRole('link', { name: 'Log an activity' }))
  await seesHeading(page, 'Log an activity')
  await fillByKeyboard(page, title)
  await press(page, page.getByRole('button', { name: /^Send/ }))

  await seesHeading(page, title)
  await seesNotice(page, /^Sent to Dev Desai/)
})

test('taking back what was sent', async () => {
  const page = await openWindowOf(northside.nora, WIDE)
  await page.goto(paths.newActivity(northside))

  await fillByKeyboard(page, 'Maps with layers')
  await press(page, page.getByRole('button', { name: /^Send/ }))
  await seesNotice(page, /^Sent to/)
  await press(page, page.getByRole('button', { name: 'Take it back' }))

  await seesNotice(page, /^Taken back/)
})

test('setting a goal and checking in', async () => {
  const page = await openWindowOf(northside.nora, WIDE)
  const title = 'Record my feedback as audio'
  await page.goto(paths.goals(northside))

  await press(page, page.getByRole('link', { name: 'Set a goal' }))
  await seesHeading(page, 'Set a goal')
  await type(page, page.getByLabel('What do you want to reach?'), title)
  await type(page, page.getByLabel('To: what will be true?'), 'Every unit')
  await typeDay(page, page.getByLabel('By: which day?'), '2031-06-15')
  await press(page, page.getByRole('button', { name: 'Set the goal' }))
  await seesHeading(page, title)
  await press(page, page.getByRole('link', { name: 'Check in' }))
  await seesHeading(page, 'How is it going?')
  await type(page, page.getByLabel('What has happened since?'), 'Two units are done.')
  await press(page, page.getByRole('button', { name: 'Note it' }))

  await page.getByText('Two units are done.').waitFor()
})

test('recording a course with its certificate', async () => {
  const page = await openWindowOf(northside.nora, WIDE)
  const title = 'Sound and voice in lessons'
  await page.goto(paths.newCompletion(northside))

  await type(page, page.getByLabel('What is the course called?'), title)
  await type(page, page.getByLabel('Who offered it?'), 'Harbor College')
  await typeDay(page, page.getByLabel('On which day did you finish it?'), '2026-10-02')
  await type(page, page.getByLabel('How many hours?'), '6')
  await chooseFile(page, page.getByLabel('Certificate or transcript'), await certificate())
  await press(page, page.getByRole('button', { name: /^Send to/ }))

  await seesHeading(page, title)
  await page.getByText('certificate.pdf').first().waitFor()
})

test('recording a badge', async () => {
  const page = await openWindowOf(northside.nora, WIDE)
  await page.goto(paths.newAward(northside))

  await tabTo(page, page.getByLabel('Is it one of these?'))
  await page.keyboard.press('ArrowDown')
  await typeDay(page, page.getByLabel('On which day was it awarded?'), '2026-10-02')
  await type(page, page.getByLabel('The badge’s own page'), 'https://example.org/badges/two')
  await press(page, page.getByRole('button', { name: /^Send to/ }))

  await seesNotice(page, /^Recorded and sent/)
})

async function fillByKeyboard(page: Page, title: string) {
  await type(page, page.getByLabel('What did you do?'), title)
  await tabTo(page, page.getByRole('radio').first())
  await page.keyboard.press('Space')
  await type(page, page.getByLabel('How many hours?'), '1:30')
}
