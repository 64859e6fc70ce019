import { openStore } from '#db/client.server'
import { inject } from 'vitest'
import { actorOf, EVERYBODY } from '../routes/sweep/actors'
import type { TestStore } from '../support/database'
import { type Person, world } from '../support/world'
import { outside } from '../routes/sweep/expectations/outside'
import { expectationsFor } from '../routes/sweep/expectations/table'
import { fill, moduleOf, routes } from '../routes/sweep/routes'

/** Somebody with the addresses of all pages that they may open. */
export type Round = { who: string; person: Person | null; addresses: string[] }

const { northside } = world
const expectations = expectationsFor(northside)

/**
 * Every page of `app/routes.ts` as everybody who may open it, by the table of the isolation sweep. Ana
 * owns most of what has an owner; a page without anything on it is seen by Theo, who is new.
 */
export async function roundsOfEverybody(): Promise<Round[]> {
  const pages = await pagesOfDistrict()
  const rounds: Round[] = [{ who: 'nobody', person: null, addresses: await pagesOfNobody() }]
  for (const who of EVERYBODY) {
    const open = pages.filter(({ expected }) => expected.loader!.open.includes(who))
    rounds.push({
      who,
      person: actorOf(northside, who),
      addresses: open
        .filter(({ expected }) => who !== 'owner' || !expected.owner)
        .map(({ address }) => address),
    })
  }
  const lists = pages.filter(
    ({ route, expected }) =>
      route.parameters.length === 0 && expected.loader!.open.includes('owner'),
  )
  rounds.push({
    who: 'newcomer',
    person: northside.theo,
    addresses: lists.map(({ address }) => address),
  })
  for (const { expected, address } of pages) {
    if (expected.owner)
      rounds.push({ who: 'another owner', person: expected.owner, addresses: [address] })
  }
  return rounds
}

/** Adds to the demonstration what some pages need and no story of it tells. */
export async function arrangePages() {
  const url = inject('demoDatabase')
  const store: TestStore = { ...(await openStore(url)), url }
  try {
    for (const { expected } of await pagesOfDistrict()) await expected.arrange?.(store, new Date())
  } finally {
    await store.close()
  }
}

async function pagesOfDistrict() {
  const pages = []
  for (const route of routes) {
    const expected = expectations[route.file]
    if (!expected?.loader || route.isLayout || !(await moduleOf(route)).default) continue
    const query = new URLSearchParams(expected.query?.()).toString()
    const path = fill(route.path, { district: northside.slug, ...expected.parameters })
    pages.push({ route, expected, address: path + (query && `?${query}`) })
  }
  return pages
}

async function pagesOfNobody() {
  const addresses = []
  for (const route of routes) {
    const expected = outside[route.file]
    if (expected && expected.loader?.stranger !== 'to sign in' && (await moduleOf(route)).default) {
      addresses.push(fill(route.path, expected.parameters ?? {}))
    }
  }
  return addresses
}
