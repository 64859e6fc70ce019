import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { paths } from '~/http/paths'
import { world } from '../support/world'
import { daysAgo } from './days'
import { certificate, fillActivity, seesHeading, seesNotice } from './learning'
import { openWindowOf } from './visitor'

const { northside } = world
const { cora, dev } = northside
const WIDE = { viewport: { width: 1280, height: 900 } }
const inYears = (years: number) => `${new Date().getFullYear() + years}-06-30`

test(
  'two licenses of Massachusetts: from the first topic to the plan',
  { timeout: 180_000 },
  async () => {
    const teacher = await openWindowOf(cora, WIDE)
    const principal = await openWindowOf(dev, WIDE)

    await addLicense(teacher, 'US-MA', 'Mathematics 5–8', inYears(3))
    await addLicense(teacher, 'US-MA', 'Moderate Disabilities 5–8', inYears(3))
    await seesHeading(teacher, 'License renewal')

    const first = await log(teacher, { title: 'Universal design, part 1', hours: '6' }, onDesign)
    await teacher.getByText(/6 of 10 PDPs on Universal design/).waitFor()
    await approve(principal, first)
    await openCycle(teacher)
    await teacher
      .getByText(/4 PDPs more on Universal design/)
      .first()
      .waitFor()
    await verdictOf(teacher, 'Universal design, part 1', 'Does not count yet')

    const second = await log(teacher, { title: 'Universal design, part 2', hours: '5' }, onDesign)
    await approve(principal, second)
    await openCycle(teacher)
    await verdictOf(teacher, 'Universal design, part 1', 'Counts')
    await teacher.getByText(/: 11 of 180 PDPs/).waitFor()

    const course = await log(teacher, { title: 'Number theory', hours: '45' }, dividedCourse)
    await teacher
      .getByText('Counts 67.5 PDPs: 45 toward Content of the license and 22.5 toward Pedagogy.')
      .waitFor()
    await approve(principal, course)
    await openCycle(teacher)
    await teacher.getByText(/: 78.5 of 180 PDPs/).waitFor()

    await teacher.getByText('Try a course you think about').click()
    await teacher.getByLabel('How much?').fill('15')
    await teacher.getByRole('checkbox', { name: 'SEI, ESL or bilingual education' }).check()
    await teacher.getByRole('button', { name: 'See what it would change' }).click()
    await teacher.getByText(/^With it: .*93.5 of 180 PDPs/).waitFor()
    await teacher.getByText(/SEI.*15 of 15, reached/).waitFor()
    await openCycle(teacher)
    await teacher.getByText(/: 78.5 of 180 PDPs/).waitFor()

    await takeTranscript(teacher)
  },
)

test(
  'North Carolina asks for digital learning until 29 June 2024, and not from the next day on',
  { timeout: 60_000 },
  async () => {
    const teacher = await openWindowOf(cora, WIDE)

    await addLicense(teacher, 'US-NC', 'Mathematics', '2024-06-29')
    await openCycle(teacher, 'North Carolina')
    const digital = teacher.getByText('Digital learning competencies', { exact: true })
    await digital.first().waitFor()

    await teacher.goto(paths.renewal(northside))
    await teacher.getByRole('link', { name: 'Mathematics', exact: true }).click()
    await teacher.getByLabel('Expires on').fill('2024-06-30')
    await teacher.getByRole('button', { name: /^Save/ }).click()
    await openCycle(teacher, 'North Carolina')
    await teacher.getByRole('heading', { name: 'What is asked' }).waitFor()

    expect(await digital.count()).toBe(0)
  },
)

async function addLicense(page: Page, state: string, area: string, expiresOn: string) {
  await page.goto(`${paths.newLicense(northside)}?state=${state}`)
  await page.getByLabel('What is it for?').fill(area)
  await page.getByLabel('Expires on').fill(expiresOn)
  await page.getByRole('button', { name: /^Add/ }).click()
  await page.getByRole('link', { name: area, exact: true }).waitFor()
}

/** Logs an activity with what the license asks, sends it, and stays on its page. */
async function log(
  page: Page,
  given: { title: string; hours: string },
  claim: (page: Page) => Promise<void>,
) {
  await page.goto(paths.newActivity(northside))
  await fillActivity(page, given)
  await page.waitForLoadState('networkidle')
  const isOpen = await page.getByLabel('On which topic?').isVisible()
  if (!isOpen) await page.getByText('Topic, categories, college credit').click()
  await claim(page)
  await page.getByLabel('Certificate, agenda, or a photo of it').setInputFiles(await certificate())
  await page.getByRole('button', { name: /^Send/ }).click()
  await seesHeading(page, given.title)
  return page.url()
}

async function onDesign(page: Page) {
  await page.getByLabel('On which topic?').fill('Universal design')
  await page.getByRole('checkbox', { name: 'Pedagogy' }).check()
  await page.getByRole('checkbox', { name: /^Students with disabilities/ }).check()
}

async function dividedCourse(page: Page) {
  await page.getByLabel('On which day?').fill(daysAgo(120))
  const lastDay = page.getByLabel('Last day, if it took several')
  if (!(await lastDay.isVisible())) await page.getByText('Add details').click()
  await lastDay.fill(daysAgo(20))
  await page.getByLabel('On which topic?').fill('Number theory')
  await page.getByText('It brings college credit, CEUs or another credit').click()
  await page.getByLabel('How many?').fill('3')
  await page.getByLabel('Of what?').selectOption('semester_hour')
  await page.getByLabel('Level of the course').selectOption('graduate')
  await page.getByText('Split it between categories yourself').first().click()
  await page.getByLabel('How much for Content of the license?').fill('2')
  await page.getByLabel('How much for Pedagogy?').fill('1')
}

async function approve(page: Page, address: string) {
  await page.goto(address)
  await page.getByRole('link', { name: 'Decide' }).click()
  await seesHeading(page, 'Approvals')
  await page.getByText('certificate.pdf').first().waitFor()
  await page.keyboard.press('a')
  await seesNotice(page, /^Approved/)
}

async function openCycle(page: Page, state = 'Massachusetts') {
  await page.goto(paths.renewal(northside))
  await page.getByRole('link', { name: `What counts in ${state}` }).click()
  await seesHeading(page, `${state} renewal`)
}

/** Opens the transcript of the cycle on the page, and takes it away as a PDF. */
async function takeTranscript(page: Page) {
  await page.getByRole('link', { name: 'Transcript' }).click()
  await page.getByRole('row').filter({ hasText: 'Number theory' }).first().waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /PDF/ }).click(),
  ])
  const bytes = await buffer(await download.createReadStream())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
}

/** The row of the table says so. */
async function verdictOf(page: Page, title: string, verdict: string) {
  const row = page.getByRole('row').filter({ hasText: title })
  await row.getByText(verdict, { exact: true }).waitFor()
}
