import { text } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { paths } from '~/http/paths'
import { world } from '../support/world'
import { acceptInvitation, importRoster, invite } from './arriving'
import { today } from './days'
import {
  checkIn,
  logActivity,
  recordBadge,
  recordCourse,
  seesHeading,
  seesNotice,
  setGoal,
} from './learning'
import { openWindow, openWindowOf } from './visitor'

const { northside } = world
const { paul, rosa, ming } = northside
const WIDE = { viewport: { width: 1280, height: 900 } }

const wanda = {
  name: 'Wanda West',
  email: 'wanda.west@northside.example',
  activity: 'Robots in the physics lab',
  course: 'Computational thinking for grade ten',
  goal: 'Let each class build one model of its own',
  pathway: 'First steps with our tools',
}

test('from the roster to the report of the district', { timeout: 180_000 }, async () => {
  const office = await openWindowOf(rosa, WIDE)
  const before = await hoursOfReport(office)

  await importRoster(office, wanda)
  const invitation = await invite(office, wanda)

  const teacher = await openWindow(WIDE)
  await acceptInvitation(teacher, wanda, invitation)
  await learn(teacher)

  const principal = await openWindowOf(paul, WIDE)
  await decideOnLearning(principal)
  await answer(teacher)
  await approve(principal, wanda.course)
  await lookAtSchool(principal)
  await teacher.goto(paths.record(northside))
  await teacher.getByText(paul.name).first().waitFor()

  const coordinator = await openWindowOf(ming, WIDE)
  await buildPathway(coordinator)
  await assignPathway(coordinator)
  await teacher.goto(paths.enrollments(northside))
  await teacher.getByRole('link', { name: wanda.pathway }).first().waitFor()

  expect(await hoursOfReport(office)).toBe(before + 8)
  expect(await downloadReport(office)).toContain('Northside High School')
})

async function learn(page: Page) {
  await setGoal(page, wanda.goal)
  await checkIn(page, 'One class has built a bridge.')
  await logActivity(page, { title: wanda.activity, hours: '2' })
  await recordCourse(page, { title: wanda.course, day: today() })
  await recordBadge(page, { choice: northside.achievements.iste, day: today() })
}

async function decideOnLearning(page: Page) {
  await approve(page, wanda.activity)

  await page.goto(paths.approvals(northside))
  await openSubmission(page, wanda.course)
  await page.keyboard.press('r')
  await page.locator('textarea[name="reason"]:focus').waitFor()
  await page.keyboard.type('Which unit was it for?')
  await page.getByRole('button', { name: /^Return/ }).click()
  await seesNotice(page, `Returned: ${wanda.course}.`)
}

async function approve(page: Page, title: string) {
  await page.goto(paths.approvals(northside))
  await openSubmission(page, title)
  await page.keyboard.press('a')
  await seesNotice(page, `Approved: ${title}.`)
}

/** The queue has the oldest first: what has just come stands on its last page. */
async function openSubmission(page: Page, title: string) {
  const link = page.getByRole('link', { name: title })
  const last = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: /^Page/ })
  await page.getByRole('heading', { level: 1, name: 'Approvals' }).waitFor()
  if ((await link.count()) === 0) await last.last().click()
  await link.click()
  await page.getByRole('heading', { level: 2, name: title }).waitFor()
  await page.getByText('certificate.pdf').first().waitFor()
}

async function answer(page: Page) {
  await page.goto(paths.home(northside))
  await page.getByText('Which unit was it for?').waitFor()
  await page.goto(paths.completions(northside))
  await page.getByRole('link', { name: wanda.course }).click()
  await page.getByRole('link', { name: /^Correct|^Answer/ }).click()
  await page.getByLabel('Who offered it?').fill('Harbor College, unit 4')
  await page.getByRole('button', { name: /^Send to/ }).click()
  await seesNotice(page, /^Corrected and sent/)
}

async function lookAtSchool(page: Page) {
  await page.goto(paths.staff(northside))
  await page.getByRole('row', { name: new RegExp(wanda.name) }).waitFor()
  await page.getByRole('link', { name: wanda.name }).click()
  await seesHeading(page, wanda.name)
  await page.getByText(wanda.activity).first().waitFor()
  await page.goto(paths.readiness(northside))
  await seesHeading(page, 'Readiness')
}

async function buildPathway(page: Page) {
  await page.goto(paths.newPathway(northside))
  await page.getByLabel('Title').fill(wanda.pathway)
  await page.getByRole('button', { name: 'Go on to the steps' }).click()
  await seesHeading(page, wanda.pathway)
  for (const step of ['Show your first lesson', 'Show what students made']) {
    const adding = page.getByRole('group').filter({ hasText: 'What is to be shown?' })
    await adding.locator('summary').first().click()
    await adding.getByLabel('What is to be shown?').fill(step)
    await adding.getByRole('button', { name: 'Add the step' }).click()
    await page.getByRole('heading', { level: 3, name: step }).waitFor()
  }
  await page.getByRole('link', { name: 'Publish' }).click()
  await seesHeading(page, 'Publish version 1?')
  await page.getByRole('button', { name: 'Publish' }).click()
  await seesNotice(page, /^Version 1 is published/)
}

async function assignPathway(page: Page) {
  await page.getByRole('link', { name: 'Assign it' }).click()
  await page.getByLabel('Where?').selectOption(northside.schools.high)
  await page.getByRole('button', { name: 'Preview who gets it' }).click()
  await page.getByText('Nothing has happened yet.').waitFor()
  await page.getByRole('button', { name: /^Assign to \d+ people/ }).click()
  await seesNotice(page, /people are enrolled\.$/)
}

/** The hours of the high school as the report of today shows them. */
async function hoursOfReport(page: Page) {
  await page.goto(`${paths.report(northside)}?organization=${northside.schools.high}`)
  const shown = page.getByText('approved this school year').locator('xpath=..')
  const [, hours] = /([\d.,]+) h/.exec((await shown.textContent()) ?? '') ?? []
  return Number(hours?.replaceAll(',', ''))
}

async function downloadReport(page: Page) {
  const coming = page.waitForEvent('download')
  await page.getByText('Download', { exact: true }).click()
  await page.getByRole('link', { name: 'CSV' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^cairn-report-\d{4}-\d\d-\d\d\.csv$/)
  return text(await download.createReadStream())
}
