import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addDays } from '~/domain/calendar'
import { paths } from '~/http/paths'
import { world } from '../support/world'
import {
  certificate,
  checkIn,
  fillActivity,
  logActivity,
  recordBadge,
  recordCourse,
  seesHeading,
  seesNotice,
  setGoal,
} from './learning'
import { signIn } from './sign-in'
import { openWindow, openWindowOf } from './visitor'

const { northside } = world
const PLAIN = { javaScriptEnabled: false }

const openPlainWindow = () => openWindowOf(northside.ben, PLAIN)

test('an activity is kept as a draft with its file, sent, and taken back', async () => {
  const page = await openPlainWindow()
  const title = 'Reading aloud with a screen reader'

  await page.goto(paths.newActivity(northside))
  await page.getByLabel('What did you do?').fill(title)
  await page.getByLabel('Certificate, agenda, or a photo of it').setInputFiles(await certificate())
  await page.getByRole('button', { name: 'Save draft' }).click()
  await seesNotice(page, 'Draft saved.')
  await seesHeading(page, title)
  await page.getByRole('link', { name: 'certificate.pdf' }).waitFor()

  await page.getByRole('button', { name: /^Send/ }).click()
  await page.getByRole('alert').getByText('Choose what kind').waitFor()

  await fillActivity(page, { title, hours: '1:30' })
  await page.getByRole('button', { name: /^Send/ }).click()
  await seesNotice(page, /^Sent to Mara Ortiz/)
  await page.getByText(/^Waiting for Mara Ortiz since/).waitFor()

  await page.getByRole('button', { name: 'Take it back' }).click()
  await seesNotice(page, /^Taken back/)
  await seesHeading(page, title)
})

test('an activity that is logged stands in the list', async () => {
  const page = await openPlainWindow()
  const title = 'Spreadsheets for a science lab'

  await logActivity(page, { title, hours: '2' })
  await page.goto(paths.activities(northside))

  await page.getByRole('link', { name: title }).waitFor()
})

test('a form that is refused comes back filled in, with what to do', async () => {
  const page = await openPlainWindow()

  await page.goto(paths.newActivity(northside))
  await fillActivity(page, { title: 'A long day', hours: 'all day' })
  await page.getByRole('button', { name: /^Send/ }).click()

  await page.getByText('Write hours like 1.5, 1:30 or 90 min.').first().waitFor()
  expect(await page.getByLabel('What did you do?').inputValue()).toBe('A long day')
  expect(await page.getByLabel('How many hours?').inputValue()).toBe('all day')
  expect(await page.getByRole('radio', { name: 'Workshop', exact: true }).isChecked()).toBe(true)
})

test('a file of a kind that is not taken is refused at once, and the form comes back', async () => {
  const page = await openPlainWindow()
  const photo = { name: 'IMG_0001.heic', mimeType: 'image/heic', buffer: Buffer.alloc(200_000, 7) }

  await page.goto(paths.newActivity(northside))
  await fillActivity(page, { title: 'A photo of the board', hours: '1' })
  await page.getByLabel('Certificate, agenda, or a photo of it').setInputFiles(photo)
  await page.getByRole('button', { name: /^Send/ }).click()

  await page
    .getByText(/is not a PDF, PNG or JPEG/)
    .first()
    .waitFor()
  expect(await page.getByLabel('What did you do?').inputValue()).toBe('A photo of the board')
})

test('a goal is set and followed', async () => {
  const page = await openPlainWindow()

  await setGoal(page, 'Give feedback by audio in each unit')
  await checkIn(page, 'Three units have audio feedback now.')

  await page.getByRole('link', { name: 'photo.pdf' }).waitFor()
})

test('a course and a badge are recorded, and stand in the record', async () => {
  const page = await openPlainWindow()
  const day = await yesterday(page)

  await recordCourse(page, { title: 'Maps in the classroom', day })
  await recordBadge(page, { choice: northside.achievements.microsoft, day })
  await page.goto(paths.record(northside))

  await seesHeading(page, 'My record')
  await page.getByText('Maps in the classroom').first().waitFor()
})

test('the frame is navigated by its links alone, and signing out works', async () => {
  const page = await openWindow(PLAIN)
  await signIn(page, northside.omar)

  for (const place of ['Activities', 'Goals', 'Badges', 'My record']) {
    await page.goto(paths.home(northside))
    await openPlace(page, place)
    await seesHeading(page, place)
  }
  await page.goto(paths.account())
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()

  await seesHeading(page, 'Sign in')
})

/** On a phone, what the bottom bar has no room for is behind “More”. */
async function openPlace(page: Page, place: string) {
  const link = page.getByRole('link', { name: place, exact: true }).filter({ visible: true })
  if ((await link.count()) === 0) await page.getByText('More', { exact: true }).click()
  await link.first().click()
}

async function yesterday(page: Page) {
  await page.goto(paths.newActivity(northside))
  const today = await page.getByLabel('On which day?').getAttribute('max')
  return addDays(today!, -1)
}
