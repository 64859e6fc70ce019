import type { Page } from 'playwright-core'
import { paths } from '~/http/paths'
import { rosterZip, user } from '../support/rosters'
import { world } from '../support/world'
import { seesHeading } from './learning'
import { signIn } from './sign-in'

const { northside } = world
const PASSWORD = 'a cairn on every summit'

type Newcomer = { name: string; email: string }

/** Brings in somebody who begins at the high school, by the next file of the student information system. */
export async function importRoster(page: Page, newcomer: Newcomer) {
  const zip = await rosterZip({
    mode: 'delta',
    orgs: [
      { sourcedId: 'd', name: northside.name, type: 'district' },
      { sourcedId: 'northside-high', name: 'Northside High School', type: 'school' },
    ],
    users: [user(newcomer.name, { orgSourcedIds: 'northside-high', email: newcomer.email })],
  })
  await page.goto(paths.newRosterImport(northside))
  await page.getByLabel('OneRoster file').setInputFiles({
    name: zip.name,
    mimeType: zip.type,
    buffer: Buffer.from(await zip.arrayBuffer()),
  })
  await page.getByRole('button', { name: 'Read the file' }).click()
  await page.getByRole('heading', { name: 'What applying it would change' }).waitFor()
  await page.getByText('Affiliations that begin').click()
  await page.getByText(newcomer.name).first().waitFor()

  await page.getByRole('button', { name: 'Apply the roster' }).click()

  await page.getByRole('heading', { name: 'What was changed' }).waitFor()
}

/** Invites them, and gives the link of the letter. */
export async function invite(page: Page, newcomer: Newcomer) {
  await openPerson(page, newcomer)
  await page.getByRole('link', { name: 'Invite', exact: true }).click()
  await page.getByRole('button', { name: `Send it to ${newcomer.email}` }).click()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  await page.goto(paths.outbox(northside))
  await page.getByText(newcomer.email).first().waitFor()
  return link
}

/** Finds somebody among the people of the district. */
export async function openPerson(page: Page, { name }: Pick<Newcomer, 'name'>) {
  await page.goto(`${paths.people(northside)}?q=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name }).click()
  await seesHeading(page, name)
}

/** Follows the link, chooses a password and signs in. */
export async function acceptInvitation(page: Page, newcomer: Newcomer, link: string) {
  await page.goto(link)
  await seesHeading(page, new RegExp(`^Welcome, ${newcomer.name.split(' ')[0]}`))
  await page.getByLabel('Choose a password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Open my account' }).click()
  await page.getByText('Your account is ready.').waitFor()
  await signIn(page, newcomer, PASSWORD)
}
