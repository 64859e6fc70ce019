import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { paths } from '~/http/paths'
import { sampleFile } from '../support/files'
import { world } from '../support/world'

const { northside } = world

/** A PDF as Playwright hands it to a file field. */
export async function certificate(name = 'certificate.pdf') {
  const file = sampleFile('pdf', name)
  return { name, mimeType: file.type, buffer: Buffer.from(await file.arrayBuffer()) }
}

/** The heading of the page says so, as soon as the page is there. */
export async function seesHeading(page: Page, name: string | RegExp) {
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** The notice above the page says so. */
export async function seesNotice(page: Page, text: string | RegExp) {
  await page.getByRole('status').filter({ hasText: text }).waitFor()
}

/** Fills in the four required fields of an activity that took place today. */
export async function fillActivity(page: Page, given: { title: string; hours: string }) {
  await page.getByLabel('What did you do?').fill(given.title)
  await page.getByRole('radio', { name: 'Workshop', exact: true }).check()
  await page.getByLabel('How many hours?').fill(given.hours)
}

/** Logs an activity with a certificate, and sends it. */
export async function logActivity(page: Page, given: { title: string; hours: string }) {
  await page.goto(paths.newActivity(northside))
  await fillActivity(page, given)
  await page.getByLabel('Certificate, agenda, or a photo of it').setInputFiles(await certificate())
  await page.getByRole('button', { name: /^Send/ }).click()
  await seesHeading(page, given.title)
  await seesNotice(page, /^Sent to/)
}

/** Sets a goal for the last day of the next school year. */
export async function setGoal(page: Page, title: string) {
  await page.goto(paths.newGoal(northside))
  await page.getByLabel('What do you want to reach?').fill(title)
  await page.getByLabel('From: where are you now?').fill('2 of 10 units')
  await page.getByLabel('To: what will be true?').fill('Every unit')
  await page.getByLabel('By: which day?').fill(nextSummer())
  await page.getByRole('button', { name: 'Set the goal' }).click()
  await seesNotice(page, 'Goal set.')
  await seesHeading(page, title)
}

/** Notes how the goal on the page is going. */
export async function checkIn(page: Page, note: string) {
  await page.getByRole('link', { name: 'Check in' }).click()
  await seesHeading(page, 'How is it going?')
  await page.getByLabel('What has happened since?').fill(note)
  await page.getByLabel('Something that shows it').setInputFiles(await certificate('photo.pdf'))
  await page.getByRole('button', { name: 'Note it' }).click()
  await page.getByText(note).waitFor()
}

/** Records a course that is not in the catalog, finished on the given day. */
export async function recordCourse(page: Page, given: { title: string; day: string }) {
  await page.goto(paths.newCompletion(northside))
  await page.getByLabel('What is the course called?').fill(given.title)
  await page.getByLabel('Who offered it?').fill('Harbor College')
  await page.getByLabel('On which day did you finish it?').fill(given.day)
  await page.getByLabel('How many hours?').fill('6')
  await page.getByLabel('Certificate or transcript').setInputFiles(await certificate())
  await page.getByRole('button', { name: /^Send to/ }).click()
  await seesHeading(page, given.title)
}

/** Records a badge of the district's list that was awarded on the given day. */
export async function recordBadge(page: Page, given: { choice: string; day: string }) {
  await page.goto(paths.newAward(northside))
  await page.getByLabel('Is it one of these?').selectOption(given.choice)
  await page.getByLabel('On which day was it awarded?').fill(given.day)
  await page.getByLabel('The badge’s own page').fill('https://example.org/badges/one')
  await page.getByRole('button', { name: /^Send to/ }).click()
  await seesNotice(page, /^Recorded and sent/)
}

/** The day that the form at hand takes for today. */
export async function todayOf(page: Page) {
  const day = await page.getByLabel('On which day?').getAttribute('max')
  expect(day).toMatch(/^\d{4}-\d\d-\d\d$/)
  return day!
}

function nextSummer() {
  return `${new Date().getFullYear() + 1}-06-15`
}
