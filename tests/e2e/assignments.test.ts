import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { openStore } from '#db/client.server'
import { gt } from '#db/query.server'
import { outgoingMail } from '#db/schema'
import { paths } from '~/http/paths'
import { notifyOnNewDays } from '~/jobs/notifier.server'
import { world } from '../support/world'
import { acceptInvitation, importRoster, invite, openPerson } from './arriving'
import { daysAgo } from './days'
import { seesHeading, seesNotice } from './learning'
import { openWindow, openWindowOf, origin } from './visitor'

const { northside } = world
const { paul, rosa, ming } = northside
const WIDE = { viewport: { width: 1280, height: 900 } }

const nora = { name: 'Nora Nguyen', email: 'nora.nguyen@northside.example' }
const otto = { name: 'Otto Olsen' }
const PATHWAY = 'AI literacy for new colleagues'
const WHY = /You have this because Ming Li assigned it to .*Northside High School/

test(
  'a pathway with groups, from its first step to what stays as it was',
  { timeout: 240_000 },
  async () => {
    const coordinator = await openWindowOf(ming, WIDE)
    const office = await openWindowOf(rosa, WIDE)
    const principal = await openWindowOf(paul, WIDE)

    await addByHand(office)
    await buildPathway(coordinator)
    await publish(coordinator, 1)
    await assignToNewHires(coordinator)
    await sees(coordinator, otto.name)

    await importRoster(office, nora)
    const teacher = await openWindow(WIDE)
    await acceptInvitation(teacher, nora, await invite(office, nora))
    await openOwn(teacher)
    await teacher.getByText(WHY).waitFor()
    await transferToMiddleSchool(office)
    await misses(coordinator, otto.name)

    await showEvidence(teacher, 'A lesson with AI')
    await approve(principal, 'A lesson with AI')
    await addStepAnew(coordinator, 'What comes next')
    await publish(coordinator, 2, 'One more look at what comes next.')
    await openOwn(teacher)
    await teacher.getByText('One more look at what comes next.').waitFor()
    await teacher.getByText('1 of 3 steps').first().waitFor()

    const letters = await lettersAfter(90)
    const to = (recipient: string) => letters.filter((letter) => letter.recipient === recipient)
    expect(to(nora.email).some(({ text }) => text.includes('is not completed'))).toBe(true)
    expect(to(paul.email).some(({ text }) => text.includes(nora.name))).toBe(true)

    await showEvidence(teacher, 'What the class found')
    await approve(principal, 'What the class found')
    await showEvidence(teacher, 'What comes next')
    await approve(principal, 'What comes next')
    await openOwn(teacher)
    await teacher
      .getByText(/^Completed/)
      .first()
      .waitFor()
    await addStepAnew(coordinator, 'Something after all')
    await publish(coordinator, 3)
    await openOwn(teacher)
    await teacher
      .getByText(/^Completed/)
      .first()
      .waitFor()
    expect(await teacher.getByText('Something after all').count()).toBe(0)
  },
)

/** Somebody who came three weeks ago and is entered by hand. */
async function addByHand(page: Page) {
  await page.goto(paths.newPerson(northside))
  await page.getByLabel('Given name').fill('Otto')
  await page.getByLabel('Family name').fill('Olsen')
  await page.getByLabel('Hired on').fill(daysAgo(21))
  await page.getByLabel('Works at').selectOption(northside.schools.high)
  await page.getByLabel('Role').selectOption('educator')
  await page.getByLabel('From').fill(daysAgo(21))
  await page.getByRole('button', { name: /^Add/ }).click()
  await seesHeading(page, otto.name)
}

/** Otto's time at the high school ended yesterday; today he begins elsewhere. */
async function transferToMiddleSchool(page: Page) {
  await openPerson(page, otto)
  await page.getByRole('link', { name: 'End it: Educator, Northside High School' }).click()
  await page.getByLabel('Last day').fill(daysAgo(1))
  await page.getByRole('button', { name: 'End it' }).click()
  await seesHeading(page, otto.name)
  await page.getByRole('link', { name: 'Start an affiliation' }).click()
  await page.getByLabel('Works at').selectOption(northside.schools.middle)
  await page.getByLabel('Role').selectOption('educator')
  await page.getByRole('button', { name: 'Start it' }).click()
  await seesHeading(page, otto.name)
}

async function buildPathway(page: Page) {
  await page.goto(paths.newPathway(northside))
  await page.getByLabel('Title').fill(PATHWAY)
  await page.getByRole('button', { name: 'Go on to the steps' }).click()
  await seesHeading(page, PATHWAY)
  await addEvidence(page, 'A lesson with AI')

  const group = page.getByRole('group').filter({ hasText: 'What is the group called?' }).last()
  await group.locator('summary').first().click()
  await group.getByLabel('What is the group called?').fill('Look closer')
  await group.getByLabel('How many of its steps are asked for?').fill('1')
  await group.getByRole('button', { name: 'Add the group' }).click()
  await page.getByRole('heading', { name: 'Look closer' }).waitFor()

  for (const step of ['What the class found', 'What a colleague saw']) {
    await addEvidence(page, step)
    await page.getByRole('button', { name: `Move “${step}” up` }).click()
    await page.getByRole('heading', { level: 4, name: step }).waitFor()
  }
}

async function addEvidence(page: Page, title: string) {
  const adding = page.getByRole('group').filter({ hasText: 'What is to be shown?' }).first()
  await adding.locator('summary').first().click()
  await adding.getByLabel('What is to be shown?').fill(title)
  await adding.getByRole('button', { name: 'Add the step' }).click()
  await page.getByRole('heading', { name: title }).waitFor()
}

async function publish(page: Page, version: number, note?: string) {
  await page.getByRole('link', { name: 'Publish' }).click()
  await seesHeading(page, `Publish version ${version}?`)
  if (note) await page.getByLabel('What is different?').fill(note)
  await page.getByRole('button', { name: 'Publish' }).click()
  await seesNotice(page, new RegExp(`^Version ${version} is published`))
}

/** Begins a new version with one step more. */
async function addStepAnew(page: Page, step: string) {
  await page.goto(paths.managedPathways(northside))
  await page.getByRole('link', { name: PATHWAY, exact: true }).click()
  await page.getByRole('button', { name: 'Change the steps' }).click()
  await addEvidence(page, step)
}

async function assignToNewHires(page: Page) {
  await page.getByRole('link', { name: 'Assign it' }).first().click()
  await page.getByLabel('Where?').selectOption(northside.schools.high)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByLabel('Hired on or after').fill(daysAgo(30))
  await page.getByRole('radio', { name: 'Days after the day of hire' }).check()
  await page.getByLabel('Days', { exact: true }).fill('60')
  await page.getByLabel('Days of grace').fill('5')
  await page.getByRole('button', { name: 'Preview who gets it' }).last().click()
  await page.getByText('Nothing has happened yet.').waitFor()
  await page.getByRole('button', { name: /^Assign to/ }).click()
  await seesHeading(page, PATHWAY)
}

/** The page of the assignment names somebody among its people. */
async function sees(page: Page, name: string) {
  await openAssignment(page)
  await page.getByRole('row', { name: new RegExp(name) }).waitFor()
}

async function misses(page: Page, name: string) {
  await openAssignment(page)
  await page.getByRole('row', { name: new RegExp(nora.name) }).waitFor()
  expect(await page.getByRole('row', { name: new RegExp(name) }).count()).toBe(0)
}

async function openAssignment(page: Page) {
  await page.goto(paths.managedPathways(northside))
  await page.getByRole('link', { name: PATHWAY, exact: true }).click()
  await page.getByRole('link', { name: 'Mandated' }).first().click()
  await page.getByRole('heading', { name: 'People', exact: true }).waitFor()
}

async function openOwn(page: Page) {
  await page.goto(paths.enrollments(northside))
  await page.getByRole('link', { name: PATHWAY }).first().click()
  await seesHeading(page, PATHWAY)
}

/** Shows something for the step that is next. */
async function showEvidence(page: Page, step: string) {
  await openOwn(page)
  await page
    .getByRole('link', { name: /^Show evidence/ })
    .first()
    .click()
  await seesHeading(page, step)
  await page.getByLabel('In your own words').fill('The class compared two summaries.')
  await page.getByRole('button', { name: /^Send/ }).click()
  await seesHeading(page, PATHWAY)
}

async function approve(page: Page, title: string) {
  await page.goto(paths.approvals(northside))
  const link = page.getByRole('link', { name: title })
  const last = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: /^Page/ })
  await seesHeading(page, 'Approvals')
  if ((await link.count()) === 0) await last.last().click()
  await link.click()
  await page.getByRole('heading', { level: 2, name: title }).waitFor()
  await page.keyboard.press('a')
  await seesNotice(page, `Approved: ${title}.`)
}

/**
 * What the server does by itself in the morning, so many days from now.
 *
 * @returns the letters that it writes then; they do not stay
 */
async function lettersAfter(days: number) {
  const store = await openStore(inject('demoDatabase'))
  try {
    const then = new Date(Date.now() + days * 86_400_000)
    await notifyOnNewDays(store, origin, new Map(), then, (error) => {
      throw error
    })
    const written = gt(outgoingMail.createdAt, new Date())
    const letters = await store.read
      .select({ recipient: outgoingMail.recipient, text: outgoingMail.text })
      .from(outgoingMail)
      .where(written)
    await store.write(async (tx) => {
      await tx.delete(outgoingMail).where(written)
    })
    return letters
  } finally {
    await store.close()
  }
}
